/** Bits of a key that are looked at in one pass. */
const digit = 11;
const digits = 2 ** digit;

/**
 * Sorts pairs by their 32-bit keys; pairs of one key stay in order. A radix sort: three passes, however many there are.
 * @returns arrays that may be those given, in either case sorted.
 */
export function sortByKey(
  keys: Uint32Array<ArrayBuffer>,
  values: Uint32Array<ArrayBuffer>,
): { keys: Uint32Array<ArrayBuffer>; values: Uint32Array<ArrayBuffer> } {
  let from = { keys, values };
  let to = { keys: new Uint32Array(keys.length), values: new Uint32Array(keys.length) };
  for (let shift = 0; shift < 32; shift += digit) {
    const places = placesOf(from.keys, shift);
    for (let i = 0; i < keys.length; i++) {
      const key = from.keys[i]!;
      const place = places[(key >>> shift) & (digits - 1)]!++;
      to.keys[place] = key;
      to.values[place] = from.values[i]!;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** For each value of a digit the place of the first pair that has it. */
function placesOf(keys: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(digits);
  for (let i = 0; i < keys.length; i++) places[(keys[i]! >>> shift) & (digits - 1)]!++;
  let place = 0;
  for (let digit = 0; digit < digits; digit++) {
    const count = places[digit]!;
    places[digit] = place;
    place += count;
  }
  return places;
}
