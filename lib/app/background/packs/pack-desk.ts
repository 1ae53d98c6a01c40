import { turns } from '@/lib/app/in-turn';
import { type PackAnswer, type PackPreview, ReaderProblem, type SubscribedPack } from '@/lib/app/messaging';
import { factsOf, factsOfOpened, inWords, nameFor } from '@/lib/app/packs';
import { packFolder } from '@/lib/corpus/sources/packs';
import type { HeldPack } from '@/lib/corpus/store';
import { bundledPack } from './bundled';
import { openPackAt } from './open-pack';
import { isDue } from './schedule';
import { newSubscription, type Subscription } from './subscriptions';
import { type PackDeps, packUpdater } from './update-pack';

/** Packs that the reader subscribes to by address, or that come with the extension. */
export function packDesk(deps: PackDeps) {
  const { shelf, subscriptions, fetch, now, changed } = deps;
  const update = packUpdater(deps);
  /** One pack is changed at a time. */
  const inTurn = turns();

  async function list(): Promise<SubscribedPack[]> {
    const [subscribed, held] = await Promise.all([subscriptions.list(), shelf().then((open) => open.list())]);
    return subscribed.map((one) =>
      seen(
        one,
        held.find(({ name }) => name === one.name),
      ),
    );
  }

  return {
    list,

    async preview(pasted: string): Promise<PackPreview | { refused: string }> {
      const address = addressOf(pasted);
      const opened = await openPackAt(address, [], null, fetch);
      if (opened.status === 'unchanged') throw new ReaderProblem('problem_unexpected');
      if (opened.status === 'refused') return { refused: inWords(opened) };
      const held = (await subscriptions.list()).some((one) => one.address === address);
      return { address, facts: factsOfOpened(opened), held };
    },

    /** Subscribes to a pack and takes it at once; one that cannot be taken is not subscribed to. */
    add: (pasted: string): Promise<PackAnswer> =>
      inTurn(async () => {
        const address = addressOf(pasted);
        const before = await subscriptions.list();
        const known = before.find((one) => one.address === address);
        if (known) {
          const { failure } = await update(known);
          return { packs: await list(), refused: failure };
        }
        const opened = await openPackAt(address, [], null, fetch);
        if (opened.status !== 'read') {
          return { packs: await list(), refused: opened.status === 'refused' ? inWords(opened) : null };
        }
        const taken = before.map(({ name }) => name);
        const name = nameFor(opened.manifest.title, address, taken);
        const { failure } = await update(newSubscription(name, address, now()));
        if (failure !== null) await subscriptions.remove(name);
        return { packs: await list(), refused: failure };
      }),

    updateNow: (name: string): Promise<SubscribedPack[]> =>
      inTurn(async () => {
        const one = (await subscriptions.list()).find((known) => known.name === name);
        if (one) await update(one);
        return list();
      }),

    remove: (name: string): Promise<SubscribedPack[]> =>
      inTurn(async () => {
        await subscriptions.remove(name);
        await (await shelf()).drop(name);
        await changed();
        return list();
      }),

    /** Looks after every pack that is due. */
    updateDue: (): Promise<void> =>
      inTurn(async () => {
        for (const one of await subscriptions.list()) if (isDue(one.next, now())) await update(one);
      }),
  };
}

/** A bundled pack, or a folder on the web. */
function addressOf(pasted: string): string {
  const address = bundledPack(pasted) ? pasted : packFolder(pasted);
  if (address === null) throw new ReaderProblem('problem_pack_address');
  return address;
}

function seen(one: Subscription, held: HeldPack | undefined): SubscribedPack {
  const { name, address, added, lastTry, lastUpdate, failure, next, signature } = one;
  const manifest = held?.manifest ?? null;
  const coming = held?.coming ?? null;
  return {
    name,
    address,
    added,
    lastTry,
    lastUpdate,
    failure,
    next,
    facts: manifest && factsOf(manifest, signature),
    coming: coming && { there: coming.there, of: coming.manifest.shards.length },
  };
}
