import type { Article, Span } from '@/lib/core/article';
import type { Report } from '@/lib/core/report';

/** The passages of a match in this page's text: the one asked for, or all of them; empty when there is no such match. */
export function passagesHere(report: Report, match: { articleId: string; passage: number | null }): Span[] {
  const found = report.sameText.find(({ article }) => article.id === match.articleId);
  const passages = found?.passages ?? [];
  return passages
    .filter((_, index) => match.passage === null || index === match.passage)
    .map((passage) => passage.here);
}

/** A span paragraph by paragraph. Between two paragraphs of an article a page may have pictures, boxes and advertisements. */
export function byParagraph({ paragraphs, text }: Article, { start, end }: Span): Span[] {
  return paragraphs
    .map((paragraph) => ({ start: Math.max(start, paragraph.start), end: Math.min(end, paragraph.end) }))
    .filter((piece) => text.slice(piece.start, piece.end).trim() !== '');
}
