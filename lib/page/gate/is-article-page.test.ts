import { describe, expect, test } from 'vitest';
import { parseDocument, readHtml } from '@/lib/page/read-html';
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

  test('knows a wall that asks for consent at length, and an article about consent', () => {
    const ask =
      'We and our partners store cookies on your device and process personal data for advertising. You may give consent or set your preferences below, and change them at any time.';
    const wall = (title: string, rest: string[]) =>
      `<title>${title}</title><body><h1>${title}</h1>${[...Array(16).fill(ask), ...rest].map((p) => `<p>${p}</p>`).join('')}`;
    const gate = (html: string) => isArticlePage(parseDocument(html), null).because;
    const told = Array(20).fill(
      'The harbour board met on Tuesday, and the ferry was late again because of the fog that lay over the whole of the sound.',
    );
    expect(gate(wall('We value your privacy', []))).toBe('consent-wall');
    expect(gate(wall('We value your privacy', told))).toBeNull();
    expect(gate(wall('Harbour board fined for its cookies', []))).toBeNull();
    const read = readHtml(wall('We value your privacy', []), { url: null, now: 0 });
    expect(read).toEqual({ status: 'not-an-article', because: 'consent-wall' });
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
