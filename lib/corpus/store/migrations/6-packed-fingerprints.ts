import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { packFingerprint } from '../rows/fingerprint-codec';
import type { LibrarySchema } from '../schema';

/** Version 6: a fingerprint is one run of bytes; before, it was three tables of numbers. Only articles of packs have them. */
export function packedFingerprints(
  _db: IDBPDatabase<LibrarySchema>,
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): void {
  pack(tx).catch(() => tx.abort());
}

async function pack(
  tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
): Promise<void> {
  const bodies = tx.objectStore('bodies');
  for (let cursor = await tx.objectStore('articles').openCursor(); cursor; cursor = await cursor.continue()) {
    if (!('shard' in cursor.value)) continue;
    const body: unknown = await bodies.get(cursor.primaryKey);
    if (isThreeTables(body)) await bodies.put(packFingerprint(body), cursor.primaryKey);
  }
}

function isThreeTables(
  body: unknown,
): body is { keys: Uint32Array; positions: Uint32Array; terms: Uint32Array } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'keys' in body &&
    body.keys instanceof Uint32Array &&
    'positions' in body &&
    body.positions instanceof Uint32Array &&
    'terms' in body &&
    body.terms instanceof Uint32Array
  );
}
