import { spread } from '@/lib/core/text';

/**
 * 32-bit hash of `count` word hashes from `at`; another `seed` gives an independent hash. MurmurHash3 x86_32 (Appleby,
 * public domain) with one word hash a block. Frozen with scheme `fp1`: every stored index and every pack depends on it.
 */
export function hashRun(words: Uint32Array, at: number, count: number, seed: number): number {
  let hash = seed;
  for (let i = at; i < at + count; i++) hash = withBlock(hash, mixed(words[i]!));
  return spread(hash ^ (count * 4));
}

/** `hashRun` of every run of `count` words, in order; each word is mixed once for all runs it is in. */
export function hashRuns(words: Uint32Array, count: number, seed: number): Uint32Array {
  const blocks = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) blocks[i] = mixed(words[i]!);
  const hashes = new Uint32Array(Math.max(0, words.length - count + 1));
  for (let at = 0; at < hashes.length; at++) {
    let hash = seed;
    for (let i = at; i < at + count; i++) hash = withBlock(hash, blocks[i]!);
    hashes[at] = spread(hash ^ (count * 4));
  }
  return hashes;
}

function mixed(word: number): number {
  const block = Math.imul(word, 0xcc9e2d51);
  return Math.imul((block << 15) | (block >>> 17), 0x1b873593);
}

function withBlock(hash: number, block: number): number {
  const sum = hash ^ block;
  return (Math.imul((sum << 13) | (sum >>> 19), 5) + 0xe6546b64) | 0;
}
