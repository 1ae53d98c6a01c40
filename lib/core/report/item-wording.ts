import type { MatchPart } from '@/lib/core/matching/types';
import { percent, type Say } from './phrases';
import { relationWords } from './wording';

/** Shares of an item of a digest, with what each is a share of: "all of this item; 12 % of theirs". */
export function itemShareSentence(say: Say, { here, there, coverage }: MatchPart): string {
  const shares = [percent(say, coverage.here), percent(say, coverage.there)];
  if (here === null) return say('item_share_there', ...shares);
  return say(there === null ? 'item_share_here' : 'item_share_both', ...shares);
}

/** One item of a digest in a line: its relation, its first words, its shares. */
export function itemWords(say: Say, part: MatchPart): string {
  const opening = part.opening === undefined ? '' : `“${part.opening}” `;
  return `${relationWords(say, part.relation)}: ${opening}${itemShareSentence(say, part)}`;
}
