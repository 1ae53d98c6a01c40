import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tokens, tokenize } from '@/lib/core/text';
import { align } from './index';

const tokens = (...parts: (string | string[])[]): Tokens => tokenize(parts.flat().join(' '));
const range = (length: number, prefix: string) => Array.from({ length }, (_, i) => `${prefix}${i}`);

/** Longest common run of each pair of places, filled in word by word: slow and obvious. */
function runsSlowly(here: string[], there: string[]): { here: number; there: number; length: number }[] {
  const length = here.map(() => there.map(() => 0));
  const runs = [];
  for (let i = 0; i < here.length; i++)
    for (let j = 0; j < there.length; j++) {
      if (here[i] !== there[j]) continue;
      const run = (length[i - 1]?.[j - 1] ?? 0) + 1;
      length[i]![j] = run;
      const goesOn = here[i + 1] !== undefined && here[i + 1] === there[j + 1];
      if (!goesOn) runs.push({ here: i - run + 1, there: j - run + 1, length: run });
    }
  return runs;
}

const wordList = (vocabulary: number, maxLength: number) =>
  fc.array(
    fc.nat(vocabulary).map((n) => `w${n}`),
    { maxLength },
  );

describe('align', () => {
  it('pairs equal words only, in order, and no word twice', () => {
    fc.assert(
      fc.property(wordList(12, 120), wordList(12, 120), (a, b) => {
        const [here, there] = [tokens(a), tokens(b)];
        const seenHere = new Set<number>();
        const seenThere = new Set<number>();
        for (const { hereWords, thereWords, words } of align(here, there)) {
          expect(words).toBe(hereWords.length);
          hereWords.forEach((i, n) => {
            const j = thereWords[n]!;
            expect(here.words[i]).toBe(there.words[j]);
            expect(seenHere.has(i) || seenThere.has(j)).toBe(false);
            if (n > 0) expect(i > hereWords[n - 1]! && j > thereWords[n - 1]!).toBe(true);
            seenHere.add(i);
            seenThere.add(j);
          });
        }
      }),
    );
  });

  it('gives passages whose spans do not overlap in either text', () => {
    fc.assert(
      fc.property(wordList(8, 150), wordList(8, 150), (a, b) => {
        const passages = align(tokens(a), tokens(b));
        for (const side of ['here', 'there'] as const) {
          const spans = passages.map((passage) => passage[side]).sort((x, y) => x.start - y.start);
          spans.forEach((span, i) => {
            expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          });
        }
      }),
    );
  });

  it('finds every run of eight words or more that the slow search finds, where words are distinct', () => {
    const shuffled = fc.shuffledSubarray(range(60, 'w'), { minLength: 30 });
    const blocks = fc.array(fc.nat(5), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(shuffled, blocks, (list, order) => {
        const cut = (n: number) => list.slice(n * 10, n * 10 + 10);
        const moved = [...new Set(order)].flatMap((n) => [...cut(n), `x${n}`]);
        const paired = new Set(align(tokens(list), tokens(moved)).flatMap(({ hereWords }) => hereWords));
        for (const run of runsSlowly(list, moved).filter(({ length }) => length >= 8))
          for (let i = run.here; i < run.here + run.length; i++) expect(paired.has(i)).toBe(true);
      }),
    );
  });

  it('gives one passage, whole, for identical texts', () => {
    const text = tokens(range(300, 'w'));
    expect(align(text, text)).toMatchObject([{ words: 300, here: { start: 0 }, there: { start: 0 } }]);
  });

  it('gives one passage for a text with every tenth word changed, and counts the equal words', () => {
    const words = range(200, 'w');
    const edited = words.map((word, i) => (i % 10 === 9 ? 'changed' : word));
    expect(align(tokens(words), tokens(edited)).map(({ words }) => words)).toEqual([180]);
  });

  it('counts single equal words between changed ones', () => {
    const words = range(40, 'w');
    const edited = words.map((word, i) => (i === 15 || i === 17 || i === 19 ? 'x' : word));
    expect(align(tokens(words), tokens(edited))).toMatchObject([{ words: 37 }]);
  });

  it('finds moved paragraphs as passages of their own', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => range(40, name));
    const passages = align(tokens(a!, b!, c!), tokens(c!, a!, b!));
    expect(passages.map(({ words }) => words)).toEqual([80, 40]);
    expect(passages[0]!.there.start).toBeGreaterThan(passages[1]!.there.start);
  });

  it('starts a new passage after a gap of more than eighteen words', () => {
    const [a, b] = [range(20, 'a'), range(20, 'b')];
    const near = align(tokens(a, range(18, 'x'), b), tokens(a, b));
    const far = align(tokens(a, range(19, 'x'), b), tokens(a, b));
    expect([near.length, far.length]).toEqual([1, 2]);
  });

  it('speaks of the original text in both spans', () => {
    const here = 'He wrote: The U.S. said that 4,000 men would leave the base at noon, sources say.';
    const there = 'THE US SAID THAT 4000 MEN WOULD LEAVE THE BASE AT NOON!';
    const [passage] = align(tokenize(here), tokenize(there));
    expect(here.slice(passage!.here.start, passage!.here.end)).toBe(
      'The U.S. said that 4,000 men would leave the base at noon',
    );
    expect(there.slice(passage!.there.start, passage!.there.end)).toBe(there.slice(0, -1));
  });

  it('says which share of the words is quoted here', () => {
    const quote = range(10, 'q').join(' ');
    const [passage] = align(
      tokenize(`${range(10, 'a').join(' ')} “${quote}”`),
      tokens(range(10, 'a'), range(10, 'q')),
    );
    expect(passage).toMatchObject({ words: 20, quoted: 0.5 });
  });

  it.each([
    ['an empty text', [], range(50, 'w')],
    ['a text without anything in common', range(50, 'v'), range(50, 'w')],
    ['fewer words than a passage has', range(7, 'w'), range(7, 'w')],
  ])('gives nothing for %s', (_, a, b) => {
    expect(align(tokens(a), tokens(b))).toEqual([]);
  });

  it.each([
    ['one word repeated', Array.from({ length: 30_000 }, () => 'again'), 30_000],
    ['a phrase repeated', Array.from({ length: 30_000 }, (_, i) => `p${i % 40}`), 30_000],
    ['every word once', range(30_000, 'w'), 30_000],
  ])('pairs two equal texts of 30,000 words whole: %s', (_, words, expected) => {
    const text = tokens(words);
    expect(align(text, text).reduce((sum, passage) => sum + passage.words, 0)).toBe(expected);
  });

  it('stays whole on 30,000 words with every tenth changed', () => {
    const words = range(30_000, 'w');
    const edited = words.map((word, i) => (i % 10 === 5 ? 'changed' : word));
    expect(align(tokens(words), tokens(edited)).reduce((sum, passage) => sum + passage.words, 0)).toBe(
      27_000,
    );
  });

  it('answers for repetitive texts of different length', () => {
    const short = tokens(Array.from({ length: 5_000 }, (_, i) => `p${i % 7}`));
    const long = tokens(
      ['start'],
      Array.from({ length: 20_000 }, (_, i) => `p${i % 7}`),
    );
    expect(align(short, long).reduce((sum, passage) => sum + passage.words, 0)).toBeGreaterThan(4_900);
  });
});
