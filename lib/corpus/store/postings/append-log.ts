import type { LibraryTransaction } from '../connection';
import type { LibraryState, LogRecord } from '../schema';
import { articlesARecord, extendRecord, refsARecord } from './log-record';
import type { RecentCache } from './recent';

/** Puts the postings of a batch (refs `first` to `last`) in the log: behind the last record if that has room, else in a new one. */
export async function appendLog(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  recent: RecentCache,
  record: LogRecord,
  { first: firstRef, last: lastRef, articles }: { first: number; last: number; articles: number },
): Promise<void> {
  if (record.keys.length + record.terms.length === 0) return;
  const write = async (number: number, whole: LogRecord): Promise<void> => {
    // Once it is on disk; of a transaction that fails its caller hears.
    tx.done.then(
      () => recent.keep(state, whole),
      () => undefined,
    );
    await tx.objectStore('log').put(whole, number);
  };
  const added = { keys: record.keys.length, terms: record.terms.length };
  const tail = state.log.at(-1);
  if (tail && canExtend(tail, state, articles, lastRef)) {
    const before = await recent.record(tx, state, tail);
    if (before) {
      tail.articles += articles;
      tail.lastRef = lastRef;
      tail.postings = { keys: tail.postings.keys + added.keys, terms: tail.postings.terms + added.terms };
      await write(tail.number, extendRecord(before, record));
      return;
    }
  }
  const number = state.nextLog++;
  state.log.push({
    number,
    articles,
    firstRef,
    lastRef,
    postings: added,
  });
  await write(number, record);
}

/** A record that a merge has begun to take up is never touched again; offsets within a record are 16 bits. */
function canExtend(
  tail: LibraryState['log'][number],
  state: LibraryState,
  articles: number,
  lastRef: number,
): boolean {
  return (
    tail.number > (state.merging?.throughLog ?? 0) &&
    tail.articles + articles <= articlesARecord &&
    lastRef - tail.firstRef < refsARecord
  );
}
