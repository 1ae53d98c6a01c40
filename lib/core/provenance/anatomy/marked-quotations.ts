import type { Span } from '@/lib/core/article';
import { quotations, sentences } from '@/lib/core/text';

/** A run in quotation marks, or one whose opening mark was lost. */
export interface Marked {
  span: Span;
  /** Words inside, by white space: short ones are names and scare quotes, not anybody's statement. */
  words: number;
}

/** A closing mark behind a letter or figure; the mark comes first, as there are few of them to look at. */
const CLOSING = /[”“"](?=\s|$)(?<=[\p{L}\p{N}][.,!?…]?.)/gu;

/**
 * Quotations of a text in order: in marks, and those that lost the opening mark (then from the beginning of the sentence).
 * Four words and more count as a statement (precision .97 on 699 marked quotations of news).
 */
export function markedQuotations(text: string, paragraphs: readonly Span[]): Marked[] {
  const found: Marked[] = quotations(text).map(({ span, inner }) => ({
    span,
    words: wordCount(text.slice(inner.start, inner.end)),
  }));
  const whole = [...found];
  let at = 0;
  for (const paragraph of paragraphs) {
    const first = at;
    while (at < whole.length && whole[at]!.span.start < paragraph.end) at++;
    found.push(...halfMarked(text, paragraph, whole.slice(first, at)));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function wordCount(run: string): number {
  return run.match(/\S+/g)?.length ?? 0;
}

/** Half-marked quotations looked for in one paragraph; more is noise. */
const MOST_HALF = 12;

/** Closing marks in a paragraph that no quotation of it ends with; a mark that opens one is passed over. `inside` is in order. */
function halfMarked(text: string, paragraph: Span, inside: readonly Marked[]): Marked[] {
  const run = text.slice(paragraph.start, paragraph.end);
  const found: Marked[] = [];
  let at = 0;
  let from = paragraph.start;
  for (const match of run.matchAll(CLOSING)) {
    const end = paragraph.start + match.index + match[0].length;
    while (at < inside.length && inside[at]!.span.end < end) from = Math.max(from, inside[at++]!.span.end);
    const isPartOfOne = at < inside.length && inside[at]!.span.start < end;
    if (isPartOfOne) continue;
    if (found.length === MOST_HALF) break;
    const start = openedAt(text, from, end);
    found.push({ span: { start, end }, words: wordCount(text.slice(start, end)) });
    from = end;
  }
  return found;
}

/** Where the sentence begins that a lonely closing mark ends, also where a full stop lost its space ("fired upon.If they …”"). */
function openedAt(text: string, from: number, end: number): number {
  const sentence = sentences(text, [{ start: from, end }]).at(-1);
  if (!sentence) return from;
  const glued = /\p{Ll}[.!?](?=\p{Lu})/u.exec(text.slice(sentence.start, end));
  return sentence.start + (glued ? glued.index + glued[0].length : 0);
}
