import type { Span } from '@/lib/core/article';
import type { TextMatch } from '@/lib/core/matching/types';

/** Where a match shares text with the page: spans of the page, in order, not overlapping. */
export function sharedSpans({ passages }: Pick<TextMatch, 'passages'>): Span[] {
  const sorted = passages.map(({ here }) => here).sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** UTF-16 units of a list of spans. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Units that two lists of spans have in common; both as `sharedSpans` gives them. */
export function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  let [at, other, sum] = [0, 0, 0];
  while (at < a.length && other < b.length) {
    const [x, y] = [a[at]!, b[other]!];
    sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
    if (x.end < y.end) at++;
    else other++;
  }
  return sum;
}
