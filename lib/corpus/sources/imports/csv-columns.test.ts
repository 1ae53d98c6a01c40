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
  [['Überschrift', 'Zeitung', 'Datum', 'Inhalt'], { title: 0, outlet: 1, published: 2, text: 3 }],
  [['Titre', 'Journal', 'Auteur', 'Contenu'], { title: 0, outlet: 1, byline: 2, text: 3 }],
  [['Título', 'Periódico', 'Fecha', 'Texto'], { title: 0, outlet: 1, published: 2, text: 3 }],
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

test('a short text is told from a headline by how it ends, and a column of dates by its dates', () => {
  const header = ['a', 'b', 'c'];
  const rows = [
    [
      'Bridge closed after the storm',
      '31/12/2025',
      'The bridge over the Osk was closed on Monday. Nobody was hurt.',
    ],
    [
      'Harbour board meets on Friday',
      '1 March 2026',
      'The harbour board meets on Friday to talk about the new crane.',
    ],
  ];
  expect(guessColumns(header, rows)).toEqual({ title: 0, published: 1, text: 2 });
});

test('a table of headlines has no column of texts', () => {
  const rows = [
    ['Bridge over the Osk closed after the worst storm in more than forty years'],
    ['Harbour board meets on Friday to talk about the new crane and its cost'],
  ];
  expect(guessColumns(['a'], rows)).toEqual({ title: 0 });
});
