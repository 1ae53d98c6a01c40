import type { IDBPDatabase } from 'idb';
import type { LibrarySchema } from '../schema';

/** Version 3: imports. Articles that came before belong to none. */
export function importStore(db: IDBPDatabase<LibrarySchema>): void {
  db.createObjectStore('imports');
}
