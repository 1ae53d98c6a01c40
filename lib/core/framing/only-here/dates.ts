import type { Word } from '../words';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const short = new Map(months.map((month) => [month.slice(0, 3), month]));

/** The month a word names ("Sept", "September"). */
export function monthOf({ low, capital }: Word): string | null {
  if (!capital) return null;
  const bare = low.replace(/\.$/, '');
  return months.includes(bare) ? bare : bare.length <= 4 ? (short.get(bare.slice(0, 3)) ?? null) : null;
}

function dayOf({ low }: Word): number | null {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(low)?.[1];
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? Number(day) : null;
}

/** A day of a month at word `at` ("24 September", "Sept. 24th"), with the ways it is written; `null` where none stands. */
export function dateAt(
  words: readonly Word[],
  at: number,
): { length: number; key: string; spellings: string[] } | null {
  const [first, second] = [words[at], words[at + 1]];
  if (!first || !second) return null;
  const month = monthOf(first) ?? monthOf(second);
  const day = monthOf(first) ? dayOf(second) : dayOf(first);
  if (month === null || day === null || (monthOf(first) && monthOf(second))) return null;
  const name = month[0]!.toUpperCase() + month.slice(1);
  return {
    length: 2,
    key: `${month} ${day}`,
    spellings: [...new Set([`${day} ${name}`, `${name} ${day}`, `${name.slice(0, 3)} ${day}`])],
  };
}
