import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByKey } from './sort-by-key';

test('sorts by key and leaves pairs of one key in order', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const pairs = keys.map((key, place) => ({ key, place }));
      const sorted = sortByKey(
        Uint32Array.from(keys),
        Uint32Array.from(keys, (_, place) => place),
      );
      const expected = pairs.toSorted((a, b) => a.key - b.key);
      expect([...sorted.keys]).toEqual(expected.map(({ key }) => key));
      expect([...sorted.values]).toEqual(expected.map(({ place }) => place));
    }),
  );
});
