import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeFinder, taggedPlaces, wholePlaces } from './places';

const keys = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.nat(40)), { maxLength: 400 })
  .map((list) => Uint32Array.from(list));
const placesIn = (list: Uint32Array) => list.map((_, i) => 7 * i);

test('every key of an article is found at its place by its tag, and none that stands twice', () => {
  fc.assert(
    fc.property(keys, (list) => {
      const find = placeFinder(taggedPlaces(list, placesIn(list)));
      for (const [i, key] of list.entries()) {
        const isPlain = list.filter((other) => other === key).length === 1;
        expect(find(key)).toBe(isPlain ? 7 * i : undefined);
      }
    }),
  );
});

test('by whole keys no other key is found', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 0, max: 0xffffffff }), (list, other) => {
      fc.pre(!list.includes(other));
      expect(placeFinder(wholePlaces(list, placesIn(list)))(other)).toBeUndefined();
    }),
  );
});

test('tags of a usual article are short', () => {
  const spread = Uint32Array.from({ length: 75 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) ^ (i << 7));
  expect(taggedPlaces(spread, placesIn(spread)).width).toBeLessThan(12);
});
