import packed from '@/assets/common-shingles.json';
import { unpackAscending } from './packed-numbers';
import { indexOfSorted } from './sorted-numbers';

/** Shingles that stand in many unrelated texts ("Follow us on Twitter", "speaking on condition of anonymity because"): no evidence of reuse. */
export interface CommonShingles {
  has(key: number): boolean;
}

/** Where no list is wanted; what is common is then learned from the reader's library alone. */
export const noCommonShingles: CommonShingles = { has: () => false };

let listed: Uint32Array | undefined;

/** The list that comes with Refrain: hashes only; `assets/common-shingles.json` names its sources. */
export const shippedCommonShingles: CommonShingles = {
  has(key) {
    listed ??= unpackAscending(packed.keys);
    return indexOfSorted(listed, key) >= 0;
  },
};
