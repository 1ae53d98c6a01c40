import type { Connection, LibraryTransaction } from './connection';
import type { StoreName } from './schema';

/** What a question about a page may need. */
const stores: readonly StoreName[] = [
  'state',
  'articles',
  'bodies',
  'keyBlocks',
  'termBlocks',
  'log',
  'dead',
  'years',
  'prints',
];

type Reading = LibraryTransaction<'readonly'>;
type Work<T> = (tx: Reading) => Promise<T>;

/** Reads what a question needs; `work` may wait for requests of this transaction only, and may be begun anew in another one. */
export type SharedRead = <T>(work: Work<T>) => Promise<T>;

/**
 * Goes on in the transaction of the read before as long as the browser lets it: until nothing is asked of it and whoever had
 * the last answer waits for something else. So most of a question is one transaction, which sees one state of the library and
 * waits once for what is being written, not at every step. Made for each question: many in a row would keep one transaction
 * open, and whoever writes waiting.
 *
 * Whether a transaction is over only shows when something is asked of it. What fails in a shared one for any reason is read
 * again in one of its own, where nothing but its own failure can end it.
 */
export function sharedRead(connection: Connection): SharedRead {
  let current: Promise<Reading> | null = null;
  return async (work) => {
    const before = current;
    const joined = before && (await tried(before, work));
    if (joined) return joined.result;
    // Another read may have begun one while this one found out.
    if (current === before || current === null) current = connection.read(stores, async (tx) => tx);
    const begun = await tried(current, work);
    return begun ? begun.result : connection.read(stores, work);
  };
}

async function tried<T>(reading: Promise<Reading>, work: Work<T>): Promise<{ result: T } | null> {
  try {
    return { result: await work(await reading) };
  } catch {
    return null;
  }
}
