import type { Article, Field, Span } from '@/lib/core/article';
import type { Evidence } from './types';

/** The words of an article at a place, verbatim. */
export function evidence({ id, title, text }: Article, field: Field, { start, end }: Span): Evidence {
  const exact = (field === 'title' ? (title ?? '') : text).slice(start, end);
  return { articleId: id, field, span: { start, end }, exact };
}
