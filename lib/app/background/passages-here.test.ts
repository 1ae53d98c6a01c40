import { describe, expect, test } from 'vitest';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { byParagraph } from './passages-here';

const article = articleOf('a', 'The ferry is late.\n\nIt sails again.\n\nNobody knows why.');
const words = (from: string, to: string) => {
  const span = { start: article.text.indexOf(from), end: article.text.indexOf(to) + to.length };
  return byParagraph(article, span).map(({ start, end }) => article.text.slice(start, end));
};

describe('a passage by paragraph', () => {
  test('within one paragraph is itself', () => {
    expect(words('ferry', 'late')).toEqual(['ferry is late']);
  });

  test('over several ends and begins with each', () => {
    expect(words('late', 'Nobody')).toEqual(['late.', 'It sails again.', 'Nobody']);
  });

  test('has no piece without words', () => {
    const gap = article.text.indexOf('\n\n');
    expect(byParagraph(article, { start: gap, end: gap + 2 })).toEqual([]);
  });
});
