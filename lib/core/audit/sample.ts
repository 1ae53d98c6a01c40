/**
 * `size` of the items, each as likely as any other, in an order that says nothing of where they stood. The same items
 * and seed give the same sample. Items are read once and only the sample is kept (reservoir sampling, Vitter's
 * algorithm R).
 */
export async function sampleOf<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  size: number,
  seed: number,
): Promise<Item[]> {
  const below = randomBelow(seed);
  const kept: Item[] = [];
  let seen = 0;
  for await (const item of items) {
    seen++;
    if (kept.length < size) {
      kept.push(item);
      continue;
    }
    const place = below(seen);
    if (place < size) kept[place] = item;
  }
  for (let last = kept.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [kept[last], kept[other]] = [kept[other]!, kept[last]!];
  }
  return kept;
}

/** Whole numbers from 0 up to a bound, by mulberry32 (Ettinger, public domain): plain and the same everywhere. */
function randomBelow(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
}
