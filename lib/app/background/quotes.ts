import type { PageOrders } from '@/lib/app/messaging';
import type { Span } from '@/lib/core/article';
import type { Report } from '@/lib/core/report';

export type Quote = Parameters<PageOrders['highlight']>[0][number];

/** Enough to tell one place from another, in UTF-16 units before and after. */
const context = 32;

/** The words at a span with a little of what stands around them, so that the place is found in the live page. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
  };
}

/** The passages of a match in this page's text: the one asked for, or all of them; empty when there is no such match. */
export function passagesHere(report: Report, match: { articleId: string; passage: number | null }): Span[] {
  const found = report.sameText.find(({ article }) => article.id === match.articleId);
  const passages = found?.passages ?? [];
  return passages
    .filter((_, index) => match.passage === null || index === match.passage)
    .map((passage) => passage.here);
}
