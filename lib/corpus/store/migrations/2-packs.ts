import type { DBSchema, IDBPDatabase, IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import type { LibrarySchema } from '../schema';

/** The store of articles from version 2 to version 8. */
export type WithShards = IDBPObjectStore<SchemaWithShards, 'articles'[], 'articles', 'versionchange'>;

interface SchemaWithShards extends DBSchema {
  articles: { key: number; value: LibrarySchema['articles']['value']; indexes: { shard: number } };
}

/** Version 2: packs, and an index that finds the articles of one of their shards. Articles that came before have no shard. */
export function packStores(
  db: IDBPDatabase<LibrarySchema>,
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): void {
  db.createObjectStore('packs');
  const articles: unknown = tx.objectStore('articles');
  (articles as WithShards).createIndex('shard', 'shard');
}
