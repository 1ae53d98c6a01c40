import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asking, afterAsking, type FeedClock, isDue, newClock, nextWake, rhythm } from './schedule';

const now = Date.parse('2026-03-10T12:00:00Z');
const hour = 3_600_000;
const well: Asking = { status: 'well' };
const failing = (code: number, retryAfter: string | null = null): Asking => ({
  status: 'trouble',
  trouble: { kind: 'http', code },
  retryAfter,
});
const hoursAfter = (clock: FeedClock) => ((clock.next ?? 0) - now) / hour;

describe('after asking a feed', () => {
  test('that is well, it is asked again in an hour', () => {
    expect(afterAsking(newClock, well, now, 0.5)).toEqual({
      next: now + hour,
      worked: now,
      failures: 0,
      trouble: null,
    });
  });

  test('that fails and fails, it is asked after 1, 2, 4 … 24 hours, and what worked last is remembered', () => {
    let clock = afterAsking(newClock, well, now - hour, 0.5);
    const waits: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      clock = afterAsking(clock, failing(503), now, 0.5);
      waits.push(hoursAfter(clock));
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24]);
    expect(clock).toMatchObject({ worked: now - hour, trouble: { kind: 'http', code: 503 } });
    expect(afterAsking(clock, well, now, 0.5)).toMatchObject({ failures: 0, trouble: null });
  });

  test.each([
    ['7200', 2],
    ['Tue, 10 Mar 2026 15:00:00 GMT', 3],
    ['9999999999', 7 * 24],
    ['60', 1],
    ['-5', 1],
    ['soon', 1],
    ['Tue, 10 Mar 2020 15:00:00 GMT', 1],
  ])('that asks for Retry-After: %s, it is left alone for %d hours', (header, hours) => {
    expect(hoursAfter(afterAsking(newClock, failing(429, header), now, 0.5))).toBe(hours);
  });

  test.each(['gone', 'not-granted'] as const)('that is %s, it waits for the reader', (kind) => {
    const clock = afterAsking(newClock, { status: 'trouble', trouble: { kind }, retryAfter: null }, now, 0.5);
    expect(clock.next).toBeNull();
    expect(isDue(clock, now + 1_000 * hour)).toBe(false);
  });
});

const asking = fc.oneof(
  fc.constant(well),
  fc
    .record({ code: fc.integer({ min: 400, max: 599 }), after: fc.option(fc.string()) })
    .map(({ code, after }) => failing(code, after)),
  fc.constantFrom('unreachable', 'too-slow', 'too-large', 'moved').map(
    (kind): Asking => ({
      status: 'trouble',
      trouble: { kind } as { kind: 'moved' },
      retryAfter: null,
    }),
  ),
);
const unit = fc.double({ min: 0, max: 1, noNaN: true });

test('whatever happens, a feed is never asked sooner than 48 minutes after, nor left alone for more than 7 days and its jitter', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(asking, unit, fc.nat(100 * hour)), { minLength: 1 }), (history) => {
      let clock = newClock;
      let at = now;
      for (const [outcome, random, passed] of history) {
        at += passed;
        clock = afterAsking(clock, outcome, at, random);
        expect(clock.next).toBeGreaterThanOrEqual(at + 0.8 * hour);
        expect(clock.next).toBeLessThanOrEqual(at + rhythm.longestRetryAfter * (1 + rhythm.jitter));
        expect(isDue(clock, at)).toBe(false);
        expect(isDue(clock, clock.next ?? 0)).toBe(true);
      }
    }),
  );
});

test('a clock that jumps makes no feed wait for years, and no storm', () => {
  const clock = afterAsking(newClock, well, now + 365 * 24 * hour, 0.5);
  expect(isDue(clock, now)).toBe(true);
  const back = afterAsking(clock, well, now, 0.5);
  expect(isDue(back, now)).toBe(false);
});

test('feeds that are due about the same time are woken for once', () => {
  const at = (next: number | null): FeedClock => ({ ...newClock, next });
  expect(nextWake([], now)).toBeNull();
  expect(nextWake([at(null)], now)).toBeNull();
  expect(nextWake([at(now + hour), at(now + hour + 60_000), at(null)], now)).toBe(now + hour + 300_000);
  expect(nextWake([at(now - hour)], now)).toBe(now + 60_000);
});
