/**
 * Hashes of scheme `fp1`. Frozen: every stored index and every pack depends on them.
 * Words by FNV-1a over their UTF-16 units (Fowler, Noll, Vo), combined by MurmurHash3 x86_32 (Appleby, public domain).
 */

/** 32-bit hash of a folded word. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return finish(hash);
}

/** 32-bit hash of `count` word hashes from `at`; another `seed` gives an independent hash. */
export function hashRun(words: Uint32Array, at: number, count: number, seed: number): number {
  let hash = seed;
  for (let i = at; i < at + count; i++) {
    let block = Math.imul(words[i]!, 0xcc9e2d51);
    block = Math.imul((block << 15) | (block >>> 17), 0x1b873593);
    hash ^= block;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  return finish(hash ^ (count * 4));
}

/** Spreads every input bit over the whole word (the finalizer of MurmurHash3). */
function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
