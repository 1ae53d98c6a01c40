import type { Stamp } from '@/lib/core/article';
import { type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import type { ImportedArticle } from '@/lib/corpus/sources/imports';

/** A date later than this after it was first seen is none, in ms: clocks differ by zones, not by more. */
const aheadAtMost = 86_400_000;

/** An article of a file, ready for the library. A date of the future is not believed. */
export function prepareImport(
  { article, credits, summary }: ImportedArticle,
  name: string,
  now: Date,
): PreparedArticle {
  const published = isAhead(article.published, now) ? null : article.published;
  return prepareArticle(
    { ...article, published },
    {
      firstSeen: { at: now.toISOString(), precision: 'minute', from: 'first-seen' },
      credits,
      summary,
      from: { kind: 'import', name },
    },
  );
}

function isAhead(stamp: Stamp | null, now: Date): boolean {
  return stamp !== null && Date.parse(stamp.at) > now.getTime() + aheadAtMost;
}
