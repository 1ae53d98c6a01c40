/**
 * 32-bit hashes of folded words: FNV-1a (Fowler, Noll, Vo) over their UTF-16 units, spread by the finalizer of
 * MurmurHash3 (Appleby, public domain). Part of scheme `fp1` and frozen with it.
 */

/** Hash of no units yet. */
export const emptyHash = 0x811c9dc5;

/** Takes one more UTF-16 unit into a hash. */
export function addUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Spreads every bit of a hash over the whole of it; unsigned. */
export function spread(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a of any text, unsigned: what it is known by where nobody gains from making two alike. */
export function hashText(text: string): number {
  let hash = emptyHash;
  for (let i = 0; i < text.length; i++) hash = addUnit(hash, text.charCodeAt(i));
  return hash >>> 0;
}

/** Hash of a folded word. */
export function hashWord(word: string): number {
  let hash = emptyHash;
  for (let i = 0; i < word.length; i++) hash = addUnit(hash, word.charCodeAt(i));
  return spread(hash);
}
