import type { Connection } from './connection';
import { visitBlock } from './postings/block-read';
import { isLogRecord } from './postings/log-record';
import { type Family, families } from './postings/posting-lists';
import { isLive } from './rows/article-row';
import { eachRow } from './rows/each-row';
import { readRow } from './rows/row-codec';
import { blockStore, type LibraryState, lowestIn } from './schema';
import type { Skipped } from './skipped';

/** What lies in the library, counted anew, and what of it cannot be read. */
export interface Health {
  articles: number;
  superseded: number;
  /** Postings in the blocks and in the log, dead ones included. */
  postings: Record<Family, number>;
  blocks: Record<Family, number>;
  /** Log records not yet merged. */
  logRecords: number;
  /** Refs whose postings still wait for a merge to be removed. */
  dead: number;
  /** Rows that could not be read, since the library was opened; this count looked at every row but texts. */
  skipped: { articles: number; texts: number; index: number };
  /** Articles of packs whose fingerprints could not be read when the index was last made anew. */
  lostPrints: number;
  /** Why the last merge stopped; `null` when none did. The log then stays and is tried again. */
  mergeTrouble: string | null;
}

type Counted = Omit<Health, 'mergeTrouble'>;

/** Looks at every row but texts, a few hundred in one transaction. @param state as it was just read */
export async function examine(
  connection: Connection,
  skipped: Skipped,
  state: LibraryState | null,
): Promise<Counted> {
  const health: Counted = {
    articles: 0,
    superseded: 0,
    postings: { keys: 0, terms: 0 },
    blocks: { keys: 0, terms: 0 },
    logRecords: 0,
    dead: state?.dead ?? 0,
    skipped: skipped.counts(),
    lostPrints: state?.lostPrints ?? 0,
  };
  await examineArticles(connection, skipped, health);
  for (const family of families) await examineBlocks(connection, skipped, family, health);
  await examineLog(connection, skipped, health);
  return { ...health, skipped: skipped.counts() };
}

async function examineArticles(connection: Connection, skipped: Skipped, health: Counted): Promise<void> {
  await eachRow(connection, 'articles', (ref, stored) => {
    const row = readRow(stored);
    if (row === null) skipped.note('articles', ref);
    else if (isLive(row)) health.articles++;
    else health.superseded++;
  });
}

async function examineBlocks(
  connection: Connection,
  skipped: Skipped,
  family: Family,
  health: Counted,
): Promise<void> {
  await eachRow(connection, blockStore[family], (key, row) => {
    let entries = 0;
    const whole =
      row instanceof Uint8Array &&
      visitBlock(row, lowestIn(key), {
        begin: () => {},
        entry: () => {
          entries++;
        },
        end: () => {},
      });
    if (!whole) {
      skipped.note('index', `${family} ${key}`);
      return;
    }
    health.blocks[family]++;
    health.postings[family] += entries;
  });
}

async function examineLog(connection: Connection, skipped: Skipped, health: Counted): Promise<void> {
  await eachRow(connection, 'log', (number, row) => {
    if (!isLogRecord(row)) {
      skipped.note('index', `log ${number}`);
      return;
    }
    health.logRecords++;
    health.postings.keys += row.keys.length;
    health.postings.terms += row.terms.length;
  });
}
