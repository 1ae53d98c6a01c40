/**
 * Text without what differs between a page and a text read from it: white space, invisible marks, the shape of quotation marks
 * and hyphens, case. One unit here is one unit there, so that a place found in the squeezed text leads back.
 */
export interface Squeezed {
  text: string;
  /** Index in the original of each unit of `text`. */
  offsets: Uint32Array;
}

const shapes: readonly (readonly [string, string])[] = [
  ["'‘’‚‛ʼ`´′", "'"],
  ['"“”„‟«»″', '"'],
  ['-‐‑‒–—―−', '-'],
];
const folds = new Map(
  shapes.flatMap(([marks, plain]) => Array.from(marks, (mark) => [mark.charCodeAt(0), plain.charCodeAt(0)])),
);

const nothing = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Squeezes a text; linear in its length. */
export function squeeze(text: string): Squeezed {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let length = 0;
  for (let n = 0; n < text.length; n++) {
    const unit = squeezedUnit(text.charCodeAt(n));
    if (unit === 0) continue;
    units[length] = unit;
    offsets[length++] = n;
  }
  return { text: stringOf(units.subarray(0, length)), offsets: offsets.slice(0, length) };
}

/** What one UTF-16 unit is compared by; 0 for one that is left out. */
function squeezedUnit(code: number): number {
  if (code <= 0x20 || code === 0x7f) return 0;
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  const fold = folds.get(code);
  if (fold !== undefined || code < 0x80) return fold ?? code;
  const unit = String.fromCharCode(code);
  if (nothing.test(unit)) return 0;
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** Units joined in parts, since a call takes only so many arguments. */
function stringOf(units: Uint16Array): string {
  const parts: string[] = [];
  for (let n = 0; n < units.length; n += 8_192)
    parts.push(String.fromCharCode(...units.subarray(n, n + 8_192)));
  return parts.join('');
}
