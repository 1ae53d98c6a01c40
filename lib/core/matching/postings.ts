import { indexOfSorted } from './sorted-numbers';
import type { Postings } from './types';

/** Refs kept of a key that more documents have: the first and the last of them. */
const mostRefs = 256;

/** An inverted index: a slice for each value of a key's upper bits. */
export type PostingsIndex = readonly IndexSlice[];

/** Part of an inverted index in typed arrays: keys ascending, and for each a stretch of ascending refs. */
interface IndexSlice {
  keys: Uint32Array;
  /** `refs[from[n]]` up to `refs[from[n + 1]]` hold key `n`. */
  from: Uint32Array;
  refs: Uint32Array;
}

/** Upper bits of a key that tell its slice: sixteen slices, made one after the other, need little room beside them. */
const sliceBits = 4;
const sliceOf = (key: number) => key >>> (32 - sliceBits);

/** Room for one document number beside a 32-bit key in a double's 53 bits. */
const refRoom = 2 ** 21;

/**
 * Builds an index over documents numbered 0, 1, 2 … by their key lists; a key repeated within a document counts once.
 * Takes at most 2,097,152 documents. Memory while building: half a byte for each key of each document, beside the index.
 *
 * @param fewest documents that must have a key; what fewer have is as if no document had it
 */
export function indexPostings(documents: readonly Uint32Array[], fewest = 1): PostingsIndex {
  const sizes = new Uint32Array(1 << sliceBits);
  for (const keys of documents) for (const key of keys) sizes[sliceOf(key)]!++;
  const pairs = new Float64Array(sizes.reduce((most, size) => Math.max(most, size), 0));
  return Array.from(sizes, (size, slice) => {
    let at = 0;
    documents.forEach((keys, ref) => {
      for (const key of keys) if (sliceOf(key) === slice) pairs[at++] = key * refRoom + ref;
    });
    return sliceFrom(pairs.subarray(0, size).sort(), fewest);
  });
}

/** A key with its documents, `pairs[from]` up to `pairs[to]`; a pair may stand there several times. */
interface KeyInPairs {
  key: number;
  from: number;
  to: number;
  documents: number;
}

function sliceFrom(pairs: Float64Array, fewest: number): IndexSlice {
  let keyCount = 0;
  let refCount = 0;
  for (const { documents } of keysIn(pairs, fewest)) {
    keyCount++;
    refCount += documents;
  }
  const slice = {
    keys: new Uint32Array(keyCount),
    from: new Uint32Array(keyCount + 1),
    refs: new Uint32Array(refCount),
  };
  let key = 0;
  let ref = 0;
  for (const found of keysIn(pairs, fewest)) {
    slice.keys[key++] = found.key;
    for (let i = found.from; i < found.to; i++)
      if (i === found.from || pairs[i] !== pairs[i - 1]) slice.refs[ref++] = pairs[i]! - found.key * refRoom;
    slice.from[key] = ref;
  }
  return slice;
}

/** The keys of ascending pairs that at least `fewest` documents have. */
function* keysIn(pairs: Float64Array, fewest: number): Generator<KeyInPairs> {
  for (let from = 0, to = 0; from < pairs.length; from = to) {
    const key = Math.floor(pairs[from]! / refRoom);
    let documents = 0;
    for (; to < pairs.length && pairs[to]! < (key + 1) * refRoom; to++)
      if (to === from || pairs[to] !== pairs[to - 1]) documents++;
    if (documents >= fewest) yield { key, from, to, documents };
  }
}

const none: Postings = { documents: 0, refs: new Uint32Array(0) };

/** Postings of one key; of a monster key the first and last `mostRefs / 2` refs, and how many there are in all. */
export function postingsOf(index: PostingsIndex, key: number): Postings {
  const slice = index[sliceOf(key)]!;
  const at = indexOfSorted(slice.keys, key);
  if (at < 0) return none;
  const refs = slice.refs.subarray(slice.from[at], slice.from[at + 1]);
  if (refs.length <= mostRefs) return { documents: refs.length, refs };
  const ends = new Uint32Array(mostRefs);
  ends.set(refs.subarray(0, mostRefs / 2));
  ends.set(refs.subarray(refs.length - mostRefs / 2), mostRefs / 2);
  return { documents: refs.length, refs: ends };
}
