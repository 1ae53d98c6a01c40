/**
 * Text without what differs between a page and a text read from it: white space, invisible marks, the shape of quotation marks
 * and hyphens, case. One unit here is one unit there, so that a place found in the squeezed text leads back.
 */
export interface Squeezed {
  text: string;
  /** Index in the original of each unit of `text`. */
  offsets: Uint32Array;
}

const quotes = "'‘’‚‛ʼ`´′";
const doubles = '"“”„‟«»″';
const hyphens = '-‐‑‒–—―−';
const nothing = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

const folds = new Map<string, string>([
  ...Array.from(quotes, (mark): [string, string] => [mark, "'"]),
  ...Array.from(doubles, (mark): [string, string] => [mark, '"']),
  ...Array.from(hyphens, (mark): [string, string] => [mark, '-']),
]);

/** Squeezes a text; linear in its length. */
export function squeeze(text: string): Squeezed {
  const units: string[] = [];
  const offsets: number[] = [];
  for (let n = 0; n < text.length; n++) {
    const unit = text[n]!;
    if (unit <= ' ' || nothing.test(unit)) continue;
    const lower = unit.toLowerCase();
    units.push(folds.get(unit) ?? (lower.length === 1 ? lower : unit));
    offsets.push(n);
  }
  return { text: units.join(''), offsets: Uint32Array.from(offsets) };
}
