import { type Article, noMetadata, type PageReading } from '@/lib/core/article';

/** The reading of an article that came as a bare record: there is no page around it, so its text is all there is to read credits from. */
export function readingOfRecord(article: Article): PageReading {
  return {
    article,
    lines: [],
    metadata: noMetadata,
    blocks: [],
    cut: null,
  };
}
