import { describe, expect, test } from 'vitest';
import type { PageReading, SourceLine } from '@/lib/core/article';
import { fitMessage } from './fit-message';

const line = (text: string, place: SourceLine['place']): SourceLine => ({
  text,
  links: [],
  place,
  span: null,
});

/** A reading of paragraphs that are all alike. */
function readingOf(paragraphs: number, lines: SourceLine[] = []): PageReading {
  const sentence = 'The ferry sails again, and “nobody” knows why.';
  const text = Array.from({ length: paragraphs }, () => sentence).join('\n\n');
  const step = sentence.length + 2;
  return {
    article: {
      id: 'a',
      outlet: null,
      url: null,
      title: null,
      byline: null,
      published: null,
      modified: null,
      language: null,
      text,
      paragraphs: Array.from({ length: paragraphs }, (_, n) => ({
        start: n * step,
        end: n * step + sentence.length,
      })),
      completeness: 'full',
    },
    lines,
    metadata: {
      canonical: null,
      ogUrl: null,
      siteName: null,
      publisher: null,
      isBasedOn: null,
      creditText: null,
      copyrightHolder: null,
      republicationPixel: null,
      feeds: [],
    },
    blocks: [
      { kind: 'blockquote', span: { start: 0, end: 9 }, cite: null },
      { kind: 'embed', span: { start: text.length - 9, end: text.length }, cite: null },
    ],
    cut: null,
  };
}

/** What is sent for this reading when `most` units may be sent; it must fit. */
function sent(reading: PageReading, most: number): PageReading {
  const outcome = fitMessage({ status: 'read', reading }, most);
  expect(JSON.stringify(outcome).length).toBeLessThanOrEqual(most);
  if (outcome.status !== 'read') throw new Error('a reading stays a reading');
  return outcome.reading;
}

describe('fitMessage', () => {
  test('leaves alone what fits', () => {
    const outcome = { status: 'read' as const, reading: readingOf(3) };
    expect(fitMessage(outcome, 10_000)).toBe(outcome);
  });

  test('drops lines from elsewhere in the page first, and never text for them', () => {
    const reading = readingOf(3, [
      line('Source: The Gazette', 'tail'),
      line('x'.repeat(390), 'elsewhere'),
      line('y'.repeat(390), 'elsewhere'),
    ]);
    const { lines, article } = sent(reading, JSON.stringify(reading).length - 300);
    expect(lines.map(({ text }) => text[0])).toEqual(['S', 'x']);
    expect(article).toEqual(reading.article);
  });

  test('cuts a text that alone is too long after a paragraph, and says how many words are left', () => {
    const reading = readingOf(1_000);
    const { article, blocks, cut } = sent(reading, 40_000);
    expect(reading.article.text.startsWith(article.text)).toBe(true);
    expect(article.text.endsWith('knows why.')).toBe(true);
    expect(article.paragraphs.at(-1)?.end).toBe(article.text.length);
    expect(blocks).toEqual([reading.blocks[0]]);
    expect(cut).toEqual({ wordsCompared: article.paragraphs.length * 8, wordsInAll: 8_000 });
  });

  test('keeps the number of words of a page that was cut before', () => {
    const reading = { ...readingOf(1_000), cut: { wordsCompared: 8_000, wordsInAll: 90_000 } };
    expect(sent(reading, 40_000).cut?.wordsInAll).toBe(90_000);
  });
});
