import type { Span } from '@/lib/core/article';
import { sentences } from '@/lib/core/text';

/** Longest run shown round some words, in UTF-16 units: a text without punctuation is one sentence. */
const longest = 600;

/** The sentence, or the sentences, that hold a span: what a reader is shown when a label is opened. */
export function sentenceAt(text: string, { start, end }: Span): Span {
  const from = Math.max(text.lastIndexOf('\n\n', start), start - longest, 0);
  const close = text.indexOf('\n\n', end);
  const to = Math.min(close < 0 ? text.length : close, end + longest);
  const holding = sentences(text, [{ start: from, end: to }]).filter(
    (one) => one.start < end && start < one.end,
  );
  const [first, last] = [holding[0], holding.at(-1)];
  if (!first || !last) return { start, end };
  const opens = first.start + /^\s*/.exec(text.slice(first.start, first.end))![0].length;
  return { start: Math.min(opens, start), end: Math.max(last.end, end) };
}
