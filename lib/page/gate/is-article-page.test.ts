import { describe, expect, test } from 'vitest';
import { parseDocument } from '@/lib/page/read-html';
import { pageFixtures } from '@/tests/fixtures/pages';
import { isArticlePage } from '.';

describe('isArticlePage', () => {
  const fixtures = pageFixtures();

  test.each(fixtures.filter((fixture) => fixture.expect === 'article'))(
    'knows $name for an article',
    ({ html, url }) => {
      expect(isArticlePage(parseDocument(html), url)).toEqual({ article: true, because: null });
    },
  );

  test.each(fixtures.filter((fixture) => fixture.expect !== 'article'))(
    'is silent on $name, a $expect',
    ({ html, url, expect: because }) => {
      expect(isArticlePage(parseDocument(html), url)).toEqual({ article: false, because });
    },
  );

  test('knows an article without its address', () => {
    for (const { html } of fixtures.filter((fixture) => fixture.expect === 'article'))
      expect(isArticlePage(parseDocument(html), null).article).toBe(true);
  });

  test('takes a frame set for no page', () => {
    const document = parseDocument('<html><head><title>x</title></head></html>');
    document.querySelector('body')?.remove();
    expect(isArticlePage(document, null)).toEqual({ article: false, because: 'unsupported-page' });
  });

  test('changes nothing in the page', () => {
    for (const { html, url } of fixtures) {
      const document = parseDocument(html);
      const before = document.documentElement.outerHTML;
      isArticlePage(document, url);
      expect(document.documentElement.outerHTML).toBe(before);
    }
  });
});
