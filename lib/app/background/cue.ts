import type { CueMode } from '@/lib/app/messaging';
import type { HeldArticle } from '@/lib/core/matching/types';
import type { ReportOutcome } from '@/lib/core/report';

/**
 * Whether the in-page mark is shown on a watched site. A page sees the mark appear, so with `when-found` it must not be
 * able to ask that way what its reader has read: matches with pages read or held do not count.
 */
export function wantsCue(mode: CueMode, outcome: ReportOutcome): boolean {
  if (outcome.status === 'not-an-article' || mode === 'never') return false;
  if (mode === 'always') return true;
  if (outcome.status !== 'found') return false;
  const { sameText, sameStory } = outcome.report;
  return [...sameText, ...sameStory].some(({ article }) => isNotOfTheReader(article));
}

function isNotOfTheReader({ from }: HeldArticle): boolean {
  return from.kind !== 'page' && from.kind !== 'held-page';
}
