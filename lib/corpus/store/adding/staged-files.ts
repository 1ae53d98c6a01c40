import { type DBSchema, openDB } from 'idb';
import { situationOf } from '../errors';

/** A file put aside to be imported. */
export interface StagedFile {
  name: string;
  content: Blob;
}

interface Waiting extends StagedFile {
  /** When it was put here, in ms. */
  since: number;
}

interface StagedSchema extends DBSchema {
  files: { key: number; value: Waiting };
}

/** A database of its own: whole files come from a page and go when they are imported, the library itself has one writer. */
const name = 'staged-files';
const aDay = 86_400_000;

/**
 * Files that wait to be imported, on disk. The page that was handed them puts them here and the background reads them, so
 * that they need no message, may be as large as the disk, and are still there when the background is stopped midway.
 *
 * Each verb rejects with a `LibraryError` where the browser gives no room or keeps nothing.
 */
export const stagedFiles = {
  /** Files that nobody imported within a day are taken away: their page was closed. */
  put: (file: StagedFile, now: number): Promise<number> =>
    within(async (db) => {
      const waiting = await Promise.all(
        (await db.getAllKeys('files')).map(async (key) => ({
          key,
          since: (await db.get('files', key))?.since ?? 0,
        })),
      );
      const tx = db.transaction('files', 'readwrite');
      const gone = waiting.filter(({ since }) => since < now - aDay).map(({ key }) => tx.store.delete(key));
      const [key] = await Promise.all([tx.store.put({ ...file, since: now }), ...gone, tx.done]);
      return key;
    }),
  get: (key: number): Promise<StagedFile | null> =>
    within(async (db) => (await db.get('files', key)) ?? null),
  drop: (keys: readonly number[]): Promise<void> =>
    within(async (db) => {
      const tx = db.transaction('files', 'readwrite');
      await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done]);
    }),
};

async function within<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  try {
    const db = await open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  } catch (error) {
    throw situationOf(error);
  }
}

function open() {
  return openDB<StagedSchema>(name, 1, {
    upgrade: (db) => {
      db.createObjectStore('files', { autoIncrement: true });
    },
  });
}
