import type { Span } from '@/lib/core/article';
import { countWords, tokenize } from '@/lib/core/text';
import type { GatheredBlock } from '@/lib/page/gathered';

/** The article's text with the place of each block in it. */
export interface Composed {
  text: string;
  paragraphs: Span[];
  /** Place of each block of the body, by its index in the page. */
  spans: Map<number, Span>;
  cut: { wordsCompared: number; wordsInAll: number } | null;
}

/** Longer texts are compared by their first words only; the report says so. */
const wordLimit = 30_000;

const gap = '\n\n';

/** Joins the body's blocks by blank lines and cuts the text after {@link wordLimit} words, at the end of a paragraph where one is near. */
export function compose(
  blocks: readonly GatheredBlock[],
  body: readonly number[],
  wordsLeftOut: number,
): Composed {
  const paragraphs: Span[] = [];
  const spans = new Map<number, Span>();
  const parts: string[] = [];
  let at = 0;
  let words = 0;
  let dropped = wordsLeftOut;
  let full = false;
  for (const n of body) {
    const { text } = blocks[n]!;
    const here = countWords(text);
    if (full || words + here > wordLimit) {
      const fitting = full ? '' : firstWords(text, wordLimit - words);
      full = true;
      dropped += here - countWords(fitting);
      if (fitting !== '') add(n, fitting);
      continue;
    }
    words += here;
    add(n, text);
  }
  function add(n: number, text: string): void {
    if (at > 0) at += gap.length;
    const span = { start: at, end: at + text.length };
    parts.push(text);
    paragraphs.push(span);
    spans.set(n, span);
    at = span.end;
  }
  const text = parts.join(gap);
  if (dropped === 0) return { text, paragraphs, spans, cut: null };
  const wordsCompared = countWords(text);
  return { text, paragraphs, spans, cut: { wordsCompared, wordsInAll: wordsCompared + dropped } };
}

/** The start of one paragraph, with `limit` words. */
function firstWords(text: string, limit: number): string {
  const end = limit > 0 ? tokenize(text).ends[limit - 1] : 0;
  return text.slice(0, end ?? text.length);
}
