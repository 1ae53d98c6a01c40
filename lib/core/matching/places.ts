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
  const times = new Map<number, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const isPlain = (_: number, i: number) => times.get(keys[i]!) === 1;
  return { width: 32, seed: 0, tags: keys.filter(isPlain), positions: positions.filter(isPlain) };
}

/** The same by tags as short as can be: no other key of the article, plain or not, has the tag of a plain one. */
export function taggedPlaces(keys: Uint32Array, positions: Uint32Array): Places {
  const { tags, positions: plain } = wholePlaces(keys, positions);
  const { width, seed } = shortestTags(Uint32Array.from(new Set(keys)));
  return { width, seed, tags: tags.map((key) => tagOf(key, width, seed)), positions: plain };
}

/** The word position of a key that the article is known to have, `undefined` where it is not plain. */
export function placeFinder({ width, seed, tags, positions }: Places): (key: number) => number | undefined {
  const places = new Map<number, number>();
  tags.forEach((tag, i) => {
    places.set(tag, positions[i]!);
  });
  return (key) => places.get(tagOf(key, width, seed));
}

function tagOf(key: number, width: number, seed: number): number {
  return Math.imul(key, Math.imul(seed, 0x9e3779b2) + 1) >>> (32 - width);
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
  for (const key of keys) {
    const tag = tagOf(key, width, seed);
    if (seenWith[tag] === seed + 1) return false;
    seenWith[tag] = seed + 1;
  }
  return true;
}
