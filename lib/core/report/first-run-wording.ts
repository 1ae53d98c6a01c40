import type { CreditDoubt, DirectionSign, FirstRun } from '@/lib/core/provenance/types';
import type { Say } from './phrases';
import { dateWords, dayWords, snake } from './wording';

type Claim = Extract<FirstRun, { kind: 'says-it-comes-from' }>;

/** Who ran it first, in one of exactly three wordings; then its dates, what speaks against it, and signs that point elsewhere. */
export function firstRunSentences(say: Say, first: FirstRun): string[] {
  switch (first.kind) {
    case 'says-it-comes-from': {
      const sentences = [
        claimSentence(say, first),
        ...first.doubts.map((doubt) => doubtSentence(say, doubt, first)),
      ];
      if (first.credit.kind === 'wire' && !first.textMatches && first.signs.some(({ by }) => by !== 'credit'))
        sentences.push(say('first_same_wire'));
      return [...sentences, ...conflict(say, first.signs, first.outlet)];
    }
    case 'earliest-held': {
      const sentences = [say('first_earliest', first.outlet)];
      if (first.claimed) sentences.push(say('first_dates_claimed', dateWords(say, first.claimed)));
      if (first.firstSeen) sentences.push(say('first_dates_seen', dayWords(say, first.firstSeen.at)));
      return [...sentences, ...conflict(say, first.signs, first.outlet)];
    }
    case 'not-known': {
      const signs = first.signs.length > 0 ? [say('first_signs', signList(say, first.signs))] : [];
      return [say('first_unknown'), ...signs];
    }
  }
}

function claimSentence(say: Say, { outlet, saidBy, textMatches }: Claim): string {
  if (saidBy) return say(textMatches ? 'first_says_copy_match' : 'first_says_copy', outlet, saidBy.outlet);
  return say(textMatches ? 'first_says_match' : 'first_says', outlet);
}

function doubtSentence(say: Say, doubt: CreditDoubt, { outlet }: Claim): string {
  return doubt.kind === 'text-differs'
    ? say('first_differs', outlet)
    : say('first_look_alike', doubt.host, doubt.of);
}

/** Signs that put another outlet first than the answer does. */
function conflict(say: Say, signs: readonly DirectionSign[], outlet: string): string[] {
  const others = signs.filter((sign) => sign.outlet !== outlet);
  return others.length === 0 ? [] : [say('first_signs_differ', signList(say, others))];
}

function signList(say: Say, signs: readonly DirectionSign[]): string {
  const words = signs.map(({ by, outlet }) => say(`first_sign_${snake(by)}`, outlet));
  return new Intl.ListFormat(say.language, { type: 'conjunction' }).format(words);
}
