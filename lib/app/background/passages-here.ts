import type { Span } from '@/lib/core/article';
import type { Report } from '@/lib/core/report';

/** The passages of a match in this page's text: the one asked for, or all of them; empty when there is no such match. */
export function passagesHere(report: Report, match: { articleId: string; passage: number | null }): Span[] {
  const found = report.sameText.find(({ article }) => article.id === match.articleId);
  const passages = found?.passages ?? [];
  return passages
    .filter((_, index) => match.passage === null || index === match.passage)
    .map((passage) => passage.here);
}
