import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, prefixCode } from './prefix-code';

const bitsOf = (counts: Uint32Array, lengths: Uint8Array) =>
  counts.reduce((sum, count, symbol) => sum + count * lengths[symbol]!, 0);

describe('a prefix code', () => {
  it('gives the commoner symbols the shorter codes', () => {
    expect([...prefixCode(Uint32Array.of(45, 13, 12, 0, 16, 9, 5), 15).lengths]).toEqual([
      1, 3, 3, 0, 3, 4, 4,
    ]);
  });

  it.each([
    ['no symbol', [0, 0], [0, 0]],
    ['one symbol', [0, 9], [0, 1]],
  ])('is there for %s', (_, counts, lengths) => {
    expect([...prefixCode(Uint32Array.from(counts), 15).lengths]).toEqual(lengths);
  });

  it('fills its space, keeps to the longest, and takes less than one bit a symbol more than the entropy', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.nat(5_000), { minLength: 2, maxLength: 286 })
          .filter((list) => list.filter(Boolean).length > 1),
        (list) => {
          const counts = Uint32Array.from(list);
          const { lengths } = prefixCode(counts, 15);
          const used = [...lengths].filter((length) => length > 0);
          expect(used.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
          expect(Math.max(...used)).toBeLessThanOrEqual(15);
          const all = counts.reduce((sum, count) => sum + count, 0);
          const entropy = list.reduce((sum, count) => sum + (count && count * Math.log2(all / count)), 0);
          expect(bitsOf(counts, lengths)).toBeLessThan(entropy + all);
        },
      ),
    );
  });

  it('is cut where the counts would make it longer', () => {
    const fibonacci = [1, 1];
    while (fibonacci.length < 24) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!);
    const { lengths } = prefixCode(Uint32Array.from(fibonacci), 7 + 8);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
  });

  it('is canonical: the code of RFC 1951, 3.2.2, read from its first bit', () => {
    const { bits, lengths } = codeOf(Uint8Array.of(3, 3, 3, 3, 3, 2, 4, 4));
    const printed = [...bits].map((code, i) =>
      [...code.toString(2).padStart(lengths[i]!, '0')].reverse().join(''),
    );
    expect(printed).toEqual(['010', '011', '100', '101', '110', '00', '1110', '1111']);
  });
});
