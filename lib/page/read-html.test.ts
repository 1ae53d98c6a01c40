import { describe, expect, test } from 'vitest';
import type { PageReading } from '@/lib/core/article';
import { pageFixture, pageFixtures } from '@/tests/fixtures/pages';
import { isArticlePage } from './gate';
import { parseDocument, readHtml } from './read-html';
import { readPage } from './read-page';

const now = Date.parse('2026-06-01T12:00:00Z');

function readFixture(name: string): PageReading {
  const { html, url } = pageFixture(name);
  const outcome = readHtml(html, { url, now });
  if (outcome.status !== 'read') throw new Error(`${name} was not read: ${outcome.because}`);
  return outcome.reading;
}

const lineOf = (reading: PageReading, words: string) =>
  reading.lines.find(({ text }) => text.includes(words));
const textAt = ({ article }: PageReading, { start, end }: { start: number; end: number }) =>
  article.text.slice(start, end);

describe('a plain article', () => {
  const reading = readFixture('article-plain');
  const { article } = reading;

  test('is its paragraphs, list items and headings, as the reader sees them', () => {
    expect(article.text.split('\n\n')).toEqual([
      'Ferry crews on the Ostrel coast have called off the strike that was to begin on Tuesday, after a night of talks at the harbour office.',
      '“We have a roster that our people can live with,” said Dana Brill, who speaks for the crews. The company said it would pay for the missed shifts.',
      'What was agreed',
      'Two nights in a row at most, with a day between them.',
      'A relief crew in every port from the first of June.',
      'The council had asked both sides\nto spare the market days.',
      'Boats will run to the winter timetable until the end of the month, and tickets that were bought for Tuesday stay valid.',
      'Delivered by The Isle Dispatch',
    ]);
  });

  test('has each paragraph as a span of its text', () => {
    expect(article.paragraphs.map((span) => textAt(reading, span)).join('\n\n')).toBe(article.text);
  });

  test('states headline, byline, outlet, language and its own address without what tracks readers', () => {
    expect(article).toMatchObject({
      id: 'https://www.harbourgazette.example/news/2021/03/14/ferry-crews-call-off-strike',
      outlet: 'Harbour Gazette',
      title: 'Ferry crews call off Tuesday strike',
      byline: 'By Mira Holt, Ports Correspondent',
      language: 'en-gb',
      completeness: 'full',
    });
  });

  test('is dated by the minute, and says where from', () => {
    expect(article.published).toEqual({ at: '2021-03-14T17:05:00Z', precision: 'minute', from: 'page' });
    expect(article.modified).toEqual({ at: '2021-03-14T18:40:00Z', precision: 'minute', from: 'page' });
  });

  test('hands on its metadata and feeds', () => {
    expect(reading.metadata).toMatchObject({
      siteName: 'Harbour Gazette',
      publisher: 'Harbour Gazette',
      isBasedOn: 'https://www.isledispatch.example/ferry',
      feeds: [{ title: 'Gazette news', href: 'https://www.harbourgazette.example/feeds/news.xml' }],
    });
  });

  test('keeps the credit line with its link and its place', () => {
    const line = lineOf(reading, 'Delivered by')!;
    expect(line.place).toBe('body');
    expect(textAt(reading, line.span!)).toBe('Delivered by The Isle Dispatch');
    expect(line.links).toEqual([
      { text: 'The Isle Dispatch', href: 'https://www.isledispatch.example/', span: expect.anything() },
    ]);
    expect(textAt(reading, line.links[0]!.span!)).toBe('The Isle Dispatch');
  });

  test('keeps lines that were cut from the text, without a place in it', () => {
    expect(lineOf(reading, 'All rights reserved')).toMatchObject({ place: 'tail', span: null });
    expect(lineOf(reading, 'By Mira Holt')).toMatchObject({ place: 'head', span: null });
  });
});

test('paragraphs that are each wrapped make one text, without what stands between them', () => {
  const { article } = readFixture('article-wrapped-paragraphs');
  expect(article.paragraphs).toHaveLength(6);
  expect(article.text).toMatch(/^REEDBANK \(NPA\) — Growers/);
  expect(article.text).not.toContain('Advertisement');
});

test('text parted by line breaks is parted into paragraphs', () => {
  const { article } = readFixture('article-line-breaks');
  expect(article.paragraphs).toHaveLength(4);
  expect(article).toMatchObject({ title: 'New bridge opens to cyclists first', byline: 'by Ansel Roe' });
});

test('a consent dialogue over an article is no part of it', () => {
  const { article } = readFixture('article-consent-overlay');
  expect(article.text).toMatch(/^The clock on the town hall/);
  expect(article.published).toEqual({ at: '2022-05-02', precision: 'day', from: 'page' });
});

test('what stands behind a paywall is said, and the call to subscribe is no part of the text', () => {
  const { article } = readFixture('article-paywalled');
  expect(article.completeness).toBe('paywalled');
  expect(article.text).not.toMatch(/subscri/i);
});

test('a text that leads on elsewhere is a teaser', () => {
  expect(readFixture('article-teaser').article.completeness).toBe('teaser');
});

test('block quotes and embedded posts are spans of the text, with their address', () => {
  const reading = readFixture('article-with-quotations');
  expect(reading.blocks.map(({ kind, cite, span }) => ({ kind, cite, text: textAt(reading, span) }))).toEqual(
    [
      {
        kind: 'blockquote',
        cite: 'https://ostrel.example/letter',
        text: 'Eight years are enough for one desk, and I should like to see the river from the other bank for once.\n\nI thank everybody who has told me that I was wrong, above all when I was.',
      },
      {
        kind: 'embed',
        cite: 'https://posts.example/stenhallow/status/12',
        text: expect.stringMatching(/^A weekend is short\.[\s\S]*4 May 2022$/),
      },
    ],
  );
});

describe('a text that is one block quotation from end to end', () => {
  const letter = [
    'The ferry stays in service for another winter, the board of the harbour has decided after two meetings.',
    'Repairs to the second engine will be paid out of the fund for piers, which had not been touched in years.',
    'Passengers on the island had feared that the boat would be sold, and had written some four hundred letters.',
  ];
  const read = (quoted: string, before = '') => {
    const html = `<html><head><title>The ferry stays</title></head><body><article><h1>The ferry stays</h1>${before}<blockquote>${quoted}</blockquote></article></body></html>`;
    const outcome = readHtml(html, { url: 'https://isle.example/2004/ferry.html', now });
    if (outcome.status !== 'read') throw new Error(outcome.because);
    return outcome.reading.blocks.length;
  };
  const paragraphs = letter.map((words) => `<p>${words}</p>`).join('');

  test('is indented so, and quotes nobody', () => {
    expect(read(paragraphs)).toBe(0);
    expect(read(paragraphs, '<p>By Mira Holt, 4 May 2004.</p>')).toBe(0);
    expect(read(`${paragraphs}</blockquote><h2>What it will cost us all</h2><blockquote>${paragraphs}`)).toBe(
      0,
    );
  });

  test('is a quotation where the page speaks before it, or it names its source', () => {
    const lead =
      '<p>The Isle Dispatch has the news that all of us on this side of the water had waited for:</p>';
    expect(read(paragraphs, lead)).toBe(1);
    expect(
      read(`${paragraphs}<p>From <a href="https://dispatch.example/ferry">The Isle Dispatch</a></p>`),
    ).toBe(1);
  });
});

describe('an article of another outlet', () => {
  const reading = readFixture('article-republished');

  test('keeps its own address, though its canonical one is elsewhere', () => {
    expect(reading.article.id).toBe('https://www.oldtownherald.example/reprints/the-last-lamp-lighter');
    expect(reading.metadata.canonical).toBe(
      'https://www.isledispatch.example/long-reads/the-last-lamp-lighter',
    );
  });

  test('names it by pixel and by broken linked data', () => {
    expect(reading.metadata).toMatchObject({
      republicationPixel: 'https://www.isledispatch.example/?republication-pixel=true&post=77',
      creditText: 'Isle Dispatch',
      copyrightHolder: 'Isle Dispatch',
    });
  });

  test('keeps the credit before the headline and the one at the end, with their links', () => {
    expect(lineOf(reading, 'Contributed by')).toMatchObject({
      text: 'Contributed by Nell Arden of Isle Dispatch.',
      place: 'head',
      links: [{ text: 'Isle Dispatch', href: 'https://www.isledispatch.example/', span: null }],
    });
    expect(lineOf(reading, 'originally appeared')?.links).toHaveLength(1);
  });
});

describe('readHtml', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['a word', 'Harbour'],
    ['a script alone', '<script>let text = "The ferry sails at noon, as it always did."</script>'],
  ])('finds no text in %s', (_, html) => {
    expect(readHtml(html, { url: null, now })).toEqual({ status: 'not-an-article', because: 'no-text' });
  });

  const sentence =
    'The boats were lent for another season, as they have been each year since the pier was built. ';

  test('reads a fragment without an address, under a name of its own that stays the same', () => {
    const html = `<p>${sentence.repeat(3)}</p>`;
    const [first, again] = [readHtml(html, { url: null, now }), readHtml(html, { url: null, now })];
    expect(first).toEqual(again);
    expect(first).toMatchObject({
      status: 'read',
      reading: {
        article: {
          id: expect.stringMatching(/^text:/),
          outlet: null,
          url: null,
          title: null,
          published: null,
        },
      },
    });
  });

  test('reads a page with two bodies and none closed', () => {
    const outcome = readHtml(`<html><title>Boats</title><body><p>${sentence.repeat(3)}<body><p>${sentence}`, {
      url: null,
      now,
    });
    expect(outcome).toMatchObject({ status: 'read', reading: { article: { title: 'Boats' } } });
  });

  test('compares the first 30,000 words of a longer text, and says so', () => {
    const outcome = readHtml(`<h1>Boats</h1>${`<p>${sentence}</p>`.repeat(2_000)}`, { url: null, now });
    expect(outcome).toMatchObject({
      status: 'read',
      reading: { cut: { wordsCompared: 30_000, wordsInAll: 36_000 } },
    });
  });

  test('says nothing of a cut where there was none', () => {
    expect(readHtml(`<p>${sentence.repeat(3)}</p>`, { url: null, now })).toMatchObject({
      reading: { cut: null },
    });
  });

  test('reads elements nested tens of thousands deep', () => {
    const outcome = readHtml(`${'<div>'.repeat(30_000)}<p>${sentence.repeat(3)}</p>`, { url: null, now });
    expect(outcome.status).toBe('read');
  });
});

test.each(pageFixtures().filter((fixture) => fixture.expect !== 'article'))(
  '$name is no article, and says why',
  ({ html, url, expect: because }) => {
    expect(readHtml(html, { url, now })).toEqual({ status: 'not-an-article', because });
  },
);

describe('an address that looks like a list', () => {
  const sentence =
    'The net sheds burned until the tide came in, and the crews of both lifeboats carried water from the slip. ';
  const menu = '<nav><a href="/business">Business</a> <a href="/sport">Sport</a></nav>';

  test.each(['/', '/blank', '/tag/blank'])('%s has no text where the page is empty', (path) => {
    const url = `https://isledispatch.example${path}`;
    expect(readHtml('<title>Blank</title>', { url, now })).toEqual({
      status: 'not-an-article',
      because: 'no-text',
    });
  });

  test.each([
    ['a long article', 4],
    ['a short article', 1],
  ])('does not hide %s from a reader who asks, though nothing is said of it unasked', (_, paragraphs) => {
    const html = `<title>Net sheds burn</title>${menu}<h1>Net sheds burn</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(paragraphs)}`;
    const at = { url: 'https://isledispatch.example/fire', now };
    expect(isArticlePage(parseDocument(html), at.url).article).toBe(false);
    expect(readHtml(html, at)).toMatchObject({ status: 'read', reading: { article: { url: at.url } } });
  });
});

test('a page is the same after it was read', () => {
  for (const { html, url } of pageFixtures()) {
    const document = parseDocument(html);
    const before = document.documentElement.outerHTML;
    readPage(document, { url, now });
    expect(document.documentElement.outerHTML).toBe(before);
  }
});

describe('the foot of a page', () => {
  const { html, url } = pageFixture('article-plain');
  const ownerLineOf = (foot: string) => {
    const outcome = readHtml(html.replace('&copy; Harbour Gazette. All rights reserved.', foot), {
      url,
      now,
    });
    return outcome.status === 'read' ? outcome.reading.article.ownerLine : outcome.because;
  };

  test('tells the owner of the outlet, as printed', () => {
    expect(ownerLineOf('&copy; 2026 Ostrel Newspapers Ltd. All rights reserved.')).toBe(
      '© 2026 Ostrel Newspapers Ltd. All rights reserved.',
    );
    expect(ownerLineOf('&copy; Harbour Gazette. All rights reserved.')).toBeUndefined();
  });
});

describe('the nodes of a document that stands in no browser', () => {
  const [styled, plain] = parseDocument('<p style="display: none">Hidden.<p>Shown.').querySelectorAll('p');

  test('keep a style where an attribute gives one', () => {
    expect(styled?.style.display).toBe('none');
    expect(plain?.style).toBeNull();
  });

  test('have no tables of listeners', () => {
    expect(() => plain?.addEventListener('click', () => {})).toThrow();
  });
});
