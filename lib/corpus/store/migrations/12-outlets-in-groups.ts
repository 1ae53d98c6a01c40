import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { keyedRows } from '../connection';
import { groupOf, isOutletCount } from '../outlet-counts';
import type { LibrarySchema, OutletCount } from '../schema';

/** Version 12: the counts of outlets lie several in a row; before, each had one, by its key. */
export function outletsInGroups(
  _db: IDBPDatabase<LibrarySchema>,
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): void {
  group(tx).catch(() => tx.abort());
}

async function group(
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): Promise<void> {
  const store = tx.objectStore('outlets');
  const rows: [key: unknown, row: unknown][] = await keyedRows(store);
  const counts = rows.filter(
    (entry): entry is [string, OutletCount] => typeof entry[0] === 'string' && isOutletCount(entry[1]),
  );
  await store.clear();
  const groups = Map.groupBy(counts, ([key]) => groupOf(key));
  await Promise.all(Array.from(groups, ([number, ofGroup]) => store.put(new Map(ofGroup), number)));
}
