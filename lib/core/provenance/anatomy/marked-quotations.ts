import type { Span } from '@/lib/core/article';
import { quotations, sentences } from '@/lib/core/text';

/** A run in quotation marks, or one whose opening mark was lost. */
export interface Marked {
  span: Span;
  /** Words inside, by white space: short ones are names and scare quotes, not anybody's statement. */
  words: number;
}

const CLOSING = /[\p{L}\p{N}][.,!?…]?[”“"](?=\s|$)/gu;

/**
 * Quotations of a text in order: in marks, and those that lost the opening mark (then from the beginning of the sentence).
 * Four words and more count as a statement (precision .97 on 699 marked quotations of news).
 */
export function markedQuotations(text: string, paragraphs: readonly Span[]): Marked[] {
  const found: Marked[] = quotations(text).map(({ span, inner }) => ({
    span,
    words: wordCount(text.slice(inner.start, inner.end)),
  }));
  for (const paragraph of paragraphs) found.push(...halfMarked(text, paragraph, found));
  return found.sort((a, b) => a.span.start - b.span.start);
}

function wordCount(run: string): number {
  return run.split(/\s+/).filter((word) => word !== '').length;
}

/** Closing marks in a paragraph that no quotation of it ends with; a mark that opens one is passed over. */
function halfMarked(text: string, paragraph: Span, known: readonly Marked[]): Marked[] {
  const inside = known.filter(({ span }) => span.start < paragraph.end && paragraph.start < span.end);
  const run = text.slice(paragraph.start, paragraph.end);
  const found: Marked[] = [];
  for (const match of run.matchAll(CLOSING)) {
    const end = paragraph.start + match.index + match[0].length;
    if (inside.some(({ span }) => span.start < end && end <= span.end)) continue;
    const from = Math.max(
      paragraph.start,
      ...inside.filter(({ span }) => span.end <= end).map(({ span }) => span.end),
    );
    const sentence = sentences(text, [{ start: from, end }]).at(-1);
    if (!sentence) continue;
    const printed = text.slice(sentence.start, end);
    const glued = /[\p{Ll}][.!?](?=\p{Lu})/u.exec(printed);
    const start = sentence.start + (glued ? glued.index + glued[0].length : 0);
    found.push({ span: { start, end }, words: wordCount(text.slice(start, end)) });
  }
  return found;
}
