import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '@/lib/core/text';
import { fingerprint, shingleWords, windows } from './index';

/** Words that repeat now and then, as in language. */
const word = fc.nat(400).map((n) => `w${n}`);
const words = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength });

function keysOf(text: string, level: (level: number) => boolean): Set<number> {
  const print = fingerprint(tokenize(text));
  return new Set(print.keys.filter((_, i) => level(print.levels[i]!)));
}

const share = (a: Set<number>, b: Set<number>) => [...a].some((key) => b.has(key));

describe('fingerprint', () => {
  it.each([
    ['base', (level: number) => level === 0],
    ['tier', (level: number) => level <= 2],
  ] as const)('finds any copied run of window + 4 words on the %s level', (name, level) => {
    const run = windows[name] + shingleWords - 1;
    fc.assert(
      fc.property(words(run, run), words(0, 80), words(0, 80), words(0, 80), (copied, a, b, c) => {
        const here = [...a, ...copied, ...b].join(' ');
        const there = [...c, ...copied].join(' ');
        expect(share(keysOf(here, level), keysOf(there, level))).toBe(true);
      }),
    );
  });

  it('finds any run of eight words that both texts quote, without the tier', () => {
    const run = windows.dense + shingleWords - 1;
    fc.assert(
      fc.property(words(run, run), words(0, 40), words(0, 40), (quote, a, b) => {
        const here = `${a.join(' ')} “${quote.join(' ')}” ${b.join(' ')}`;
        const there = `${b.join(' ')} "z ${quote.join(' ')} z" ${a.join(' ')}`;
        const withoutTier = (level: number) => level !== 1;
        expect(share(keysOf(here, withoutTier), keysOf(there, withoutTier))).toBe(true);
      }),
    );
  });

  it('gives positions in order and keys that depend on the words only', () => {
    fc.assert(
      fc.property(words(0, 200), (list) => {
        const print = fingerprint(tokenize(list.join(' ')));
        expect(print.words).toBe(list.length);
        expect([...print.positions]).toEqual([...new Set(print.positions)].sort((a, b) => a - b));
        print.positions.forEach((at, i) => {
          const alone = fingerprint(tokenize(list.slice(at, at + shingleWords).join(' ')));
          expect(alone.keys[0]).toBe(print.keys[i]);
        });
      }),
    );
  });

  it('has nothing for a text shorter than a shingle', () => {
    expect(fingerprint(tokenize('four words are few')).keys).toHaveLength(0);
  });

  it('holds a few dozen keys of a news text of 600 words on the base level', () => {
    const text = Array.from({ length: 600 }, (_, i) => `w${(i * 7919) % 601}`).join(' ');
    const base = keysOf(text, (level) => level === 0);
    const expected = (2 * 596) / (windows.base + 1);
    expect(base.size).toBeGreaterThan(expected * 0.7);
    expect(base.size).toBeLessThan(expected * 1.3);
  });
});
