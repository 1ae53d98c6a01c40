import type { Stamp } from '@/lib/core/article';

/** Days since 1970 of a stamp; `null` for an absent or unreadable one. Time zones are left aside: windows are days wide. */
export function dayOf(stamp: Stamp | null): number | null {
  if (!stamp) return null;
  const time = Date.parse(stamp.at.slice(0, 10));
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000);
}

/** ISO day of a number of days since 1970. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
