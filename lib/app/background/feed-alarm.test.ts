import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeFollowed, feedRounds } from '@/lib/app/feeds';
import { requestGate, requestLog } from '@/lib/app/requests';
import { paragraphsOfHtml } from '@/lib/page/html-text';
import { normalAddress } from '@/lib/page/judge/addresses';
import { readHtml } from '@/lib/page/read-html';
import { feedAlarm } from './feed-alarm';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setSystemTime('2026-03-10T00:00:00Z');
});
afterEach(() => {
  vi.useRealTimers();
});

const minute = 60_000;
const hour = 60 * minute;
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Feeds as a long list has them: several at one host, slow servers, and some that never answer. */
const feeds = Array.from({ length: 500 }, (_, n) => ({
  url: `https://paper${n % 180}.example/feed/${n}`,
  answers: n % 17 !== 0,
  takes: n % 23 === 0 ? 9_000 : 200 + (n % 10) * 150,
}));

const feedText = `<rss version="2.0"><channel><title>Paper</title><item><title>Ferry</title><link>https://paper.example/2026/03/ferry</link></item></channel></rss>`;

/** Servers that note when each feed is asked and how many are being asked at once. */
function servers() {
  const asked = new Map<string, number[]>(feeds.map(({ url }) => [url, []]));
  const open = new Map<string, number>();
  const most = { atOnce: 0, ofOneHost: 0 };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    const { host } = new URL(url);
    asked.get(url)?.push(Date.now());
    open.set(host, (open.get(host) ?? 0) + 1);
    const all = [...open.values()].reduce((sum, each) => sum + each, 0);
    most.atOnce = Math.max(most.atOnce, all);
    most.ofOneHost = Math.max(most.ofOneHost, open.get(host) ?? 0);
    const feed = feeds.find((one) => one.url === url);
    await after(feed?.answers ? feed.takes : 20_000);
    open.set(host, (open.get(host) ?? 1) - 1);
    if (!feed?.answers) throw new TypeError('Failed to fetch');
    const isKnown = new Headers(init?.headers).get('if-none-match') === '"1"';
    return isKnown
      ? new Response(null, { status: 304 })
      : new Response(feedText, { headers: { etag: '"1"' } });
  };
  return { fetch, asked, most };
}

/** Lets the browser's alarm ring as it is set, round after round, until a moment. */
async function letRing(until: number, fetch: typeof globalThis.fetch): Promise<void> {
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const alarm = feedAlarm(Date.now);
  const rounds = feedRounds({
    gate: requestGate({ fetch, log: requestLog(() => new Date()), isGranted: async () => true }),
    take: async (articles) => ({ added: articles.length, revised: 0 }),
    changed: async () => {},
    feedDeps: () => ({
      readHtml: (html, url) => readHtml(html, { url, now: Date.now() }),
      paragraphsOfHtml,
      normalAddress,
      now: new Date(),
      pause: async () => {},
    }),
    now: Date.now,
    random,
    sleep: async (ms) => {
      await after(ms);
    },
  });
  await alarm.reschedule();
  for (;;) {
    const rung = await browser.alarms.get('feeds');
    if (rung === undefined || rung.scheduledTime > until) return;
    vi.setSystemTime(Math.max(Date.now(), rung.scheduledTime));
    let ended = false;
    const round = alarm.onAlarm(rung, rounds).finally(() => {
      ended = true;
    });
    while (!ended) await vi.advanceTimersByTimeAsync(50);
    await round;
  }
}

test('500 feeds are all asked about hourly for six hours: four at once, one of a host, none forgotten for the others', async () => {
  await changeFollowed(() =>
    feeds.map(({ url }) => ({
      url,
      name: 'Paper',
      folder: [],
      fullText: false,
      since: '2026-03-10T00:00:00Z',
    })),
  );
  const { fetch, asked, most } = servers();
  const begun = Date.now();
  await letRing(begun + 6 * hour, fetch);
  expect(most).toEqual({ atOnce: 4, ofOneHost: 1 });
  for (const { url, answers } of feeds) {
    const times = asked.get(url) ?? [];
    const gaps = times.slice(1).map((time, n) => time - times[n]!);
    if (answers) {
      expect(times.length, url).toBeGreaterThanOrEqual(4);
      expect(Math.max(...gaps), url).toBeLessThan(1.5 * hour);
      expect(Math.min(...gaps), url).toBeGreaterThan(0.75 * hour);
    } else {
      expect(times.length, url).toBeGreaterThanOrEqual(2);
      expect(times.length, url).toBeLessThanOrEqual(4);
    }
  }
  // What is remembered does not grow with the hours: one entry a feed, and a log that lets go of its oldest.
  const stored = await browser.storage.local.get(null);
  expect(Object.keys(stored).filter((key) => key.startsWith('feed ')).length).toBe(500);
  expect(Object.keys(stored).filter((key) => key.startsWith('requests ')).length).toBeLessThanOrEqual(60);
});
