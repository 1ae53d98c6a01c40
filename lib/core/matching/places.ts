/**
 * Where the shingle keys of an article without text stand in it. The index says that the article has a key; here only its
 * place is asked for, so a key needs no more than a short tag that no other key of the article has.
 *
 * A tag is the high bits of the key times an odd number (multiply-shift hashing, Dietzfelbinger et al. 1997). The number
 * is tried out for each article until all tags differ: 75 keys take 9 or 10 bits each that way, where tags of the first
 * number at hand would need 18 to differ nine times in ten.
 */

/** Places of keys by tag, in order of place. */
export interface Places {
  /** Bits of a tag, 1 to 32. */
  width: number;
  /** Which odd number makes the tags: 0 stands for 1. */
  seed: number;
  tags: Uint32Array;
  positions: Uint32Array;
}

/** Odd numbers tried for one width: a seed is a byte. */
const seeds = 256;
/** Longest tag tried: enough for 3,000 keys, the fingerprint of 25,000 words. */
const widest = 20;

/** Places by the whole keys. A key that stands twice has no plain place and is left out. */
export function wholePlaces(keys: Uint32Array, positions: Uint32Array): Places {
  const twice = standTwice(keys);
  if (twice.size === 0) return { width: 32, seed: 0, tags: keys, positions };
  const isPlain = (_: number, i: number) => !twice.has(keys[i]!);
  return { width: 32, seed: 0, tags: keys.filter(isPlain), positions: positions.filter(isPlain) };
}

function standTwice(keys: Uint32Array): Set<number> {
  const sorted = keys.slice().sort();
  const twice = new Set<number>();
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) twice.add(sorted[i]!);
  return twice;
}

/** The same by tags as short as can be: no other key of the article, plain or not, has the tag of a plain one. */
export function taggedPlaces(keys: Uint32Array, positions: Uint32Array): Places {
  const { tags: plain, positions: places } = wholePlaces(keys, positions);
  const different = plain.length === keys.length ? keys : Uint32Array.from(new Set(keys));
  const { width, seed } = shortestTags(different);
  const factor = factorOf(seed);
  const tags = new Uint32Array(plain.length);
  for (let i = 0; i < plain.length; i++) tags[i] = tagOf(plain[i]!, width, factor);
  return { width, seed, tags, positions: places };
}

/** The word position of a key that the article is known to have, `undefined` where it is not plain. */
export function placeFinder({ width, seed, tags, positions }: Places): (key: number) => number | undefined {
  const places = new Map<number, number>();
  tags.forEach((tag, i) => {
    places.set(tag, positions[i]!);
  });
  const factor = factorOf(seed);
  return (key) => places.get(tagOf(key, width, factor));
}

/** The odd number of a seed. */
function factorOf(seed: number): number {
  return Math.imul(seed, 0x9e3779b2) + 1;
}

function tagOf(key: number, width: number, factor: number): number {
  return Math.imul(key, factor) >>> (32 - width);
}

/** The shortest tags that differ, from the width on at which some seed in a thousand does; whole keys, which always do, beyond. */
function shortestTags(keys: Uint32Array): { width: number; seed: number } {
  const least = Math.floor(2 * Math.log2(Math.max(2, keys.length))) - 3;
  for (let width = Math.max(1, least); width <= widest; width++) {
    const seenWith = new Uint16Array(2 ** width);
    for (let seed = 0; seed < seeds; seed++)
      if (areDifferent(keys, width, seed, seenWith)) return { width, seed };
  }
  return { width: 32, seed: 0 };
}

/** @param seenWith for each tag one more than the seed that last made it, so that it need not be cleared for the next */
function areDifferent(keys: Uint32Array, width: number, seed: number, seenWith: Uint16Array): boolean {
  const factor = factorOf(seed);
  for (let i = 0; i < keys.length; i++) {
    const tag = tagOf(keys[i]!, width, factor);
    if (seenWith[tag] === seed + 1) return false;
    seenWith[tag] = seed + 1;
  }
  return true;
}
