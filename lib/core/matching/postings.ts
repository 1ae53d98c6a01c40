import { indexOfSorted } from './packed-numbers';
import type { Postings } from './types';

/** Refs kept of a key that more documents have: the first and the last of them. */
const mostRefs = 256;

/** An inverted index in typed arrays: keys ascending, and for each a stretch of ascending refs. */
export interface PostingsIndex {
  keys: Uint32Array;
  /** `refs[from[n]]` up to `refs[from[n + 1]]` hold key `n`. */
  from: Uint32Array;
  refs: Uint32Array;
}

/** Room for one document number beside a 32-bit key in a double's 53 bits. */
const refRoom = 2 ** 21;

/**
 * Builds an index over documents numbered 0, 1, 2 … by their key lists; a key repeated within a document counts once.
 * Takes at most 2,097,152 documents. Memory while building: 8 bytes for each key of each document.
 */
export function indexPostings(documents: readonly Uint32Array[]): PostingsIndex {
  const total = documents.reduce((sum, keys) => sum + keys.length, 0);
  const pairs = new Float64Array(total);
  let at = 0;
  documents.forEach((keys, ref) => {
    for (const key of keys) pairs[at++] = key * refRoom + ref;
  });
  pairs.sort();
  return splitPairs(pairs);
}

function splitPairs(pairs: Float64Array): PostingsIndex {
  let keyCount = 0;
  let pairCount = 0;
  eachPair(pairs, (isNewKey) => {
    pairCount++;
    if (isNewKey) keyCount++;
  });
  const index = {
    keys: new Uint32Array(keyCount),
    from: new Uint32Array(keyCount + 1),
    refs: new Uint32Array(pairCount),
  };
  let key = -1;
  let ref = 0;
  eachPair(pairs, (isNewKey, keyValue, refValue) => {
    if (isNewKey) {
      index.keys[++key] = keyValue;
      index.from[key] = ref;
    }
    index.refs[ref++] = refValue;
  });
  index.from[keyCount] = pairCount;
  return index;
}

function eachPair(pairs: Float64Array, visit: (isNewKey: boolean, key: number, ref: number) => void): void {
  let lastKey = -1;
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i]!;
    if (i > 0 && pair === pairs[i - 1]) continue;
    const key = Math.floor(pair / refRoom);
    visit(key !== lastKey, key, pair - key * refRoom);
    lastKey = key;
  }
}

/** Postings of one key; of a monster key the first and last `mostRefs / 2` refs, and how many there are in all. */
export function postingsOf(index: PostingsIndex, key: number): Postings {
  const at = indexOfSorted(index.keys, key);
  if (at < 0) return { documents: 0, refs: new Uint32Array(0) };
  const refs = index.refs.subarray(index.from[at], index.from[at + 1]);
  if (refs.length <= mostRefs) return { documents: refs.length, refs };
  const ends = new Uint32Array(mostRefs);
  ends.set(refs.subarray(0, mostRefs / 2));
  ends.set(refs.subarray(refs.length - mostRefs / 2), mostRefs / 2);
  return { documents: refs.length, refs: ends };
}
