import type { Span } from '@/lib/core/article';

/** A run in quotation marks: `span` with its marks, `inner` without. */
export interface Quotation {
  span: Span;
  inner: Span;
}

const PAIRS: Record<string, string> = {
  '“': '”',
  '«': '»',
  '„': '“',
  '「': '」',
  '『': '』',
  '"': '"',
  '”': '”',
};
const OPENING = /[“«„「『"”]/g;
/** A quotation longer than this has lost its closing mark (UTF-16 units). */
const LONGEST = 3_000;

/** Whether a straight or wrongly turned mark at `at` can open: something like a space before it, a letter after it. */
function canOpen(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  return (before === undefined || /[\s([{—–:-]/u.test(before)) && after !== undefined && /\S/u.test(after);
}

/**
 * Quotations in double marks, in order, outermost only. A mark that is not closed within its paragraph is left alone,
 * unless the next paragraph opens with a mark again (a quotation running over paragraphs, each closed at its end here).
 * Single marks are not read: they cannot be told from apostrophes.
 */
export function quotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let from = 0;
  OPENING.lastIndex = 0;
  for (;;) {
    OPENING.lastIndex = from;
    const open = OPENING.exec(text);
    if (!open) return found;
    const start = open.index;
    const mark = open[0];
    from = start + 1;
    if ((mark === '"' || mark === '”') && !canOpen(text, start)) continue;
    const end = closingOf(text, start, PAIRS[mark]!);
    if (end === null) continue;
    found.push({ span: { start, end: end.after }, inner: { start: start + 1, end: end.inner } });
    from = end.after;
  }
}

/** Where a quotation opened at `start` ends: at its mark, or at the paragraph's end if the next paragraph opens anew. */
function closingOf(text: string, start: number, closing: string): { inner: number; after: number } | null {
  const reach = text.slice(start, start + LONGEST);
  const paragraphEnd = reach.indexOf('\n\n');
  const quoted = paragraphEnd < 0 ? reach : reach.slice(0, paragraphEnd);
  const at = quoted.indexOf(closing, 1);
  if (at > 0) return { inner: start + at, after: start + at + 1 };
  const straight = closing === '”' ? quoted.indexOf('"', 1) : -1;
  if (straight > 0) return { inner: start + straight, after: start + straight + 1 };
  const opensAnew = paragraphEnd > 0 && quoted[0] !== '"' && reach[paragraphEnd + 2] === quoted[0];
  return opensAnew ? { inner: start + paragraphEnd, after: start + paragraphEnd } : null;
}
