import { markupOf } from '@/lib/core/provenance/credits/metadata';
import type { Credit } from '@/lib/core/provenance/types';
import { plural, type Say } from './phrases';
import type { Report } from './types';

/** Credits under the name of what they are. */
export interface CreditLines {
  heading: string;
  credits: Credit[];
}

/**
 * The page's credits: lines that it prints, then what its markup states. A lead-in leans on an outlet for a part; it stands
 * with that part and among the cited sources.
 */
export function creditLines(say: Say, { anatomy }: Report): CreditLines[] {
  const credits = anatomy.credits.filter(({ kind }) => kind !== 'quote-lead' && kind !== 'citation');
  const printed = credits.filter((credit) => markupOf(credit) === null);
  const inMarkup = credits.filter((credit) => markupOf(credit) !== null);
  return [
    { heading: plural(say, 'report_credit_lines', printed.length), credits: printed },
    { heading: say('report_markup_lines'), credits: inMarkup },
  ].filter((group) => group.credits.length > 0);
}
