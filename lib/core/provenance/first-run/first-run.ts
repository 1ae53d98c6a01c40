/**
 * Who ran a text first: a claim with its evidence, in three wordings. A credit line of the page or of a copy says where it comes
 * from; failing that, the earliest copy held, if dates part the copies; else it is not known. Nothing is guessed, and signs that
 * point elsewhere are kept beside the answer.
 */
import { isNamedOutlet } from '@/lib/core/article';
import type { StoryMatch, TextMatch } from '@/lib/core/matching/types';
import type { Origin } from '@/lib/core/report/types';
import { creditedSource } from '../anatomy/whole-credit';
import { publisherOf } from '../origins/publishers';
import type { Credit, FirstRun } from '../types';
import { heldAsCopy, nameOf, pageAsCopy, type ReadPage, wholeCopies } from './copies';
import { creditDoubts } from './doubts';
import { earliestByDates } from './earliest';
import { directionSigns } from './signs';

/** From this share of the text on, a line stands at its foot. */
const atTheFoot = 0.85;

/** What the library gave for the page. */
export interface Found {
  textMatches: readonly TextMatch[];
  stories: readonly StoryMatch[];
  origins: readonly Origin[];
}

/**
 * Who ran this page's text first. Dates more than 24 hours after `now`, before 1995, or unreadable are no dates.
 */
export function firstRun(page: ReadPage, { textMatches, stories, origins }: Found, now: Date): FirstRun {
  const signs = directionSigns(page, textMatches, now);
  const claim = stated(page) ?? statedOfOrigin(page, textMatches, origins);
  if (claim) {
    const { credit, saidBy } = claim;
    const isHeld = textMatches.some(({ article }) => isNamedOutlet(credit, article));
    const matches = isHeld || (saidBy !== null && isNamedOutlet(credit, page.article));
    return {
      kind: 'says-it-comes-from',
      outlet: credit.outlet!,
      credit,
      saidBy,
      textMatches: matches,
      doubts: creditDoubts(credit, matches, page.article, stories),
      signs,
    };
  }
  const whole = wholeCopies(textMatches);
  if (whole.length === 0)
    return { kind: 'not-known', because: 'no other copy of the whole text is held', signs };
  const copies = [pageAsCopy(page, now), ...whole.map(({ article }) => heldAsCopy(article, now))];
  const earliest = earliestByDates(copies);
  if ('because' in earliest) return { kind: 'not-known', because: earliest.because, signs };
  const { outlet, id, claimed, firstSeen } = earliest.copy;
  return { kind: 'earliest-held', outlet, articleId: id, claimed, firstSeen, signs };
}

type Claim = Pick<Extract<FirstRun, { kind: 'says-it-comes-from' }>, 'credit' | 'saidBy'>;

/** The page's own claim about its text. */
function stated({ article, credits, anatomy }: ReadPage): Claim | null {
  const ofWhole = creditedSource(credits);
  const ofExcerpt = credits.find(({ outlet }) => outlet !== null && outlet === anatomy.originalOutlet);
  const credit = ofWhole ?? ofExcerpt ?? soleSource(credits, article.text.length);
  if (!credit || credit.outlet === null || isNamedOutlet(credit, article)) return null;
  return { credit, saidBy: null };
}

/** Where all that is shared has one origin: the credit that names it, of the page for a part, else of a copy. */
function statedOfOrigin(
  { credits }: ReadPage,
  matches: readonly TextMatch[],
  origins: readonly Origin[],
): Claim | null {
  const [origin] = origins;
  if (!origin || origins.length > 1 || origin.outlet === null || matches.length === 0) return null;
  const naming = (list: readonly Credit[]) => list.find(({ outlet }) => outlet === origin.outlet);
  const own = naming(credits);
  if (own) return { credit: own, saidBy: null };
  for (const { article } of matches) {
    const credit = origin.articles.includes(article.id) ? naming(article.credits) : undefined;
    if (credit && !isNamedOutlet(credit, article))
      return {
        credit,
        saidBy: { articleId: article.id, outlet: publisherOf(article)?.name ?? nameOf(article) },
      };
  }
  return null;
}

/**
 * "Source: X" at the head or foot of a text, the only source it names, or an agency's notice. A source named in the middle is
 * of the passage above it, and several are what the text was put together from.
 */
function soleSource(credits: readonly Credit[], length: number): Credit | null {
  const sources = credits.filter(({ kind, outlet }) => kind === 'source' && outlet !== null);
  const [source] = sources;
  const isSole = new Set(sources.map(({ outlet }) => outlet)).size === 1;
  if (
    source &&
    isSole &&
    (source.span === null || source.span.start === 0 || source.span.end > length * atTheFoot)
  )
    return source;
  return credits.find(({ kind, outlet }) => kind === 'syndication-notice' && outlet !== null) ?? null;
}
