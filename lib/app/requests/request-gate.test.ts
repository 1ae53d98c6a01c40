import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { requestGate } from './request-gate';
import { requestLog } from './request-log';

beforeEach(() => fakeBrowser.reset());

function gateWith(fetch: typeof globalThis.fetch, granted = true) {
  const log = requestLog(() => new Date('2026-03-10T12:00:00Z'));
  const isGranted = vi.fn(async () => granted);
  return { gate: requestGate({ fetch, log, isGranted }), log, isGranted };
}

test('asks without cookies, referrer or cache, and follows nothing by itself', async () => {
  const fetch = vi.fn(async () => new Response('hello'));
  const { gate, log, isGranted } = gateWith(fetch);
  const passed = await gate({ why: 'feed', url: 'https://daily.example/feed', headers: { accept: 'a/b' } });
  expect(passed).toMatchObject({ status: 'answered', code: 200 });
  expect(isGranted).toHaveBeenCalledWith('https://daily.example/*');
  expect(fetch).toHaveBeenCalledWith('https://daily.example/feed', {
    headers: { accept: 'a/b' },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'manual',
    signal: expect.any(AbortSignal),
  });
  expect(await log.list()).toMatchObject([{ why: 'feed', ended: 'answered', code: 200, bytes: 5 }]);
});

test.each(['https://daily.example/feed', 'ftp://daily.example/feed', 'nonsense'])(
  'what the reader has not granted is not asked, and not logged (%s)',
  async (url) => {
    const fetch = vi.fn(async () => new Response(''));
    const { gate, log } = gateWith(fetch, false);
    expect(await gate({ why: 'feed', url })).toEqual({ status: 'not-granted' });
    expect(fetch).not.toHaveBeenCalled();
    expect(await log.list()).toEqual([]);
  },
);

test('a redirect is told and logged, not followed', async () => {
  const moved = new Response(null, { status: 302, headers: { location: 'http://192.168.1.1/' } });
  const { gate, log } = gateWith(async () => moved);
  expect(await gate({ why: 'feed', url: 'https://daily.example/feed' })).toEqual({
    status: 'redirected',
    to: 'http://192.168.1.1/',
  });
  expect(await log.list()).toMatchObject([{ ended: 'redirected', code: null }]);
});

test('a redirect that is followed is logged as the two requests it is', async () => {
  const there = new Response('hello');
  Object.defineProperty(there, 'url', { value: 'https://new.example/feed' });
  const { gate, log } = gateWith(async () => there);
  await gate({ why: 'moved-feed', url: 'https://daily.example/feed', redirects: 'follow' });
  expect(await log.list()).toMatchObject([
    { url: 'https://new.example/feed', ended: 'answered', bytes: 5 },
    { url: 'https://daily.example/feed', ended: 'redirected' },
  ]);
});

test('an endless body is dropped at the cap', async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const { gate, log } = gateWith(async () => new Response(endless));
  const passed = await gate({ why: 'feed', url: 'https://daily.example/feed' });
  expect(passed.status).toBe('too-large');
  expect(given).toBeLessThan(5_500_000);
  expect(await log.list()).toMatchObject([{ ended: 'too-large' }]);
});

test('a server that does not answer in time is given up', async () => {
  const never: typeof globalThis.fetch = (_, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
  const { gate, log } = gateWith(never);
  const passed = await gate({ why: 'article', url: 'https://daily.example/a', mostMs: 20 });
  expect(passed).toEqual({ status: 'too-slow', received: 0 });
  expect(await log.list()).toMatchObject([{ ended: 'too-slow' }]);
});

test('a host that is not there is an everyday thing', async () => {
  const { gate } = gateWith(async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await gate({ why: 'pack', url: 'https://gone.example/p' })).toEqual({
    status: 'unreachable',
    received: 0,
  });
});
