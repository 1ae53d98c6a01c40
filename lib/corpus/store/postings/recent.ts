import type { LibraryTransaction } from '../connection';
import type { LibraryState, LogEntry, LogRecord } from '../schema';
import type { Skipped } from '../skipped';
import { isLogRecord } from './log-record';

/** What every query needs beside the blocks: the log's records and the dead refs. */
export interface Recent {
  records: { entry: LogEntry; record: LogRecord }[];
  dead: ReadonlySet<number>;
}

/** Keeps both in memory between queries (about 0.5 MB per 1,000 articles in the log) and reads only what is new. */
export interface RecentCache {
  load(tx: LibraryTransaction<'readonly' | 'readwrite'>, state: LibraryState): Promise<Recent>;
}

export function recentCache(skipped: Skipped): RecentCache {
  let generation = '';
  let records = new Map<number, { articles: number; record: LogRecord }>();
  let dead: ReadonlySet<number> = new Set();
  let deadKnown = '';

  const loadRecord = async (tx: LibraryTransaction<'readonly' | 'readwrite'>, entry: LogEntry) => {
    const kept = records.get(entry.number);
    if (kept && kept.articles === entry.articles) return { entry, record: kept.record };
    const row: unknown = await tx.objectStore('log').get(entry.number);
    if (isLogRecord(row)) return { entry, record: row };
    skipped.note('index', `log ${entry.number}`);
    return null;
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
      if (state.generation !== generation) {
        records = new Map();
        generation = state.generation;
      }
      const [loaded] = await Promise.all([
        Promise.all(state.log.map((entry) => loadRecord(tx, entry))),
        loadDead(tx, state),
      ]);
      const present = loaded.filter((item) => item !== null);
      records = new Map(
        present.map(({ entry, record }) => [entry.number, { articles: entry.articles, record }]),
      );
      return { records: present, dead };
    },
  };
}
