import { numberOf, type StaticFunction } from './static-function';

/**
 * Where the shingle keys of an article without text stand in it. The index says that the article has a key; here only its
 * place is asked for, so the keys themselves need not be kept. A key that stands twice has no plain place.
 */
export type Places = PlacesByKey | PlacesByFunction | PlacesByTag;

interface PlacesByKey {
  by: 'key';
  keys: Uint32Array;
  positions: Uint32Array;
}

/** The least that places can take: a position for each key, which are ten bits of 600 words. */
export interface PlacesByFunction {
  by: 'function';
  /** Of the keys from `from` on, ascending. */
  groups: { from: number; positions: StaticFunction }[];
  /** Given for a key without a plain place. */
  notPlain: number;
}

/**
 * As older versions kept them: each plain key by a tag that no other key of the article has, its high bits when multiplied
 * by an odd number (multiply-shift hashing, Dietzfelbinger et al. 1997).
 */
export interface PlacesByTag {
  by: 'tag';
  /** Bits of a tag, 1 to 32. */
  width: number;
  /** Which odd number makes the tags: 0 stands for 1. */
  seed: number;
  tags: Uint32Array;
  positions: Uint32Array;
}

/** The word position of a key that the article is known to have, `undefined` where it is not plain. */
export function placeFinder(places: Places): (key: number) => number | undefined {
  if (places.by === 'function') return (key) => placeByFunction(places, key);
  if (places.by === 'key') {
    const plain = plainPlaces(places.keys, places.positions);
    return (key) => plain.get(key);
  }
  const { width, seed, tags, positions } = places;
  const byTag = plainPlaces(tags, positions);
  const factor = Math.imul(seed, 0x9e3779b2) + 1;
  return (key) => byTag.get(Math.imul(key, factor) >>> (32 - width));
}

/** Each of these keys with its position, `undefined` where that is not plain. */
export function plainPlaces(keys: Uint32Array, positions: Uint32Array): Map<number, number | undefined> {
  const places = new Map<number, number | undefined>();
  for (const [i, key] of keys.entries()) places.set(key, places.has(key) ? undefined : positions[i]!);
  return places;
}

function placeByFunction({ groups, notPlain }: PlacesByFunction, key: number): number | undefined {
  const group = groups.findLast(({ from }) => from <= key);
  const position = group && numberOf(group.positions, key);
  return position === notPlain ? undefined : position;
}

/** How many keys are known to have, or to lack, a plain place. */
export function keysIn(places: Places): number {
  if (places.by === 'key') return places.keys.length;
  if (places.by === 'tag') return places.tags.length;
  return places.groups.reduce((sum, { positions }) => sum + positions.cells.length, 0);
}
