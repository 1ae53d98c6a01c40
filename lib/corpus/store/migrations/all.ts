import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LibrarySchema } from '../schema';
import { firstStores } from './1-first-stores';
import { packStores } from './2-packs';
import { importStore } from './3-imports';
import { printStore } from './4-prints';
import { indexAnew } from './5-index-anew';
import { packedFingerprints } from './6-packed-fingerprints';
import { moreForms } from './7-more-forms';
import { placesInRows } from './8-places-in-rows';
import { noShardIndex } from './9-no-shard-index';
import { bareRows } from './10-bare-rows';
import { placesByFunction } from './11-places-by-function';
import { outletsInGroups } from './12-outlets-in-groups';

/** One step from version `to - 1` to version `to`. Each casts the database to the schema it was written for. */
export interface Migration {
  to: number;
  run(
    db: IDBPDatabase<LibrarySchema>,
    transaction: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>,
  ): void;
}

/** In order; an upgrade runs those above the version found, all in one transaction, so a killed one leaves the old version whole. */
export const migrations: readonly Migration[] = [
  { to: 1, run: firstStores },
  { to: 2, run: packStores },
  { to: 3, run: importStore },
  { to: 4, run: printStore },
  { to: 5, run: indexAnew },
  { to: 6, run: packedFingerprints },
  { to: 7, run: moreForms },
  { to: 8, run: placesInRows },
  { to: 9, run: noShardIndex },
  { to: 10, run: bareRows },
  { to: 11, run: placesByFunction },
  { to: 12, run: outletsInGroups },
];
