import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { requestLog } from './request-log';

beforeEach(() => fakeBrowser.reset());

const now = () => new Date('2026-03-10T12:00:00Z');
const answered = {
  status: 'answered',
  code: 200,
  url: 'https://daily.example/feed',
  headers: new Headers(),
  bytes: new Uint8Array(7),
} as const;

test('a request is there before it has ended, and its end is written to it', async () => {
  const log = requestLog(now);
  const ended = await log.begin('feed', 'https://daily.example/feed');
  expect(await log.list()).toMatchObject([{ ended: 'no-answer-yet', code: null, bytes: 0 }]);
  await ended(answered);
  expect(await log.list()).toEqual([
    {
      at: '2026-03-10T12:00:00.000Z',
      why: 'feed',
      url: 'https://daily.example/feed',
      ended: 'answered',
      code: 200,
      bytes: 7,
    },
  ]);
});

test('requests made at once are all there, newest first, and outlast the worker', async () => {
  const log = requestLog(now);
  await Promise.all(Array.from({ length: 120 }, (_, n) => log.begin('feed', `https://a.example/${n}`)));
  const urls = (await requestLog(now).list()).map(({ url }) => url);
  expect(urls).toEqual(Array.from({ length: 120 }, (_, n) => `https://a.example/${119 - n}`));
});

test('only so many are kept: the oldest go, and nothing of them stays behind', async () => {
  const log = requestLog(now);
  for (let n = 0; n < 3_120; n += 1) await log.begin('feed', `https://a.example/${n}`);
  const kept = await log.list();
  expect(kept.length).toBeGreaterThanOrEqual(2_950);
  expect(kept.length).toBeLessThanOrEqual(3_000);
  expect(kept[0]?.url).toBe('https://a.example/3119');
  expect(Object.keys(await fakeBrowser.storage.local.get())).toHaveLength(61);
});

test('a cleared log stays empty when a request from before it ends', async () => {
  const log = requestLog(now);
  const ended = await log.begin('feed', 'https://daily.example/feed');
  await log.clear();
  await ended(answered);
  expect(await log.list()).toEqual([]);
  await log.begin('article', 'https://daily.example/a');
  expect(await log.list()).toHaveLength(1);
});
