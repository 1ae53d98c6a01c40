import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberTable } from './number-table';

describe('a table of numbers by hash', () => {
  it('keeps what a map keeps, hashes that fall on one place too', () => {
    const hash = fc.oneof(
      fc.nat({ max: 2 ** 32 - 1 }),
      fc.constantFrom(0, 1, 64, 128, 2 ** 31, 2 ** 32 - 1, 2 ** 32 - 64),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(hash, fc.nat()), { maxLength: 60 }), fc.array(hash), (entries, asked) => {
        const table = new NumberTable(entries.length + 8);
        table.set(7, 7);
        table.set(2 ** 32 - 1, 1);
        table.clear(entries.length);
        for (const [key, number] of entries) table.set(key, number);
        const map = new Map(entries);
        for (const key of [...map.keys(), ...asked]) expect(table.get(key)).toBe(map.get(key) ?? -1);
      }),
    );
  });
});
