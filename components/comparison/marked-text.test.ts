import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ferryPassages, ferryTexts } from '@/tests/fixtures/reports';
import { markText } from './marked-text';
import { pairPassages } from './pair-passages';

const same = (start: number, end: number) => ({ span: { start, end }, kind: 'same' as const, only: [] });
const wordsOf = (paragraphs: ReturnType<typeof markText>) =>
  paragraphs.map((runs) => runs.map(({ text }) => text).join(''));

describe('markText', () => {
  it('cuts a text into paragraphs and those into runs by passage', () => {
    const [first, second] = markText('One two three.\n\nFour five.', [same(4, 7), same(16, 20)]);
    expect(first!.map(({ text, passage }) => [text, passage])).toEqual([
      ['One ', null],
      ['two', 0],
      [' three.', null],
    ]);
    expect(second!.map(({ text, passage }) => [text, passage])).toEqual([
      ['Four', 1],
      [' five.', null],
    ]);
  });

  it('carries a passage over a paragraph’s end, with one anchor at its beginning', () => {
    const paragraphs = markText('One two.\n\nThree four.', [same(4, 15)]);
    expect(
      paragraphs
        .flat()
        .filter(({ passage }) => passage === 0)
        .map(({ text, first }) => [text, first]),
    ).toEqual([
      ['two.', true],
      ['Three', false],
    ]);
  });

  it('gives words that two passages claim to the earlier one, and loses none', () => {
    const paragraphs = markText('abcdef', [same(0, 4), same(2, 6)]);
    expect(paragraphs.flat().map(({ text, passage }) => [text, passage])).toEqual([
      ['abcd', 0],
      ['ef', 1],
    ]);
  });

  it('keeps every visible character, whatever the spans', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => same(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '👍') }),
        fc.array(span),
        (text, spans) => {
          const expected = text.split('\n').filter((line) => line.trim() !== '');
          expect(wordsOf(markText(text, spans))).toEqual(expected);
        },
      ),
    );
  });
});

describe('pairPassages', () => {
  const { here, there } = ferryTexts;
  const sides = pairPassages(ferryPassages, here, there);
  const words = (text: string, side: (typeof sides)['here']) =>
    side.at(-1)!.only.map(({ start, end }) => text.slice(start, end));

  it('names the words of a passage that stand on one side only', () => {
    expect(words(here, sides.here)).toEqual(['meets again', 'discuss the matter.']);
    expect(words(there, sides.there)).toEqual(['will meet', 'talk about compensation.']);
  });

  it('names words that were changed within a run that both share', () => {
    const [mine, theirs] = [
      'The crowd held the old quay until noon.',
      'The mob held the old quay until noon.',
    ];
    const passage = {
      kind: 'same',
      here: { start: 0, end: mine.length },
      there: { start: 0, end: theirs.length },
      words: 7,
      quoted: 0,
    } as const;
    const found = pairPassages([passage], mine, theirs);
    expect(found.here[0]!.only.map(({ start, end }) => mine.slice(start, end))).toEqual(['crowd']);
    expect(found.there[0]!.only.map(({ start, end }) => theirs.slice(start, end))).toEqual(['mob']);
  });

  it('names none where the words are the same', () => {
    expect(sides.here.slice(0, -1).flatMap(({ only }) => only)).toEqual([]);
  });

  it('does not count case and punctuation as other words', () => {
    const passage = {
      kind: 'edited',
      here: { start: 0, end: 9 },
      there: { start: 0, end: 11 },
      words: 2,
      quoted: 0,
    } as const;
    const found = pairPassages([passage], 'The boat.', '“the” Boat!');
    expect([found.here[0]!.only, found.there[0]!.only]).toEqual([[], []]);
  });
});
