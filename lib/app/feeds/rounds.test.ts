import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { requestGate } from '@/lib/app/requests/request-gate';
import { requestLog } from '@/lib/app/requests/request-log';
import type { FeedArticle } from '@/lib/corpus/sources/feeds';
import { LibraryShutError } from '@/lib/corpus/store/errors';
import { paragraphsOfHtml } from '@/lib/page/html-text';
import { normalAddress } from '@/lib/page/judge/addresses';
import { readHtml } from '@/lib/page/read-html';
import { changeFollowed } from './followed';
import { readProgress } from './progress';
import { feedRounds } from './rounds';

beforeEach(() => fakeBrowser.reset());

const hour = 3_600_000;
const feedUrl = 'https://gazette.example/feed';

const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Gazette</title>${items
    .map(
      (name) =>
        `<item><title>${name}</title><link>https://www.gazette.example/2026/03/${name}</link><description>The ${name} stays.</description></item>`,
    )
    .join('')}</channel></rss>`;

const page = (name: string) =>
  `<html><body><article><h1>${name}</h1>${Array.from(
    { length: 12 },
    (_, n) =>
      `<p>On day ${n} the master of the ${name} wrote the tide and the weather into her book of the harbour.</p>`,
  ).join('')}</article></body></html>`;

/** A world of servers by address, a clock that stands, and a library that takes everything. */
function world(servers: Record<string, (request: { headers: Record<string, string> }) => Response>) {
  const state = { now: Date.parse('2026-03-10T12:00:00Z'), granted: true, libraryIsFull: false };
  const asked: { url: string; headers: Record<string, string> }[] = [];
  const taken: FeedArticle[] = [];
  const slept: number[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = { headers: { ...(init?.headers as Record<string, string>) } };
    asked.push({ url: String(input), ...request });
    const server = servers[String(input)];
    if (!server) throw new TypeError('Failed to fetch');
    return server(request);
  };
  const rounds = feedRounds({
    gate: requestGate({
      fetch,
      log: requestLog(() => new Date(state.now)),
      isGranted: async () => state.granted,
    }),
    take: async (articles) => {
      if (state.libraryIsFull) throw new LibraryShutError();
      taken.push(...articles);
      return { added: articles.length, revised: 0 };
    },
    changed: async () => {},
    feedDeps: () => ({
      readHtml: (html, url) => readHtml(html, { url, now: state.now }),
      paragraphsOfHtml,
      normalAddress,
      now: new Date(state.now),
      pause: async () => {},
    }),
    now: () => state.now,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms);
    },
  });
  return { rounds, asked, taken, slept, state };
}

const follow = (...feeds: { url: string; fullText?: boolean }[]) =>
  changeFollowed(() =>
    feeds.map(({ url, fullText = false }) => ({
      url,
      name: 'Gazette',
      folder: [],
      fullText,
      since: '2026-03-10T00:00:00Z',
    })),
  );

const progressOf = async (url = feedUrl) => readProgress(url);

describe('a round', () => {
  test('keeps what a feed gives, and asks again in an hour with its validators', async () => {
    const { rounds, asked, taken, state } = world({
      [feedUrl]: ({ headers }) =>
        headers['if-none-match'] === '"v1"'
          ? new Response(null, { status: 304 })
          : new Response(rss('ferry', 'wells'), { headers: { etag: '"v1"', 'set-cookie': 'a=b' } }),
    });
    await follow({ url: feedUrl });
    await rounds.run();
    expect(taken.map(({ article }) => article.title)).toEqual(['ferry', 'wells']);
    expect(await progressOf()).toMatchObject({
      etag: '"v1"',
      kept: 2,
      clock: { next: state.now + hour, worked: state.now, trouble: null },
    });
    await rounds.run();
    expect(asked).toHaveLength(1);
    state.now += hour;
    await rounds.run();
    expect(asked).toHaveLength(2);
    expect(asked[1]?.headers).toMatchObject({ 'if-none-match': '"v1"' });
    expect(taken).toHaveLength(2);
    expect((await progressOf()).clock.worked).toBe(state.now);
  });

  test('reads an item again only when it has changed', async () => {
    let items = ['ferry', 'wells'];
    const { rounds, taken, state } = world({ [feedUrl]: () => new Response(rss(...items)) });
    await follow({ url: feedUrl });
    await rounds.run();
    items = ['harbour', 'ferry', 'wells'];
    state.now += hour;
    await rounds.run();
    expect(taken.map(({ article }) => article.title)).toEqual(['ferry', 'wells', 'harbour']);
  });

  test.each([
    [() => new Response('', { status: 503 }), { kind: 'http', code: 503 }, hour],
    [
      () => new Response('', { status: 429, headers: { 'retry-after': '14400' } }),
      { kind: 'http', code: 429 },
      4 * hour,
    ],
    [
      () => new Response('', { status: 301, headers: { location: 'http://10.0.0.1/' } }),
      { kind: 'moved' },
      24 * hour,
    ],
    [() => new Response('<!doctype html>'), { kind: 'not-a-feed', because: 'web-page' }, hour],
    [() => new Response('', { status: 410 }), { kind: 'gone' }, null],
  ])('that meets trouble says which and waits (%#)', async (answer, trouble, wait) => {
    const { rounds, asked, state } = world({ [feedUrl]: answer });
    await follow({ url: feedUrl });
    await rounds.run();
    expect((await progressOf()).clock).toMatchObject({
      trouble,
      next: wait === null ? null : state.now + wait,
      worked: null,
    });
    expect(asked.map(({ url }) => url)).toEqual([feedUrl]);
  });

  test('a feed in trouble holds up no other, and one that lost its access is not asked', async () => {
    const { rounds, asked, taken, state } = world({
      'https://b.example/feed': () => new Response(rss('ferry')),
    });
    await follow({ url: feedUrl }, { url: 'https://b.example/feed' });
    await rounds.run();
    expect(taken).toHaveLength(1);
    expect((await progressOf()).clock.trouble).toEqual({ kind: 'unreachable' });
    state.granted = false;
    state.now += hour;
    await rounds.run();
    expect(asked).toHaveLength(2);
    expect((await progressOf()).clock).toMatchObject({ trouble: { kind: 'not-granted' }, next: null });
  });

  test('that cannot store what it got remembers nothing of it, and gets it again', async () => {
    const { rounds, taken, state } = world({
      [feedUrl]: () => new Response(rss('ferry'), { headers: { etag: '"v1"' } }),
    });
    await follow({ url: feedUrl });
    state.libraryIsFull = true;
    await rounds.run();
    expect(await progressOf()).toMatchObject({ etag: null, clock: { trouble: { kind: 'not-kept' } } });
    state.libraryIsFull = false;
    state.now += hour;
    await rounds.run();
    expect(taken).toHaveLength(1);
  });

  test('a validator as long as a cookie is not given back', async () => {
    const { rounds } = world({
      [feedUrl]: () => new Response(rss('ferry'), { headers: { etag: `"${'x'.repeat(200)}"` } }),
    });
    await follow({ url: feedUrl });
    await rounds.run();
    expect((await progressOf()).etag).toBeNull();
  });
});

describe('full text behind a summary', () => {
  const article = (name: string) => `https://www.gazette.example/2026/03/${name}`;

  test('is fetched where the reader allows it, two seconds apart, under the item’s own id', async () => {
    const { rounds, asked, taken, slept } = world({
      [feedUrl]: () => new Response(rss('ferry', 'wells')),
      [article('ferry')]: () => new Response(page('ferry')),
      [article('wells')]: () => new Response(page('wells')),
    });
    await follow({ url: feedUrl, fullText: true });
    await rounds.run();
    expect(asked.map(({ url }) => url)).toEqual([feedUrl, article('ferry'), article('wells')]);
    expect(slept).toEqual([2_000]);
    expect(taken.slice(2).map(({ article: { id, text } }) => [id, text.includes('day 11')])).toEqual([
      [article('ferry'), true],
      [article('wells'), true],
    ]);
    expect((await progressOf()).waiting).toEqual([]);
  });

  test('is left alone where it is not allowed', async () => {
    const { rounds, asked } = world({ [feedUrl]: () => new Response(rss('ferry')) });
    await follow({ url: feedUrl });
    await rounds.run();
    expect(asked).toHaveLength(1);
  });

  test('waits where its server is busy, and is given up where the page is gone', async () => {
    const { rounds } = world({
      [feedUrl]: () => new Response(rss('ferry', 'wells')),
      [article('ferry')]: () => new Response('', { status: 503 }),
      [article('wells')]: () => new Response('', { status: 404 }),
    });
    await follow({ url: feedUrl, fullText: true });
    await rounds.run();
    expect((await progressOf()).waiting).toEqual([article('ferry')]);
  });

  test('never leads a feed into the reader’s own network', async () => {
    const inside = rss('ferry').replace('https://www.gazette.example', 'http://192.168.1.1');
    const { rounds, asked } = world({ [feedUrl]: () => new Response(inside) });
    await follow({ url: feedUrl, fullText: true });
    await rounds.run();
    expect(asked).toHaveLength(1);
    expect((await progressOf()).waiting).toEqual([]);
  });
});
