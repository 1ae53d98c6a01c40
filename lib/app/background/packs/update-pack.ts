import { inWords } from '@/lib/app/packs';
import type { PackManifest, PackRefused } from '@/lib/corpus/packs';
import { type PackFetch, takePack } from '@/lib/corpus/sources/packs';
import type { PackShelf } from '@/lib/corpus/store';
import { bundledPack } from './bundled';
import { mirrorsOf, openPackAt } from './open-pack';
import { nextLook } from './schedule';
import type { Subscription, Subscriptions } from './subscriptions';

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

/** Brings one subscribed pack up to date. What comes of it is written down with it, and given back. */
export function packUpdater({ shelf, subscriptions, fetch, now, random, pause, changed }: PackDeps) {
  async function attempt(one: Subscription, at: Date): Promise<Partial<Subscription> | PackRefused> {
    if (one.address === null) return {};
    const packs = await shelf();
    const held = (await packs.list()).find(({ name }) => name === one.name)?.manifest ?? null;
    const opened = await openPackAt(one.address, one.mirrors, held === null ? null : one.etag, fetch);
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

  return async function update(one: Subscription): Promise<Subscription> {
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
  };
}

function isRemote(address: string | null): boolean {
  return address !== null && bundledPack(address) === null;
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
