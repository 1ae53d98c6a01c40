import type { Stamp } from '@/lib/core/article';

const DAY = 86_400_000;
/** News sites have no honest date before this. */
const EARLIEST = Date.UTC(1995, 0, 1);

/** A date that can be true; one more than a day ahead, before 1995 or unreadable is none. */
export function possibleDate(stamp: Stamp | null, now: Date): Stamp | null {
  if (stamp === null) return null;
  const at = Date.parse(stamp.at);
  return Number.isNaN(at) || at < EARLIEST || at > now.getTime() + DAY ? null : stamp;
}

/** The stretch of time a stamp can mean, in milliseconds since 1970: a day is known to the day only. */
export function stretchOf(stamp: Stamp): { from: number; to: number } {
  const from = Date.parse(stamp.at);
  return stamp.precision === 'day' ? { from, to: from + DAY } : { from, to: from };
}
