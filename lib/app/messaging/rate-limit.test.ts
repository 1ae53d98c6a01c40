import { expect, test } from 'vitest';
import { rateLimit } from './rate-limit';

test('lets a burst through, then as many as the rate allows, each tab for itself', () => {
  let clock = 0;
  const mayAsk = rateLimit({ perSecond: 2, burst: 3 }, () => clock);

  expect([mayAsk(1), mayAsk(1), mayAsk(1), mayAsk(1)]).toEqual([true, true, true, false]);
  expect(mayAsk(2)).toBe(true);

  clock = 1_000;
  expect([mayAsk(1), mayAsk(1), mayAsk(1)]).toEqual([true, true, false]);
});

test('a tab that keeps asking in vain is let in again once the rate allows', () => {
  let clock = 0;
  const mayAsk = rateLimit({ perSecond: 1, burst: 1 }, () => clock);
  mayAsk(1);
  for (clock = 100; clock < 1_000; clock += 100) expect(mayAsk(1)).toBe(false);
  clock = 1_000;
  expect(mayAsk(1)).toBe(true);
});
