import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, foldWord, hashWord, tokenize } from './index';

const words = (text: string) => tokenize(text).words;
const printed = (text: string) => {
  const { starts, ends } = tokenize(text);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
};

describe('tokenize folds', () => {
  it.each([
    ['case and accents', 'Café NAÏVE Ångström', ['cafe', 'naive', 'angstrom']],
    ['accents written apart', 'Cafe\u0301 ok', ['cafe', 'ok']],
    ['letters that Unicode keeps whole', 'Straße Øresund Łódź Ærø', ['strasse', 'oresund', 'lodz', 'aero']],
    ['compatibility forms', 'ﬁne ＡＢＣ m²', ['fine', 'abc', 'm2']],
    ['apostrophes of every kind', "don't don’t donʼt don`t don�t", Array(5).fill('dont')],
    ['an apostrophe at an edge', "'tis the workers' turn", ['tis', 'the', 'workers', 'turn']],
    [
      'soft hyphens, zero-width and direction marks',
      'co\u00ADoper\u200Bate \u200Fnow\uFEFF',
      ['cooperate', 'now'],
    ],
    ['a hyphen at a line’s end', 'an agree-\nment, agree\u00AD\r\n  ment', ['an', 'agreement', 'agreement']],
    ['no hyphen inside a line', 'US-backed well-known', ['us', 'backed', 'well', 'known']],
    ['no hyphen before a new paragraph', 'agree-\n\nment', ['agree', 'ment']],
    ['dashes', 'one—two – three', ['one', 'two', 'three']],
    ['digit commas', '4,000 or 1,234,567 in 2016,17', ['4000', 'or', '1234567', 'in', '2016', '17']],
    [
      'initials',
      'The U.S. and U.K., J.K. at 5 a.m. sharp',
      ['the', 'us', 'and', 'uk', 'jk', 'at', '5', 'am', 'sharp'],
    ],
    ['initials with a possessive or a hyphen', "U.S.'s U.S.-led U.S", ['uss', 'us', 'led', 'us']],
    ['a stop after a single letter as a stop', 'Plan B. Then C.', ['plan', 'b', 'then', 'c']],
    [
      'entities',
      'don&#8217;t &amp; caf&eacute;&nbsp;M&uuml;ller&mdash;&quot;ok&quot;',
      ['dont', 'cafe', 'muller', 'ok'],
    ],
    ['entities encoded twice', 'don&amp;#39;t stop&amp;nbsp;now', ['dont', 'stop', 'now']],
    ['an ampersand that is none', 'AT&T R&D; &', ['at', 't', 'r', 'd']],
    [
      'UTF-8 read as Windows-1252',
      'donâ€™t sayâ€”it LÃ©on â€œyesâ€\u009D handÂ and',
      ['dont', 'say', 'it', 'leon', 'yes', 'hand', 'and'],
    ],
    ['the same, twice', 'donÃ¢â‚¬â„¢t', ['dont']],
    ['French letters as they are', 'âge Âge bâtir', ['age', 'age', 'batir']],
    ['Cyrillic', 'Ёлка и Йод', ['елка', 'и', 'иод']],
    ['Arabic vowel points, tatweel and digits', 'مُحَمَّد ـكـتاب ٢٠١٧', ['محمد', 'كتاب', '2017']],
    ['Greek', 'Αθήνα', ['αθηνα']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['Japanese', '今日は東京で会議が開かれた。'],
    ['Chinese', '外交部發言人今天在北京表示'],
    ['Thai', 'รัฐบาลไทยประกาศวันนี้'],
  ])('%s, written without spaces, into several words', (_, text) => {
    const found = words(text);
    expect(found.length).toBeGreaterThan(3);
    expect(found.length).toBeLessThan(text.length);
    expect(printed(text).join('')).toBe(text.replace('。', ''));
  });

  it('Hindi without losing its vowel signs', () => {
    expect(words('की का').length).toBe(new Set(words('की का')).size);
  });
});

describe('tokenize', () => {
  it('points back at each word in the original text', () => {
    expect(printed('He said: “4,000 caf&eacute;s” (U.S. co\u00ADoperators donâ€™t).')).toEqual([
      'He',
      'said',
      '4,000',
      'caf&eacute;s',
      'U.S.',
      'co\u00ADoperators',
      'donâ€™t',
    ]);
  });

  it('marks the words inside quotation marks', () => {
    const { words, quoted } = tokenize('She said “we will stay” and left.');
    expect(words.filter((_, i) => quoted[i])).toEqual(['we', 'will', 'stay']);
  });

  /** Letters of several scripts, marks, lone surrogates, entities, misread UTF-8. */
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'â€™',
      'Ã©',
      '&amp;',
      '&#39;',
      'U.S.',
      '-\n',
      ',',
      "'",
      '\u00AD',
      '\uD800',
      '\uDC00',
      '“',
      '今日',
      'é',
    ),
  );
  const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('gives ascending spans that stay within the text and hold something', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, starts, ends, quoted } = tokenize(text);
        expect([starts.length, ends.length, quoted.length]).toEqual(Array(3).fill(words.length));
        words.forEach((word, i) => {
          expect(word).not.toBe('');
          expect(starts[i]).toBeGreaterThanOrEqual(ends[i - 1] ?? 0);
          expect(ends[i]).toBeGreaterThan(starts[i]!);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
        });
      }),
    );
  });

  it('gives the same words and hashes by the short ways', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, word, hashes } = tokenize(text);
        expect(words.map((_, i) => word(i))).toEqual(words);
        expect(hashes).toEqual(Uint32Array.from(words, hashWord));
      }),
    );
  });

  it('finds the same word again in what its span prints', () => {
    const spaced = anyText.filter(
      (text) =>
        !/\p{Script=Han}|\p{Script=Thai}|\p{scx=Hira}|\p{scx=Khmr}|\p{scx=Laoo}|\p{scx=Mymr}/u.test(text),
    );
    fc.assert(
      fc.property(spaced, (text) => {
        const found = words(text);
        expect(printed(text).map((one) => foldWord(one))).toEqual(found);
      }),
    );
  });

  it('leaves folded words as they are when they are folded again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = words(text).map(foldWord);
        expect(once.map(foldWord)).toEqual(once);
      }),
    );
  });

  it('folds every character of Unicode to something that folds to itself', () => {
    const changing: string[] = [];
    for (let code = 0; code < 0x30000; code++) {
      const once = foldWord(String.fromCodePoint(code));
      if (foldWord(once) !== once) changing.push(code.toString(16));
    }
    expect(changing).toEqual([]);
  });

  it('does not care how a text is spaced or punctuated', () => {
    const list = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(list, fc.constantFrom(' ', '\n\n', ', ', ' — ', '.\u00A0'), (list, gap) => {
        expect(words(list.join(gap))).toEqual(list);
      }),
    );
  });

  it.each([
    ['200,000 words', 'word and '.repeat(100_000), 200_000],
    ['one word of a million letters', 'a'.repeat(1_000_000), 1],
    ['a million stops', '.'.repeat(1_000_000), 0],
    ['a million initials', 'a.'.repeat(500_000), 1],
    ['a million ampersands', '&'.repeat(1_000_000), 0],
    ['a million entity starts', '&amp;'.repeat(200_000), 0],
    ['a million apostrophes', "'".repeat(1_000_000), 0],
    ['a million opening marks', '“'.repeat(1_000_000), 0],
    ['a million straight marks', ' "a'.repeat(300_000), 300_000],
    ['a million hyphens and line ends', '-\n'.repeat(500_000), 0],
    ['a million spaces after a hyphen', `a-${' '.repeat(1_000_000)}`, 1],
    ['a million misread letters', 'â€'.repeat(500_000), 0],
    ['a million lone surrogates', '\uD800'.repeat(1_000_000), 0],
  ])('reads %s', (_, text, expected) => {
    expect(countWords(text)).toBe(expected);
    expect(tokenize(text).words.length).toBe(expected);
  });
});
