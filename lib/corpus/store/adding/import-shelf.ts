import type { PreparedArticle } from '@/lib/core/matching/types';
import type { Connection } from '../connection';
import { findImported } from '../remove';
import type { ImportRow } from '../schema';
import type { SingleWriter } from '../single-writer';
import type { AddBatch } from './batch-adder';
import type { Arrived } from './revision';

/**
 * The imports of a library, each with how far it is. A batch of articles and the place reached in the files are one
 * transaction, so an import whose worker was killed goes on exactly where it stood; after a crash of the system perhaps some
 * batches earlier. What says that it is at its end is written strictly.
 */
export interface ImportShelf {
  /** Newest first; rows that cannot be read are left out. */
  list(): Promise<ImportRow[]>;
  get(number: number): Promise<ImportRow | null>;
  /** Notes a new import of these files and gives it its number. */
  begin(about: Pick<ImportRow, 'began' | 'files'>): Promise<ImportRow>;
  put(row: ImportRow): Promise<void>;
  /**
   * Adds one batch (see `batchesOf`) of an import; `reached` tells the import's row once it is known what came of each.
   * `confirmed`: the ids it has had unchanged so far, kept by whoever runs the import, and added to here.
   */
  add(
    batch: readonly PreparedArticle[],
    number: number,
    confirmed: Set<string>,
    reached: (arrivals: readonly Arrived[]) => ImportRow,
  ): Promise<ImportRow>;
  /** Revisions of an import after ref `after`, a step's worth; `next` is where to go on, `null` at the end. */
  revisionsAfter(number: number, after: number): ReturnType<typeof findImported>;
  /** Puts an earlier revision in the place of what is held under its id now. */
  restore(article: PreparedArticle): Promise<void>;
  /** Takes out revisions by ref; a live one takes its older ones along. */
  remove(refs: readonly number[]): Promise<number>;
  /** Forgets an import; its articles stay. */
  drop(number: number): Promise<void>;
}

const atItsBeginning: Omit<ImportRow, 'number' | 'began' | 'files'> = {
  state: 'running',
  at: { file: 0, records: 0 },
  added: 0,
  revised: 0,
  unchanged: 0,
  near: 0,
  passedOver: 0,
  refusals: 0,
  refused: [],
  problem: null,
};

interface Deps {
  connection: Connection;
  writer: SingleWriter;
  addBatch: AddBatch;
  remove: (refs: readonly number[]) => Promise<number>;
}

/** @param deps of the library that the imports are of */
export function importShelf({ connection, writer, addBatch, remove }: Deps): ImportShelf {
  const put = (row: ImportRow): Promise<void> =>
    writer.run(() =>
      connection.write(['imports'], async (tx) => {
        await tx.objectStore('imports').put(row, row.number);
      }),
    );
  return {
    list: () =>
      connection.read(['imports'], async (tx) => {
        const rows: unknown[] = await tx.objectStore('imports').getAll();
        return rows.filter(isImportRow).reverse();
      }),
    get: (number) =>
      connection.read(['imports'], async (tx) => {
        const row: unknown = await tx.objectStore('imports').get(number);
        return isImportRow(row) ? row : null;
      }),
    begin: (about) =>
      writer.run(() =>
        connection.write(['imports'], async (tx) => {
          const store = tx.objectStore('imports');
          const last = await store.openKeyCursor(null, 'prev');
          const row = { ...atItsBeginning, ...about, number: (last?.key ?? 0) + 1 };
          await store.put(row, row.number);
          return row;
        }),
      ),
    put,
    add: async (batch, number, confirmed, reached) => {
      let row: ImportRow | null = null;
      const journal = {
        import: number,
        confirmed,
        row: (arrivals: readonly Arrived[]) => {
          row = reached(arrivals);
          return row;
        },
      };
      const { arrivals } = await addBatch(batch, {
        journal,
        asStep: true,
        durability: 'relaxed',
      });
      return row ?? reached(arrivals);
    },
    revisionsAfter: (number, after) => findImported(connection, number, after),
    restore: async (article) => {
      await addBatch([article], { restoring: true });
    },
    remove,
    drop: (number) =>
      writer.run(() =>
        connection.write(['imports'], async (tx) => {
          await tx.objectStore('imports').delete(number);
        }),
      ),
  };
}

/** Only we write there; a row without these was damaged. */
function isImportRow(row: unknown): row is ImportRow {
  return (
    typeof row === 'object' &&
    row !== null &&
    'number' in row &&
    Number.isSafeInteger(row.number) &&
    'state' in row &&
    typeof row.state === 'string' &&
    'files' in row &&
    Array.isArray(row.files) &&
    'refused' in row &&
    Array.isArray(row.refused) &&
    'at' in row &&
    typeof row.at === 'object' &&
    row.at !== null
  );
}
