import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOf, staticFunction } from './static-function';

const number = fc.integer({ min: 0, max: 0xffffffff });
const pairs = fc.uniqueArray(fc.tuple(fc.oneof(number, fc.nat(200)), number), {
  selector: ([key]) => key,
  maxLength: 120,
});

test('each key has its number, and there are no more cells than keys', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const keys = Uint32Array.from(list, ([key]) => key);
      const found = staticFunction(
        keys,
        Uint32Array.from(list, ([, number]) => number),
      );
      expect(found.cells).toHaveLength(keys.length);
      expect(Array.from(keys, (key) => numberOf(found, key))).toEqual(list.map(([, number]) => number));
    }),
  );
});

test('cells have no more bits than the numbers', () => {
  const keys = Uint32Array.from({ length: 75 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  const { cells } = staticFunction(
    keys,
    keys.map((_, i) => i * 13),
  );
  expect(Math.max(...cells)).toBeLessThan(1_024);
});

test('which cells a key picks is the same for ever: functions lie on disk', () => {
  const cells = Uint32Array.from({ length: 32 }, (_, i) => 2 ** i);
  const picked = (key: number, seed: number) => numberOf({ seed, cells }, key).toString(16);
  expect([picked(0, 0), picked(0xffffffff, 0), picked(0x12345678, 3)]).toEqual([
    '11fd02eb',
    '24c2350c',
    '5373c1c8',
  ]);
  const later = Uint32Array.from({ length: 64 }, (_, i) => (i < 32 ? 0 : 2 ** (i - 32)));
  expect(numberOf({ seed: 1, cells: later }, 0x12345678).toString(16)).toBe('e82882d2');
});
