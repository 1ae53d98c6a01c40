import { describe, expect, it } from 'vitest';
import { bareReading } from '@/lib/core/article';
import { copyAt, creditTo } from '@/tests/fixtures/copies';
import { articleOf, textOf } from '@/tests/fixtures/made-up-articles';
import type { Credit } from '../types';
import { readAnatomy } from './read-anatomy';
import { withWireParagraphs } from './wire-paragraphs';

const ap = creditTo('AP', 'wire');
const text = textOf(1, 5);
const [, second, third] = articleOf('page', text).paragraphs;
const shared: [number, number] = [second!.start, third!.end - 20];

function partsWith(
  credits: Credit[],
  copy = copyAt('quay.example', { relation: 'excerpt', passage: shared, credits: [ap] }),
) {
  const article = articleOf('page', text);
  const anatomy = readAnatomy(bareReading(article));
  return withWireParagraphs({ article, credits, anatomy: { ...anatomy, credits } }, [copy]).parts;
}

describe('withWireParagraphs', () => {
  it('tells paragraphs that stand in agency copy elsewhere, of a page that names no agency, from its own', () => {
    const parts = partsWith([]);
    expect(parts.map(({ kind, creditedElsewhere }) => [kind, creditedElsewhere])).toEqual([
      ['own', undefined],
      ['unstated', 'AP'],
      ['own', undefined],
    ]);
    expect(parts[1]?.span).toEqual({ start: second!.start, end: third!.end });
    expect(parts.reduce((sum, { words }) => sum + words, 0)).toBe(
      readAnatomy(bareReading(articleOf('page', text))).words,
    );
  });

  it('leaves a page alone that credits the agency, for help or as a whole', () => {
    for (const credit of [ap, creditTo('AP', 'contributed'), creditTo('KQED', 'republished')])
      expect(partsWith([credit]).map(({ kind }) => kind)).toEqual(['own']);
  });

  it('leaves words alone that no agency is credited with, and single sentences', () => {
    const uncredited = copyAt('quay.example', { relation: 'excerpt', passage: shared });
    const sentence = copyAt('quay.example', {
      relation: 'excerpt',
      passage: [second!.start, second!.start + 90],
      credits: [ap],
    });
    for (const copy of [uncredited, sentence])
      expect(partsWith([], copy).map(({ kind }) => kind)).toEqual(['own']);
  });
});
