import { describe, expect, it } from 'vitest';
import type { Fingerprint } from '@/lib/core/fingerprint';
import { cleanPart } from './clean-words';

/** A fingerprint with the given places; the key of each is its place. */
const printAt = (...positions: number[]): Fingerprint => ({
  scheme: 'fp1',
  keys: Uint32Array.from(positions),
  positions: Uint32Array.from(positions),
  levels: new Uint8Array(positions.length),
  words: 100,
});
const words = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('cleanPart', () => {
  it('counts every word where no boilerplate stands', () => {
    expect(cleanPart(words(10, 40), printAt(5, 12, 20, 33), new Set([5]))).toEqual({
      words: 30,
      fingerprints: 3,
    });
  });

  it('counts no word where all of it is boilerplate', () => {
    expect(cleanPart(words(10, 40), printAt(12, 20, 30), new Set([12, 20, 30]))).toEqual({
      words: 0,
      fingerprints: 0,
    });
  });

  it('does not let one shingle at the edge vouch for a footer', () => {
    const { words: clean } = cleanPart(
      words(10, 60),
      printAt(10, 18, 26, 34, 42, 50),
      new Set([18, 26, 34, 42, 50]),
    );
    expect(clean).toBe(5);
  });

  it('counts the clean side of a passage that runs into boilerplate', () => {
    const { words: clean } = cleanPart(words(0, 60), printAt(4, 12, 20, 40, 50), new Set([40, 50]));
    expect(clean).toBe(25);
  });

  it('counts words alone that are equal: gaps of a passage are not there', () => {
    expect(cleanPart([10, 11, 12, 13, 14, 30, 31], printAt(10), new Set())).toEqual({
      words: 7,
      fingerprints: 1,
    });
  });

  const finerAt = (print: Fingerprint, ...places: number[]): Fingerprint => ({
    ...print,
    levels: print.levels.map((level, i) => (places.includes(print.positions[i]!) ? 1 : level)),
  });

  it('does not let the finer level vouch for a footer that is known by the base level', () => {
    const print = finerAt(printAt(12, 17, 24, 31, 36, 44), 17, 24, 36);
    expect(cleanPart(words(10, 60), print, new Set([12, 31, 44]))).toEqual({ words: 0, fingerprints: 0 });
  });

  it('lets the finer level vouch for a passage that has no other', () => {
    const print = finerAt(printAt(2, 12, 17, 28), 12, 17);
    expect(cleanPart(words(10, 24), print, new Set([2, 28]))).toEqual({ words: 14, fingerprints: 2 });
  });

  it('has no fingerprint to show where none lies wholly inside', () => {
    expect(cleanPart(words(10, 14), printAt(8, 12), new Set())).toEqual({ words: 4, fingerprints: 0 });
  });
});
