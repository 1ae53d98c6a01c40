import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { printOf } from '@/lib/core/matching/prints';
import { printsARow, rowOf } from '../rows/print-rows';
import { heldIn } from '../rows/row-codec';
import type { LibrarySchema } from '../schema';

/** Version 4: where and when each article was printed, by itself; filled from the articles that are there. */
export function printStore(
  db: IDBPDatabase<LibrarySchema>,
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): void {
  db.createObjectStore('prints');
  fill(tx).catch(() => tx.abort());
}

async function fill(
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): Promise<void> {
  const prints = tx.objectStore('prints');
  let row = new Uint32Array(printsARow);
  let number = 0;
  const put = async () => {
    if (row.some((print) => print > 0)) await prints.put(row, number);
  };
  for (let cursor = await tx.objectStore('articles').openCursor(); cursor; cursor = await cursor.continue()) {
    if (rowOf(cursor.key) !== number) {
      await put();
      number = rowOf(cursor.key);
      row = new Uint32Array(printsARow);
    }
    const held = heldIn(cursor.key, cursor.value);
    if (held) row[cursor.key % printsARow] = printOf(held);
  }
  await put();
}
