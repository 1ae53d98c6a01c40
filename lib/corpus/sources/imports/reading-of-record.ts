import type { Article, PageReading } from '@/lib/core/article';

/** The reading of an article that came as a bare record: there is no page around it, so its text is all there is to read credits from. */
export function readingOfRecord(article: Article): PageReading {
  return {
    article,
    lines: [],
    metadata: {
      canonical: null,
      ogUrl: null,
      siteName: null,
      publisher: null,
      isBasedOn: null,
      creditText: null,
      copyrightHolder: null,
      republicationPixel: null,
      feeds: [],
    },
    blocks: [],
    cut: null,
  };
}
