import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Places, placeFinder } from './places';

const keys = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.nat(40)), { maxLength: 400 })
  .map((list) => Uint32Array.from(list));
const placesIn = (list: Uint32Array) => list.map((_, i) => 7 * i);

test('by whole keys each is found at its place, none that stands twice, and no other', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 0, max: 0xffffffff }), (list, other) => {
      const placeOf = placeFinder({ by: 'key', keys: list, positions: placesIn(list) });
      for (const [i, key] of list.entries()) {
        const isPlain = list.filter((one) => one === key).length === 1;
        expect(placeOf(key)).toBe(isPlain ? 7 * i : undefined);
      }
      fc.pre(!list.includes(other));
      expect(placeOf(other)).toBeUndefined();
    }),
  );
});

test('by tags a key is found at the place of its high bits, with seed 0, or of those of its multiple', () => {
  const tags = Uint32Array.of(0b1010, 0b0001);
  const positions = Uint32Array.of(3, 9);
  const withSeed = (seed: number): Places => ({ by: 'tag', width: 4, seed, tags, positions });
  expect([0xa1234567, 0x1fffffff, 0x2fffffff].map(placeFinder(withSeed(0)))).toEqual([3, 9, undefined]);
  // 5 × 0x9e3779b3 is 0x1716 … in its low 32 bits.
  expect(placeFinder(withSeed(1))(5)).toBe(9);
});
