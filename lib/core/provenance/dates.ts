import { dayInAddress, type Stamp } from '@/lib/core/article';

const day = 86_400_000;
/** News sites have no honest date before this. */
const earliest = Date.UTC(1995, 0, 1);

/** A date that can be true; one more than a day ahead, before 1995 or unreadable is none. */
export function possibleDate(stamp: Stamp | null, now: Date): Stamp | null {
  if (stamp === null) return null;
  const at = Date.parse(stamp.at);
  return Number.isNaN(at) || at < earliest || at > now.getTime() + day ? null : stamp;
}

/** The stretch of time a stamp can mean, in milliseconds since 1970: a day is known to the day only. */
export function stretchOf(stamp: Stamp): { from: number; to: number } {
  const from = Date.parse(stamp.at);
  return stamp.precision === 'day' ? { from, to: from + day } : { from, to: from };
}

/** A date that is claimed beside the one an article goes by. */
export interface FurtherDate {
  what: 'modified' | 'in-address';
  stamp: Stamp;
}

/**
 * What else is claimed of when an article appeared: the day in its address, where that is more than a day off (a day begins
 * elsewhere at another hour), and when it was last changed.
 */
export function furtherDates(
  { published, modified, url }: { published: Stamp | null; modified?: Stamp | null; url: string | null },
  now: Date,
): FurtherDate[] {
  const inAddress = possibleDate(dayInAddress(url), now);
  const isOther =
    inAddress !== null && published !== null && Math.abs(dayOf(inAddress) - dayOf(published)) > 1;
  const changed = possibleDate(modified ?? null, now);
  return [
    ...(isOther ? [{ what: 'in-address' as const, stamp: inAddress }] : []),
    ...(changed === null || changed.at === published?.at
      ? []
      : [{ what: 'modified' as const, stamp: changed }]),
  ];
}

function dayOf({ at }: Stamp): number {
  return Math.floor(Date.parse(at) / day);
}
