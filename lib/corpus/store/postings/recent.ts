import type { LibraryTransaction } from '../connection';
import type { LibraryState, LogEntry, LogRecord } from '../schema';
import type { Skipped } from '../skipped';
import { isLogRecord } from './log-record';

/** What every query needs beside the blocks: the log's records and the dead refs. */
export interface Recent {
  records: { entry: LogEntry; record: LogRecord }[];
  dead: ReadonlySet<number>;
}

/**
 * Keeps both in memory (about 0.5 MB per 1,000 articles in the log) and reads only what is new: what this library wrote
 * itself it has already, so neither a query during an import nor the next batch of it reads a record again.
 */
export interface RecentCache {
  load(tx: LibraryTransaction<'readonly' | 'readwrite'>, state: LibraryState): Promise<Recent>;
  /** One record of the log; `null` when it cannot be read. */
  record(
    tx: LibraryTransaction<'readonly' | 'readwrite'>,
    state: LibraryState,
    entry: LogEntry,
  ): Promise<LogRecord | null>;
  /** Keeps the last record of a log as it lies on disk now; the record is never changed again. */
  keep(state: LibraryState, record: LogRecord): void;
}

/** Empty until it is first asked; what cannot be read is noted in `skipped`. */
export function recentCache(skipped: Skipped): RecentCache {
  let generation = '';
  let records = new Map<number, { articles: number; record: LogRecord }>();
  let dead: ReadonlySet<number> = new Set();
  let deadKnown = '';

  const forgetOthers = (state: LibraryState) => {
    if (state.generation !== generation) records = new Map();
    generation = state.generation;
  };

  const recordOf: RecentCache['record'] = async (tx, state, entry) => {
    forgetOthers(state);
    const kept = records.get(entry.number);
    if (kept && kept.articles === entry.articles) return kept.record;
    const row: unknown = await tx.objectStore('log').get(entry.number);
    if (isLogRecord(row)) return row;
    skipped.note('index', `log ${entry.number}`);
    return null;
  };

  const loadRecord = async (
    tx: LibraryTransaction<'readonly' | 'readwrite'>,
    state: LibraryState,
    entry: LogEntry,
  ) => {
    const record = await recordOf(tx, state, entry);
    return record && { entry, record };
  };

  const loadDead = async (tx: LibraryTransaction<'readonly' | 'readwrite'>, state: LibraryState) => {
    const name = `${state.generation} ${state.nextDead} ${state.dead}`;
    if (name === deadKnown) return;
    const refs = new Set<number>();
    const rows: unknown[] = state.dead === 0 ? [] : await tx.objectStore('dead').getAll();
    for (const row of rows) {
      if (row instanceof Uint32Array) for (const ref of row) refs.add(ref);
      else skipped.note('index', 'dead');
    }
    dead = refs;
    deadKnown = name;
  };

  return {
    load: async (tx, state) => {
      const [loaded] = await Promise.all([
        Promise.all(state.log.map((entry) => loadRecord(tx, state, entry))),
        loadDead(tx, state),
      ]);
      const present = loaded.filter((item) => item !== null);
      records = new Map(
        present.map(({ entry, record }) => [entry.number, { articles: entry.articles, record }]),
      );
      return { records: present, dead };
    },
    record: recordOf,
    keep: (state, record) => {
      forgetOthers(state);
      const tail = state.log.at(-1);
      if (tail === undefined) return;
      const inLog = new Set(state.log.map(({ number }) => number));
      for (const number of records.keys()) if (!inLog.has(number)) records.delete(number);
      records.set(tail.number, { articles: tail.articles, record });
    },
  };
}
