import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LibrarySchema } from '../schema';
import type { WithShards } from './2-packs';

/** Version 9: a pack knows between which refs its articles lie, so no index has to find them. */
export function noShardIndex(
  _db: IDBPDatabase<LibrarySchema>,
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): void {
  const articles: unknown = tx.objectStore('articles');
  (articles as WithShards).deleteIndex('shard');
}
