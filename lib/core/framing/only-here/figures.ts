import type { Word } from '../words';
import { monthOf } from './dates';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** Smaller numbers stand in any text and tell nothing. */
const smallest = 3;

/** A whole number below a hundred thousand in English words. */
export function inWords(value: number): string | null {
  if (value < 20) return ones[value] ?? null;
  if (value < 100)
    return value % 10 === 0 ? tens[value / 10]! : `${tens[Math.floor(value / 10)]}-${ones[value % 10]}`;
  if (value < 1_000 && value % 100 === 0) return `${ones[value / 100]} hundred`;
  if (value < 100_000 && value % 1_000 === 0) return `${inWords(value / 1_000)} thousand`;
  return null;
}

/** The number a word writes in digits; years, hours and ordinals are none. */
export function numberIn({ low }: Word): number | null {
  const digits = /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)$/.exec(low)?.[1];
  if (digits === undefined) return null;
  const value = Number(digits.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}

/** Four digits without a comma: a year, or an hour ("1838 GMT"). */
const yearOrHour = /^(?:1\d|2[0-3])\d\d$/;

/**
 * The spellings of the number at a word; `null` where none stands, it may be a year or an hour, it follows a month, or it is
 * too small to tell anything.
 */
export function figureAt(words: readonly Word[], at: number): string[] | null {
  const value = numberIn(words[at]!);
  if (value === null || value < smallest || yearOrHour.test(words[at]!.low)) return null;
  if (at > 0 && monthOf(words[at - 1]!) !== null) return null;
  const spelled = Number.isInteger(value) ? inWords(value) : null;
  const grouped = value >= 1_000 ? [value.toLocaleString('en'), String(value)] : [String(value)];
  return [...grouped, ...(spelled === null ? [] : [spelled])];
}
