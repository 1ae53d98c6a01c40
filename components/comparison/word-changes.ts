import { diffArrays } from 'diff';
import type { Span } from '@/lib/core/article';

/** Where a passage stops being told word by word: more changes than this read as another text, and cost more than a blink. */
const mostChanges = 1_000;

interface Word {
  span: Span;
  /** What is compared: without case and surrounding punctuation. */
  folded: string;
}

/**
 * The words of a passage that stand on one side only, as spans of each text.
 * Myers' diff over words, by the `diff` package.
 */
export function wordChanges(
  here: string,
  hereSpan: Span,
  there: string,
  thereSpan: Span,
): { here: Span[]; there: Span[] } {
  const hereWords = wordsIn(here, hereSpan);
  const thereWords = wordsIn(there, thereSpan);
  const changes = diffArrays(
    thereWords.map(({ folded }) => folded),
    hereWords.map(({ folded }) => folded),
    { maxEditLength: mostChanges },
  );
  const found: { here: Span[]; there: Span[] } = { here: [], there: [] };
  if (changes === undefined) return found;
  let hereAt = 0;
  let thereAt = 0;
  for (const { added, removed, value } of changes) {
    if (added) found.here.push(runOf(hereWords, hereAt, value.length));
    if (removed) found.there.push(runOf(thereWords, thereAt, value.length));
    if (!removed) hereAt += value.length;
    if (!added) thereAt += value.length;
  }
  return found;
}

function runOf(words: readonly Word[], from: number, count: number): Span {
  return { start: words[from]!.span.start, end: words[from + count - 1]!.span.end };
}

function wordsIn(text: string, { start, end }: Span): Word[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map((found) => ({
    span: { start: start + found.index, end: start + found.index + found[0].length },
    folded: found[0].toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
  }));
}
