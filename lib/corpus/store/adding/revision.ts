import type { PreparedArticle } from '@/lib/core/matching/types';
import type { ArticleRow } from '../schema';

/** What adding an article comes to, given what the library holds under its id. */
export type Arrival = 'added' | 'revised' | 'unchanged';

/** The same within an import: an id that it has used before for another text is `repeated`, and left out. */
export type Arrived = Arrival | 'repeated';

/**
 * A changed text is a new revision. What comes later but holds less (the feed's headline of a page already read, the
 * teaser of a text held in full) is not: it would take words away from what is compared.
 */
export function arrivalOf(article: PreparedArticle, digest: string, held: ArticleRow | null): Arrival {
  if (held === null) return 'added';
  if (held.digest === digest) return 'unchanged';
  return substance(article.held) < substance(held.held) ? 'unchanged' : 'revised';
}

/** How much of an article is held, to compare two holdings of one address. */
function substance(held: PreparedArticle['held']): number {
  if (held.held === 'headline-only') return 0;
  if (held.held === 'fingerprint-only') return 1;
  return held.completeness === 'full' || held.completeness === 'unknown' ? 3 : 2;
}
