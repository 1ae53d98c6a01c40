import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalisedWords } from './capitalised-words';

/** The same in one pattern: plain to read, and several times as slow. */
const word =
  /(?<![\p{L}\p{N}@#.])(?<name>[\p{Lu}\p{Lo}\p{N}][\p{L}\p{M}\p{N}]*)[\p{L}\p{M}\p{N}'’.&!+/-]*|(?<!\p{L})(?:dpa|epd|euronews)(?!\p{L})/gu;

const placesOf = (text: string) => {
  const found: string[] = [];
  capitalisedWords(text, (start, end) => found.push(`${start}:${text.slice(start, end)}`));
  return found;
};

describe('words that may begin a name', () => {
  it('are those with a capital or a figure, whatever hangs on to them passed over', () => {
    expect(placesOf('The US-based BBC’s man @CNN told dpa, AFP/Reuters and the 9News.')).toEqual([
      '0:The',
      '4:US',
      '13:BBC',
      '33:dpa',
      '38:AFP',
      '58:9News',
    ]);
  });

  it('are those that a pattern finds, whatever the text', () => {
    const piece = fc.constantFrom(
      ..."Aa1.-/’'&@# ,éÉ新ا",
      'dpa',
      'epd',
      'euronews',
      'BBC',
      '𝐀',
      '\u0301',
      '\uD800',
    );
    const text = fc
      .oneof(fc.array(piece), fc.array(fc.string({ unit: 'binary' })))
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (text) => {
        const expected = Array.from(
          text.matchAll(word),
          ({ 0: all, index, groups }) => `${index}:${groups?.name ?? all}`,
        );
        expect(placesOf(text)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
