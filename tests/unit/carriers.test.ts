import { describe, expect, it } from 'vitest';
import { publisherOf, readAnatomy } from '@/lib/core/provenance';
import { readHtml } from '@/lib/page/read-html';
import { textOf } from '../fixtures/made-up-articles';

interface Carried {
  url: string;
  head?: string;
  byline?: string;
  before?: string;
  after?: string;
}

/** A page as aggregators and caches print them, written by us. */
function page({ head = '', byline = '', before = '', after = '' }: Carried): string {
  const body = textOf(21, 8)
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
  return `<!doctype html><html lang="en"><head><title>Ferry stays in port</title>${head}</head><body>
    <nav><a href="/">Home</a></nav><article><h1>Ferry stays in port</h1>${byline === '' ? '' : `<p class="byline">${byline}</p>`}
    ${before}${body}${after}</article></body></html>`;
}

const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
const linked = (json: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Ferry stays in port', ...json })}</script>`;

const pages: [string, Carried, string | null, string | null][] = [
  [
    'MSN with the outlet’s canonical address',
    {
      url: 'https://www.msn.com/en-us/news/us/ferry/ar-1',
      head: canonical('https://www.cnn.com/2026/ferry/index.html'),
    },
    'CNN',
    null,
  ],
  [
    'MSN with canonical address and publisher, which together speak for the text',
    {
      url: 'https://www.msn.com/en-us/news/us/ferry/ar-2',
      head: canonical('https://www.nbcnews.com/news/ferry') + linked({ publisher: { name: 'NBC News' } }),
    },
    'NBC News',
    'NBC News',
  ],
  [
    'MSN with an outlet no table knows as publisher',
    {
      url: 'https://www.msn.com/en-us/news/us/ferry/ar-3',
      head: linked({ publisher: { name: 'Northern Lantern' } }),
    },
    'Northern Lantern',
    null,
  ],
  [
    'Yahoo with an agency in the byline',
    { url: 'https://news.yahoo.com/ferry-123.html', byline: 'By Ann Carter, Reuters' },
    'Reuters',
    'Reuters',
  ],
  [
    'Yahoo with a line of where it first appeared',
    {
      url: 'https://www.yahoo.com/news/ferry-1.html',
      after: '<p>This article originally appeared on HuffPost.</p>',
    },
    'HuffPost',
    'HuffPost',
  ],
  [
    'NewsBreak with a canonical address',
    {
      url: 'https://www.newsbreak.com/news/1/ferry',
      head: canonical('https://www.dailymail.co.uk/news/ferry.html'),
    },
    'Daily Mail',
    null,
  ],
  [
    'AMP cache',
    { url: 'https://www-theguardian-com.cdn.ampproject.org/c/s/www.theguardian.com/a/amp' },
    'The Guardian',
    null,
  ],
  ['Google’s AMP viewer', { url: 'https://www.google.com/amp/s/www.bbc.com/news/amp/a' }, 'BBC', null],
  [
    'Bing’s AMP cache',
    { url: 'https://www-reuters-com.bing-amp.com/c/s/www.reuters.com/a' },
    'Reuters',
    null,
  ],
  [
    'the outlet’s own AMP host',
    { url: 'https://amp.cnn.com/cnn/2026/ferry', head: canonical('https://www.cnn.com/2026/ferry') },
    'CNN',
    null,
  ],
  ['a mobile host', { url: 'https://m.huffpost.com/us/entry/1' }, 'HuffPost', null],
  ['a web archive', { url: 'https://web.archive.org/web/20260303101010/https://www.npr.org/a' }, 'NPR', null],
  ['an aggregator that names nobody', { url: 'https://www.newsbreak.com/news/2/ferry' }, 'NewsBreak', null],
  [
    'an outlet that runs agency copy',
    {
      url: 'https://harbour.example/2026/03/03/ferry-stays.html',
      before: '<p>SEAPORT, Maine (AP) — The ferry stayed in port for the third day.</p>',
    },
    'harbour.example',
    'AP',
  ],
];

describe('pages of aggregators and caches', () => {
  it.each(pages)('%s', (_, carried, publisher, original) => {
    const outcome = readHtml(page(carried), { url: carried.url, now: Date.UTC(2026, 3, 1) });
    if (outcome.status !== 'read') throw new Error(outcome.because);
    const { credits, originalOutlet } = readAnatomy(outcome.reading);
    const { outlet, url } = outcome.reading.article;
    expect(publisherOf({ outlet, url, credits })?.name).toBe(publisher);
    expect(originalOutlet).toBe(original);
  });
});
