/** The sentences of the time line; a part of the report's wording, see `wording.ts`. */
import type { Stamp } from '@/lib/core/article';
import type { FurtherDate } from '@/lib/core/provenance/dates';
import type { Say } from './phrases';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A date as precise as its source is, with where it was read: a moment is given in UTC, so that two copies of one day can be told apart. */
export function stampWords(say: Say, stamp: Stamp): string {
  const { from } = stamp;
  return say(`date_${from === 'first-seen' ? 'first_seen' : from}`, momentWords(say, stamp));
}

/** Dates that are claimed of a copy beside the one it goes by. */
export function furtherWords(say: Say, further: readonly FurtherDate[]): string[] {
  return further.map(({ what, stamp }) => {
    const words = stampWords(say, stamp);
    return what === 'modified' ? say('date_modified', words) : words;
  });
}

/** Both ends of a time line: their days, or, on one day, as precise as they are. */
export function endsWords(say: Say, { from, to }: { from: Stamp; to: Stamp }): [string, string] {
  const sameDay = from.at.slice(0, 10) === to.at.slice(0, 10);
  const words = (stamp: Stamp) => momentWords(say, sameDay ? stamp : { ...stamp, precision: 'day' });
  return [words(from), words(to)];
}

function momentWords(say: Say, { at, precision }: Stamp): string {
  const format = new Intl.DateTimeFormat(say.language, {
    dateStyle: 'medium',
    ...(precision === 'minute' ? { timeStyle: 'short' } : {}),
    timeZone: 'UTC',
  });
  const written = format.format(new Date(at));
  return precision === 'minute' ? say('time_utc', written) : written;
}

/** How long after the first copy another is dated: "13 hours after the first". Where one is known to the day only, days are told. */
export function laterWords(say: Say, first: Stamp, copy: Stamp): string {
  const apart = Date.parse(copy.at) - Date.parse(first.at);
  if (first.precision === 'minute' && copy.precision === 'minute') {
    if (apart < minute) return say('time_same_minute');
    if (apart < 2 * hour) return say('time_after_first', amount(say, 'minute', apart / minute));
    if (apart < 2 * day) return say('time_after_first', amount(say, 'hour', apart / hour));
  }
  const days = Math.floor(Date.parse(copy.at) / day) - Math.floor(Date.parse(first.at) / day);
  return days <= 0 ? say('time_same_day') : say('time_after_first', amount(say, 'day', days));
}

function amount(say: Say, unit: 'minute' | 'hour' | 'day', value: number): string {
  const format = new Intl.NumberFormat(say.language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.round(value));
}
