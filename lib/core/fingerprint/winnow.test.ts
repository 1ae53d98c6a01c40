import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { winnow } from './winnow';

const select = (values: Uint32Array, window: number) => {
  const found: number[] = [];
  winnow(values, window, (i) => found.push(i));
  return found;
};

/** The definition, word for word. */
function slowly(values: Uint32Array, window: number): number[] {
  const found = new Set<number>();
  for (let start = 0; start === 0 || start + window <= values.length; start++) {
    const inside = [...values.keys()].slice(start, start + window);
    const smallest = Math.min(...inside.map((i) => values[i]!));
    const at = inside.findLast((i) => values[i] === smallest);
    if (at !== undefined) found.add(at);
  }
  return [...found].sort((a, b) => a - b);
}

const values = (max: number) =>
  fc.array(fc.nat(max), { maxLength: 120 }).map((list) => Uint32Array.from(list));

describe('winnow', () => {
  it('selects what its definition says, also among many equal values', () => {
    fc.assert(
      fc.property(values(6), fc.integer({ min: 1, max: 20 }), (list, window) => {
        expect(select(list, window)).toEqual(slowly(list, window));
      }),
    );
  });

  it('selects with a wider window only what a narrower one selects too', () => {
    fc.assert(
      fc.property(values(1_000), fc.constantFrom([16, 8], [16, 4], [8, 4]), (list, [wide, narrow]) => {
        const narrower = new Set(select(list, narrow!));
        expect(select(list, wide!).every((i) => narrower.has(i))).toBe(true);
      }),
    );
  });

  it('selects nothing of an empty sequence', () => {
    expect(select(new Uint32Array(0), 4)).toEqual([]);
  });
});
