import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { indexStores, withoutIndex } from '../postings/rebuild';
import type { LibrarySchema } from '../schema';
import { readableState } from '../state';

/** Version 5: blocks of another format. The index is emptied and made anew from the articles, in the background. */
export function indexAnew(
  _db: IDBPDatabase<LibrarySchema>,
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): void {
  empty(tx).catch(() => tx.abort());
}

async function empty(
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): Promise<void> {
  const state = readableState(await tx.objectStore('state').get('library'));
  if (state === null) return;
  await Promise.all(indexStores.map((store) => tx.objectStore(store).clear()));
  await tx.objectStore('state').put(withoutIndex(state), 'library');
}
