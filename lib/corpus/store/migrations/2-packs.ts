import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LibrarySchema } from '../schema';

/** Version 2: packs, and an index that finds the articles of one of their shards. Articles that came before have no shard. */
export function packStores(
  db: IDBPDatabase<LibrarySchema>,
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): void {
  db.createObjectStore('packs');
  tx.objectStore('articles').createIndex('shard', 'shard');
}
