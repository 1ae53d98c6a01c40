import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { turns } from '@/lib/app/in-turn';
import { readStored } from '@/lib/app/stored';
import { addedOutlets, outletEditsSchema } from '@/lib/core/article';

/**
 * A pack the reader added, remembered outside of the library, so that a library the browser lost fills again by itself.
 * Moments are ISO.
 */
const subscription = v.object({
  /** The reader's name for it, once in the list. */
  name: v.string(),
  /** Folder on the web, `bundled:…`, or `null` for one that came as a file. */
  address: v.nullable(v.string()),
  mirrors: v.array(v.string()),
  /** Who signed it the first time; from then on nobody else may. */
  signer: v.nullable(v.string()),
  signature: v.picklist(['none', 'good', 'unchecked']),
  /** What it says of outlets; absent where nothing. */
  outlets: v.optional(outletEditsSchema),
  etag: v.nullable(v.string()),
  added: v.string(),
  /** When it was last looked whether there is something new, and when something last came. */
  lastTry: v.nullable(v.string()),
  lastUpdate: v.nullable(v.string()),
  /** Why the last try failed; `null` when it did not. */
  failure: v.nullable(v.string()),
  /** Failures in a row. */
  failures: v.number(),
  /** When to look next; `null` for packs that do not change by themselves. */
  next: v.nullable(v.string()),
});

export type Subscription = v.InferOutput<typeof subscription>;

/** A subscription of which nothing has come yet. */
export function newSubscription(name: string, address: string | null, at: Date): Subscription {
  return {
    name,
    address,
    mirrors: [],
    signer: null,
    signature: 'none',
    etag: null,
    added: at.toISOString(),
    lastTry: null,
    lastUpdate: null,
    failure: null,
    failures: 0,
    next: null,
  };
}

const key = 'packs';

/** The reader's packs, in `storage.local`; one change after the other. */
export function subscriptions() {
  const inTurn = turns();

  async function list(): Promise<Subscription[]> {
    const rows = (await readStored('local', key, v.array(v.unknown()))) ?? [];
    return rows.filter((row): row is Subscription => v.is(subscription, row));
  }

  function change(work: (before: Subscription[]) => Subscription[]): Promise<Subscription[]> {
    return inTurn(async () => {
      const after = work(await list());
      await browser.storage.local.set({ [key]: after });
      return after;
    });
  }

  return {
    list,
    /** Writes one, in the place of the one of its name. */
    put: (one: Subscription) =>
      change((before) => {
        const at = before.findIndex(({ name }) => name === one.name);
        return at < 0 ? [...before, one] : before.with(at, one);
      }),
    /** What all of them say of outlets that are in no table here. */
    outlets: async () => addedOutlets((await list()).flatMap(({ outlets }) => outlets ?? [])),
    remove: (name: string) => change((before) => before.filter((one) => one.name !== name)),
    clear: () => change(() => []),
  };
}

export type Subscriptions = ReturnType<typeof subscriptions>;
