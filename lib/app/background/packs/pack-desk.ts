import { turns } from '@/lib/app/in-turn';
import { type PackAnswer, type PackPreview, ReaderProblem, type SubscribedPack } from '@/lib/app/messaging';
import { factsOf, factsOfOpened, inWords, nameFor } from '@/lib/app/packs';
import {
  type OpenedPack,
  openPack,
  type PackManifest,
  type PackRefused,
  type PackShard,
  type PackSource,
} from '@/lib/corpus/packs';
import { isPrivateAddress } from '@/lib/corpus/sources/fetching';
import {
  fetchPackFile,
  openRemotePack,
  type PackFetch,
  type PackFileOutcome,
  packFolder,
  takePack,
} from '@/lib/corpus/sources/packs';
import type { HeldPack, PackShelf } from '@/lib/corpus/store';
import { bundledPack } from './bundled';
import { isDue, nextLook } from './schedule';
import { newSubscription, type Subscription, type Subscriptions } from './subscriptions';

export interface PackDeps {
  shelf: () => Promise<PackShelf>;
  subscriptions: Subscriptions;
  /** Asks a server within what the reader granted. */
  fetch: PackFetch;
  now: () => Date;
  random: () => number;
  pause: () => Promise<void>;
  /** The library changed. */
  changed: () => Promise<unknown>;
}

/** A pack opened where it lies, with a way to its shards. */
type Opened = OpenedPack & { etag: string | null; fileOf: (shard: PackShard) => Promise<PackFileOutcome> };

/** Packs that the reader subscribes to by address, or that come with the extension. */
export function packDesk({ shelf, subscriptions, fetch, now, random, pause, changed }: PackDeps) {
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

  async function open(
    address: string,
    mirrors: readonly string[],
    etag: string | null,
  ): Promise<Opened | { status: 'unchanged' } | PackRefused> {
    const own = bundledPack(address);
    if (own) return openOwn(own);
    const opened = await openRemotePack([address, ...mirrors], fetch, etag);
    if (opened.status !== 'read') return opened;
    const folders = [address, ...mirrorsOf(opened.manifest)];
    return { ...opened, fileOf: ({ file, bytes }) => fetchPackFile(folders, file, bytes, fetch) };
  }

  /** Brings one subscribed pack up to date. What comes of it is written down with it. */
  async function update(one: Subscription): Promise<Subscription> {
    const at = now();
    const tried = { ...one, lastTry: at.toISOString() };
    const after = await attempt(one, at);
    const next = (failures: number) => (isRemote(one.address) ? nextLook(at, failures, random) : null);
    const outcome: Subscription =
      'why' in after
        ? { ...tried, failure: inWords(after), failures: one.failures + 1, next: next(one.failures + 1) }
        : { ...tried, ...after, failure: null, failures: 0, next: next(0) };
    await subscriptions.put(outcome);
    return outcome;
  }

  async function attempt(one: Subscription, at: Date): Promise<Partial<Subscription> | PackRefused> {
    if (one.address === null) return {};
    const packs = await shelf();
    const held = (await packs.list()).find(({ name }) => name === one.name)?.manifest ?? null;
    const opened = await open(one.address, one.mirrors, held === null ? null : one.etag);
    if (opened.status === 'unchanged') return {};
    if (opened.status === 'refused') return opened;
    const refused = refusedUpdate(one, held, opened.manifest);
    if (refused) return refused;
    const taken = await takePack(packs, one.name, opened.manifest, opened.fileOf, { now: at, pause });
    if (taken.status === 'refused') return taken;
    if (taken.shards > 0) await changed();
    return {
      etag: opened.etag,
      mirrors: mirrorsOf(opened.manifest),
      signer: opened.manifest.signed_by,
      outlets: opened.manifest.outlets ?? [],
      signature: opened.signature.state,
      ...(taken.shards > 0 ? { lastUpdate: at.toISOString() } : {}),
    };
  }

  return {
    list,

    async preview(pasted: string): Promise<PackPreview | { refused: string }> {
      const address = addressOf(pasted);
      const opened = await open(address, [], null);
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
        const opened = await open(address, [], null);
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

export type PackDesk = ReturnType<typeof packDesk>;

/** A bundled pack, or a folder on the web. */
function addressOf(pasted: string): string {
  const address = bundledPack(pasted) ? pasted : packFolder(pasted);
  if (address === null) throw new ReaderProblem('problem_pack_address');
  return address;
}

/** Folders a manifest names beside its own. None of the reader's own network: what a stranger writes must not reach into it. */
function mirrorsOf({ mirrors }: PackManifest): string[] {
  const folders = mirrors.flatMap((mirror) => packFolder(mirror) ?? []);
  return folders.filter((folder) => !isPrivateAddress(folder));
}

function isRemote(address: string | null): boolean {
  return address !== null && bundledPack(address) === null;
}

async function openOwn(source: PackSource): Promise<Opened | PackRefused> {
  const opened = await openPack(source);
  if (opened.status === 'refused') return opened;
  return {
    ...opened,
    etag: null,
    fileOf: async ({ file }) => {
      const bytes = await source(file);
      return bytes === null
        ? { status: 'refused', where: file, why: 'the file is missing. Install Refrain again.' }
        : { status: 'got', bytes };
    },
  };
}

/** Why a new state of a held pack is not taken over the old one, though it is a whole pack. */
export function refusedUpdate(
  one: Pick<Subscription, 'signer'>,
  held: PackManifest | null,
  manifest: PackManifest,
): PackRefused | null {
  const refuse = (why: string): PackRefused => ({ status: 'refused', where: 'manifest.json', why });
  if (one.signer !== null && manifest.signed_by !== one.signer) {
    return refuse(
      'it is no longer signed with the key it was first signed with. If its maker confirms the new key, remove the pack and add it again.',
    );
  }
  if (held?.created != null && manifest.created !== null && manifest.created < held.created) {
    return refuse(
      `it is of ${manifest.created}, older than the one held (${held.created}). Nothing was changed.`,
    );
  }
  return null;
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
