import type { IDBPDatabase } from 'idb';
import type { LibrarySchema } from '../schema';

/**
 * Version 1: the stores as first shipped.
 * When the schema changes, this file keeps the old shape: copy `LibrarySchema` as it was into it.
 */
export function firstStores(db: IDBPDatabase<LibrarySchema>): void {
  db.createObjectStore('state');
  const articles = db.createObjectStore('articles');
  articles.createIndex('address', 'addresses', { multiEntry: true });
  articles.createIndex('history', 'history');
  articles.createIndex('headlineDay', 'headlineDay');
  db.createObjectStore('bodies');
  db.createObjectStore('keyBlocks');
  db.createObjectStore('termBlocks');
  db.createObjectStore('log');
  db.createObjectStore('dead');
  db.createObjectStore('outlets');
  db.createObjectStore('years');
  db.createObjectStore('signatures');
}
