import { type Article, isNamedOutlet, lookAlikeOf } from '@/lib/core/article';
import type { StoryMatch } from '@/lib/core/matching/types';
import type { Credit, CreditDoubt } from '../types';

/**
 * What speaks against a credit: the outlet's own text on this story is held and shares nothing, or the page's address or the
 * credit's link only looks like an outlet's.
 */
export function creditDoubts(
  credit: Credit,
  textMatches: boolean,
  page: Article,
  stories: readonly StoryMatch[],
): CreditDoubt[] {
  const doubts: CreditDoubt[] = [];
  const other = textMatches
    ? undefined
    : stories.find(({ article }) => article.held === 'text' && isNamedOutlet(credit, article));
  if (other) doubts.push({ kind: 'text-differs', articleId: other.article.id });
  for (const address of [credit.url, page.url]) {
    const found = address === null ? null : lookAlikeOf(address);
    if (found && !doubts.some((doubt) => doubt.kind === 'look-alike' && doubt.host === found.host))
      doubts.push({ kind: 'look-alike', ...found });
  }
  return doubts;
}
