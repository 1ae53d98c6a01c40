/** Length of a pack's segments: the finest that keeps their number in bounds. */
export type Period = 'day' | 'month' | 'year';

/** Segment of articles without a date. */
const undated = 'undated';

/** Most segments a pack is built with; a subscriber fetches each as a file. */
const mostSegments = 400;

/** The finest period by which these days (ISO, `null` for undated) fall into at most 400 segments. */
export function periodFor(days: Iterable<string | null>): Period {
  const seen = new Set(days);
  const segments = (period: Period) => new Set(Array.from(seen, (day) => segmentOf(day, period))).size;
  if (segments('day') <= mostSegments) return 'day';
  return segments('month') <= mostSegments ? 'month' : 'year';
}

/** Name of the segment of a day: the day, its month, its year, or `undated`. */
export function segmentOf(day: string | null, period: Period): string {
  if (day === null) return undated;
  return day.slice(0, { day: 10, month: 7, year: 4 }[period]);
}
