import { describe, expect, test } from 'vitest';
import { parseTolerantly, readLinkedData } from './json-ld';

describe('parseTolerantly', () => {
  test.each([
    ['as it should be', '{"name":"Gazette"}'],
    ['in a comment', '<!-- {"name":"Gazette"} -->'],
    ['in CDATA', '//<![CDATA[\n{"name":"Gazette"}\n//]]>'],
    ['with a comma too many', '{"name":"Gazette",}'],
    ['with a semicolon', '{"name":"Gazette"};'],
  ])('reads JSON %s', (_, source) => {
    expect(parseTolerantly(source)).toEqual({ name: 'Gazette' });
  });

  test('reads a line break within a string as a space', () => {
    expect(parseTolerantly('{"name":"Harbour\nGazette"}')).toEqual({ name: 'Harbour Gazette' });
  });

  test('makes nothing of what is no JSON', () => {
    expect(parseTolerantly('{"name": Gazette')).toBeNull();
  });
});

describe('readLinkedData', () => {
  const read = (...things: unknown[]) => readLinkedData(things.map((thing) => JSON.stringify(thing)));

  test('finds the article in a graph, and names by reference', () => {
    const linked = read({
      '@graph': [
        { '@type': 'BreadcrumbList', name: 'Path' },
        { '@type': 'Organization', '@id': '#us', name: 'Harbour Gazette' },
        {
          '@type': ['NewsArticle', 'ReportageNewsArticle'],
          headline: 'Ferry &amp; crew',
          author: [{ name: 'Mira Holt' }, 'Ned Vale'],
          publisher: { '@id': '#us' },
          isBasedOn: { '@type': 'CreativeWork', url: 'https://isle.example/a' },
          wordCount: '640',
        },
      ],
    });
    expect(linked).toMatchObject({
      headline: 'Ferry & crew',
      author: 'Mira Holt, Ned Vale',
      publisher: 'Harbour Gazette',
      isBasedOn: 'https://isle.example/a',
      wordCount: 640,
      free: null,
    });
  });

  test.each([
    [false, { isAccessibleForFree: 'False' }],
    [false, { isAccessibleForFree: false }],
    [true, { isAccessibleForFree: 'http://schema.org/True' }],
    [
      false,
      { isAccessibleForFree: true, hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false } },
    ],
    [null, {}],
  ])('says %s for an article with %j', (free, fields) => {
    expect(read({ '@type': 'NewsArticle', ...fields }).free).toBe(free);
  });

  test('takes nothing from things that are no article', () => {
    expect(read({ '@type': 'Product', name: 'Print of the pier', author: 'N. Vale' })).toMatchObject({
      headline: null,
      author: null,
    });
  });

  test('ends with data nested and repeated without end', () => {
    const deep = `${'{"@graph":['.repeat(5_000)}${']}'.repeat(5_000)}`;
    const wide = `[${Array(20_000).fill('{"@type":"Thing"}').join(',')}]`;
    expect(readLinkedData([deep, wide]).headline).toBeNull();
  });

  test('leaves the prototypes of objects alone', () => {
    readLinkedData([
      '{"@type":"NewsArticle","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect('polluted' in {}).toBe(false);
  });
});
