/**
 * Who ran a text first: a claim with its evidence, in three wordings. A credit line of the page says where it comes from;
 * failing that, the earliest copy held, if dates part the copies; else it is not known. Nothing is guessed.
 */
import { type Article, isNamedOutlet, outletOf, type Stamp } from '@/lib/core/article';
import type { HeldArticle, TextMatch } from '@/lib/core/matching/types';
import { creditedSource } from './anatomy/whole-credit';
import { possibleDate, stretchOf } from './dates';
import type { Credit, FirstRun, PageAnatomy } from './types';

/** What is known of the page itself. */
export interface ReadPage {
  article: Article;
  credits: readonly Credit[];
  anatomy: PageAnatomy;
}

/** From this share of the text on, a line stands at its foot. */
const AT_THE_FOOT = 0.85;

/** One copy in the comparison of dates. */
interface Copy {
  id: string;
  outlet: string;
  claimed: Stamp | null;
  firstSeen: Stamp | null;
}

/**
 * Who ran this page's text first. `textMatches` are articles that share its text; only whole copies count for dates.
 * Dates more than 24 hours after `now`, before 1995, or unreadable are no dates.
 */
export function firstRun(page: ReadPage, textMatches: readonly TextMatch[], now: Date): FirstRun {
  return stated(page, textMatches) ?? earliest(page, textMatches, now);
}

/** The page's own claim, and whether the library holds the same text at the outlet it names. */
function stated({ article, credits, anatomy }: ReadPage, matches: readonly TextMatch[]): FirstRun | null {
  const ofWhole = creditedSource(credits);
  const ofSource = soleSource(credits, article.text.length);
  const ofExcerpt = credits.find(({ outlet }) => outlet !== null && outlet === anatomy.originalOutlet);
  const credit = ofWhole ?? ofExcerpt ?? ofSource;
  if (!credit || credit.outlet === null) return null;
  if (isNamedOutlet(credit, article)) return null;
  const textMatches = matches.some((match) => isNamedOutlet(credit, match.article));
  return { kind: 'says-it-comes-from', outlet: credit.outlet, credit, textMatches };
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
    (source.span === null || source.span.start === 0 || source.span.end > length * AT_THE_FOOT)
  )
    return source;
  return credits.find(({ kind, outlet }) => kind === 'syndication-notice' && outlet !== null) ?? null;
}

function earliest({ article }: ReadPage, matches: readonly TextMatch[], now: Date): FirstRun {
  const whole = matches.filter(({ relation }) => relation === 'reprint' || relation === 'edited-reprint');
  if (whole.length === 0) return { kind: 'not-known', because: 'no other copy of the whole text is held' };
  const here: Copy = {
    id: article.id,
    outlet: outletOf(article.outlet, article.url)?.name ?? article.outlet ?? article.id,
    claimed: possibleDate(article.published, now),
    firstSeen: null,
  };
  const copies = [
    here,
    ...whole
      .filter(({ article: held }) => !creditsSomebody(held))
      .map(({ article: held }) => copyOf(held, now)),
  ];
  const dated = copies.filter(({ claimed }) => claimed !== null);
  if (dated.length < 2) return { kind: 'not-known', because: 'fewer than two copies are dated' };
  const ordered = dated
    .map((copy) => ({ copy, when: stretchOf(copy.claimed!) }))
    .sort((a, b) => a.when.from - b.when.from || a.when.to - b.when.to);
  const [first, second] = [ordered[0]!, ordered[1]!];
  if (first.when.to > second.when.from || first.when.from === second.when.from)
    return { kind: 'not-known', because: 'the dates do not part the earliest copies' };
  const { copy } = first;
  return {
    kind: 'earliest-held',
    outlet: copy.outlet,
    articleId: copy.id,
    claimed: copy.claimed,
    firstSeen: copy.firstSeen,
  };
}

/** A copy that credits another outlet cannot be the first, whatever its date. */
function creditsSomebody(held: HeldArticle): boolean {
  const credit = creditedSource(held.credits);
  return credit !== null && !isNamedOutlet(credit, held);
}

function copyOf(held: HeldArticle, now: Date): Copy {
  return {
    id: held.id,
    outlet: outletOf(held.outlet, held.url)?.name ?? held.outlet ?? held.id,
    claimed: possibleDate(held.published, now),
    firstSeen: possibleDate(held.firstSeen, now),
  };
}
