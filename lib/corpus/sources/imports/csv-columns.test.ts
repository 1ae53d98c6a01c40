import { expect, test } from 'vitest';
import { guessColumns, isHeader } from './csv-columns';

const story = 'The river rose. '.repeat(40);

test.each([
  [
    ['id', 'title', 'publication', 'author', 'date', 'url', 'content'],
    { id: 0, title: 1, outlet: 2, byline: 3, published: 4, url: 5, text: 6 },
  ],
  [
    ['Article ID', 'Headline', 'Source', 'Published At', 'Full Text'],
    { id: 0, title: 1, outlet: 2, published: 3, text: 4 },
  ],
  [
    ['unit_id', 'article_title', 'article_content', 'source', 'date', 'location'],
    { title: 1, text: 2, outlet: 3, published: 4 },
  ],
])('the header %j is understood', (header, map) => {
  expect(guessColumns(header, [])).toEqual(map);
});

test('columns without telling names are told by what they hold', () => {
  const rows = [
    ['7', 'https://courier.example/a', 'Bridge closed after the storm', story],
    ['8', 'https://courier.example/b', 'Harbour board meets on Friday', story],
  ];
  expect(isHeader(rows[0]!)).toBe(false);
  expect(guessColumns(null, rows)).toEqual({ url: 1, text: 3, title: 2 });
});
