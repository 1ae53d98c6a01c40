// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { LoggedRequest } from '@/lib/app/messaging';
import { askOf } from '@/tests/fixtures/ask';
import { draw, press, problems, shownWords } from '@/tests/fixtures/draw';
import { RequestsBox } from './requests-box';

const request = (n: number): LoggedRequest => ({
  at: `2026-03-10T12:00:${String(n % 60).padStart(2, '0')}.000Z`,
  why: 'feed',
  url: `https://daily.example/feed/${n}`,
  ended: 'answered',
  code: 304,
  bytes: 12_345,
});

const never = () => () => {};

it('shows each request with its reason, its end and its size, twenty at a time', async () => {
  const ask = askOf({ requests: () => Array.from({ length: 70 }, (_, n) => request(n)) });
  const page = await draw(
    <main>
      <RequestsBox ask={ask} onRequestsChanged={never} />
    </main>,
  );
  expect(shownWords(page)).toContain('70 requests are remembered.');
  expect(shownWords(page.querySelector('li')!)).toContain('https://daily.example/feed/0');
  expect(shownWords(page.querySelector('li')!)).toContain(
    'a feed you follow · answered with status 304 · 12,345 bytes',
  );
  expect(page.querySelectorAll('li')).toHaveLength(20);
  expect(await problems(page)).toEqual([]);
  await press('Show more');
  expect(page.querySelectorAll('li')).toHaveLength(40);
});

it('is cleared at a press', async () => {
  const ask = askOf({ requests: () => [request(1)], clearRequests: () => [] });
  const page = await draw(
    <main>
      <RequestsBox ask={ask} onRequestsChanged={never} />
    </main>,
  );
  await press('Clear this list');
  expect(shownWords(page)).toContain('0 requests are remembered.');
  expect(page.querySelector('li')).toBeNull();
});

it('is drawn anew when another request was made, until it is taken off the page', async () => {
  let tell: () => void = () => {};
  let ended = false;
  let made = 1;
  const ask = askOf({ requests: () => Array.from({ length: made }, (_, n) => request(n)) });
  const onRequestsChanged = (listener: () => void) => {
    tell = listener;
    return () => {
      ended = true;
    };
  };
  const page = await draw(
    <main>
      <RequestsBox ask={ask} onRequestsChanged={onRequestsChanged} />
    </main>,
  );
  made = 3;
  tell();
  await vi.waitFor(() => expect(shownWords(page)).toContain('3 requests are remembered.'));
  await draw(<main />);
  expect(ended).toBe(true);
});
