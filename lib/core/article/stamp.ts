import type { Stamp, StampSource } from './article';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Offsets from UTC in minutes, of the zone names that news pages and RFC 822 feeds print. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

/** A day found in a text, and where the text goes on behind it. */
interface FoundDay {
  year: number;
  month: number;
  day: number;
  end: number;
}

/** Longest text in which a date is looked for, in UTF-16 units: dates are printed in lines, not in pages. */
const longest = 200;

/**
 * Reads a date as sources print it: ISO 8601, RFC 822, "September 28th 2017", "28 Sept. 2017", "2017/09/28", "28.09.2017".
 * A time counts only with its zone (given in UTC then, to the second); without one, the day is all that is known.
 * Day and month in figures parted by strokes are read only where they cannot be exchanged. `null` when no date is plain.
 */
export function readStamp(printed: string | null, from: StampSource): Stamp | null {
  if (printed === null) return null;
  const text = printed.slice(0, longest);
  const found = findDay(text);
  if (!found || !exists(found)) return null;
  const minute = readTime(text.slice(found.end), found);
  if (minute) return { at: minute, precision: 'minute', from };
  const day = [String(found.year), two(found.month), two(found.day)].join('-');
  return { at: day, precision: 'day', from };
}

/** The day that an address names: `/2017/09/28/`, `/2017-09-28/` or `/20170928` in its path. */
export function dayInAddress(address: string | null): Stamp | null {
  if (address === null || !URL.canParse(address)) return null;
  const { pathname } = new URL(address);
  const parts =
    /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(pathname) ??
    /[/_-](\d{4})(\d{2})(\d{2})(?:\D|$)/.exec(pathname);
  return parts === null ? null : readStamp(`${parts[1]}-${parts[2]}-${parts[3]}`, 'url');
}

function findDay(text: string): FoundDay | null {
  return yearFirst(text) ?? dayThenMonthName(text) ?? monthNameThenDay(text) ?? figures(text);
}

function yearFirst(text: string): FoundDay | null {
  const match = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  return match && foundAt(match, match[1], match[3], match[4]);
}

function dayThenMonthName(text: string): FoundDay | null {
  const match =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?[ -](\d{4})(?!\d)/i.exec(
      text,
    );
  return match && foundAt(match, match[3], monthOf(match[2]), match[1]);
}

function monthNameThenDay(text: string): FoundDay | null {
  const match =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? ?(?<!\d)(\d{4})(?!\d)/i.exec(
      text,
    );
  return match && foundAt(match, match[3], monthOf(match[1]), match[2]);
}

/** "28/09/2017" is plain, "05/04/2017" is not; with dots the day comes first everywhere. */
function figures(text: string): FoundDay | null {
  const match = /(?<!\d)(\d{1,2}) ?([/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)/.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (match[2] === '.' || first > 12 || first === second) return foundAt(match, match[4], second, first);
  return second > 12 ? foundAt(match, match[4], first, second) : null;
}

function foundAt(
  match: RegExpExecArray,
  year: string | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
): FoundDay {
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    end: match.index + match[0].length,
  };
}

function monthOf(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** Whether the calendar has the day, in a year that a news text can be of. */
function exists({ year, month, day }: FoundDay): boolean {
  if (year < 1600 || year > 2200) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The moment in UTC, when a time with its zone follows the day at once; else `null`. */
function readTime(rest: string, { year, month, day }: FoundDay): string | null {
  const match =
    /^(?:t|,? ?(?:at )?)(\d{1,2}) ?: ?(\d{2})(?: ?: ?(\d{2})(?:[.,]\d{1,9})?)? ?([ap]\.?m\b\.?)?,? ?\(?(?:(?:gmt|utc)?([+-])(\d{2}) ?:? ?(\d{2})\b|([a-z]{1,4})\b)/i.exec(
      rest,
    );
  if (!match) return null;
  const offset =
    match[5] === undefined
      ? zones[(match[8] ?? '').toLowerCase()]
      : Number(`${match[5]}1`) * (Number(match[6]) * 60 + Number(match[7]));
  const hour = hourOfDay(Number(match[1]), match[4]);
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  if (offset === undefined || hour > 23 || minute > 59 || second > 59) return null;
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second));
  return moment.toISOString().replace('.000Z', 'Z');
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
