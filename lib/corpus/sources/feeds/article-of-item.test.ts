import { expect, test } from 'vitest';
import { paragraphsOfHtml } from '@/lib/page/html-text';
import { normalAddress } from '@/lib/page/judge/addresses';
import { readHtml } from '@/lib/page/read-html';
import { articlesOfFeed } from './article-of-item';
import type { Feed, FeedItem } from './types';

const now = new Date('2026-03-12T00:00:00Z');
const deps = {
  readHtml: (html: string, url: string | null) => readHtml(html, { url, now: now.getTime() }),
  paragraphsOfHtml,
  normalAddress,
  now,
  pause: async () => {},
};
const at = { url: 'https://gazette.example/feed.xml', outlet: 'Harbour Gazette' };

const nothing: FeedItem = {
  guid: null,
  link: null,
  title: null,
  summary: null,
  content: null,
  authors: [],
  published: null,
  updated: null,
  language: null,
  source: null,
  via: null,
  mediaCredit: null,
  rights: null,
};
const html = (text: string) => ({ text, html: true });

async function articles(...items: Partial<FeedItem>[]) {
  const feed: Feed = {
    title: html('Gazette'),
    description: null,
    home: 'https://gazette.example/',
    language: 'en_GB',
    items: items.map((item) => ({ ...nothing, ...item })),
  };
  return articlesOfFeed(feed, at, deps);
}

/** Running text of our own, about twelve words a sentence. */
const sentences = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `On day ${n} the harbour master wrote the tide and the weather into her book.`,
  );

test('a headline with a summary is held as that', async () => {
  const [found] = await articles({
    guid: 'g',
    link: '/ferry?utm_source=rss',
    title: html('Ferry &amp; fuel'),
    summary: html('<p>The ferry stays.</p><p>Fuel is short.</p>'),
    authors: ['Ann Vell'],
    published: 'Tue, 10 Mar 2026 08:00:00 GMT',
  });
  expect(found).toMatchObject({
    summary: 'The ferry stays. Fuel is short.',
    article: {
      id: 'https://gazette.example/ferry',
      url: 'https://gazette.example/ferry',
      outlet: 'Harbour Gazette',
      title: 'Ferry & fuel',
      byline: 'Ann Vell',
      published: { at: '2026-03-10T08:00:00Z', precision: 'minute', from: 'feed' },
      language: 'en-gb',
      text: '',
      completeness: 'summary',
    },
  });
});

test('a text that is plainly the article is read as a page is, credit lines included', async () => {
  const body = sentences(20).map((sentence) => `<p>${sentence}</p>`);
  const credit =
    '<p>This article was originally published by <a href="https://www.reuters.com/x">Reuters</a>.</p>';
  const [found] = await articles({
    link: 'https://gazette.example/log',
    title: html('The log'),
    content: html(`${body.join('')}${credit}`),
  });
  expect(found?.article).toMatchObject({ title: 'The log', completeness: 'full' });
  expect(found?.article.text).toContain('On day 19 the harbour master');
  expect(found?.credits).toMatchObject([{ kind: 'republished', outlet: 'Reuters' }]);
});

test('a longish summary stays a summary, a long one is the article', async () => {
  const [short, long] = await articles(
    { title: html('A'), summary: html(sentences(6).join(' ')) },
    { title: html('B'), summary: { text: sentences(30).join('\n\n'), html: false } },
  );
  expect(short?.article.text).toBe('');
  expect(long?.article.text.split('\n\n')).toHaveLength(30);
});

test('markup in a feed is words or nothing', async () => {
  const [found] = await articles({
    link: 'javascript:alert(1)',
    guid: 'x',
    title: html('<img src=x onerror=alert(1)>Fire &lt;b&gt; smoke<script>alert(1)</script>'),
    summary: { text: '<b>plain</b>', html: false },
  });
  expect(found?.article).toMatchObject({
    id: 'feed:https://gazette.example/feed.xml#x',
    url: null,
    title: 'Fire <b> smoke',
  });
  expect(found?.summary).toBe('<b>plain</b>');
});

test.each(['Tue, 10 Mar 2036 08:00:00 GMT', '1970-01-01T00:00:00Z', 'yesterday'])(
  'a date that cannot be true is none (%s)',
  async (published) => {
    const [found] = await articles({ title: html('A'), published });
    expect(found?.article.published).toBeNull();
  },
);

test('an item that says nothing is no article', async () => {
  expect(await articles({ guid: 'x' }, { title: html('<br>') })).toEqual([]);
});

test('an aggregator’s item is of the outlet it names', async () => {
  const [found] = await articles({
    link: 'https://gazette.example/r/1',
    title: html('Ferry'),
    source: { title: 'The Courier', url: 'https://courier.example/' },
  });
  expect(found?.article.outlet).toBe('The Courier');
});

test('where an item was found is the outlet’s claim of an origin', async () => {
  const [found] = await articles({
    link: 'https://gazette.example/1',
    title: html('Ferry'),
    via: 'https://www.reuters.com/world/ferry',
  });
  expect(found?.credits).toMatchObject([{ outlet: 'Reuters', url: 'https://www.reuters.com/world/ferry' }]);
});

test('a company that media:credit names is a claim too, a person or an unknown name is none', async () => {
  const credited = async (mediaCredit: string) => {
    const [found] = await articles({ link: 'https://gazette.example/1', title: html('Ferry'), mediaCredit });
    return found?.credits;
  };
  expect(await credited('Associated Press')).toMatchObject([
    { kind: 'source', outlet: 'AP', line: 'media:credit: Associated Press' },
  ]);
  expect(await credited('Ann Vell')).toEqual([]);
});
