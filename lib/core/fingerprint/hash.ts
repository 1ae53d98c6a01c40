import { spread } from '@/lib/core/text';

/**
 * 32-bit hash of `count` word hashes from `at`; another `seed` gives an independent hash. MurmurHash3 x86_32 (Appleby,
 * public domain) with one word hash a block. Frozen with scheme `fp1`: every stored index and every pack depends on it.
 */
export function hashRun(words: Uint32Array, at: number, count: number, seed: number): number {
  let hash = seed;
  for (let i = at; i < at + count; i++) {
    let block = Math.imul(words[i]!, 0xcc9e2d51);
    block = Math.imul((block << 15) | (block >>> 17), 0x1b873593);
    hash ^= block;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  return spread(hash ^ (count * 4));
}
