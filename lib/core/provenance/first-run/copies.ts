import { type Article, type Outlet, outletOf, type Stamp } from '@/lib/core/article';
import type { HeldArticle, TextMatch } from '@/lib/core/matching/types';
import { possibleDate } from '../dates';
import type { Credit, PageAnatomy } from '../types';

/** What is known of the page itself. */
export interface ReadPage {
  article: Article;
  credits: readonly Credit[];
  anatomy: PageAnatomy;
}

/** The page or a copy of it in the comparison of dates. */
export interface Copy {
  id: string;
  /** What a reader is told. */
  outlet: string;
  identity: Outlet | null;
  claimed: Stamp | null;
  /** `null` for the page, which is seen now. */
  firstSeen: Stamp | null;
  /** Whether `firstSeen` tells when it appeared: it came by feed or reading, not in a bundle made later. */
  wasWatched: boolean;
  credits: readonly Credit[];
}

/** The page as a copy among others. */
export function pageAsCopy({ article, credits }: ReadPage, now: Date): Copy {
  const identity = outletOf(article.outlet, article.url);
  return {
    id: article.id,
    outlet: nameOf(article),
    identity,
    claimed: possibleDate(article.published, now),
    firstSeen: null,
    wasWatched: false,
    credits,
  };
}

/** A held article as a copy. */
export function heldAsCopy(held: HeldArticle, now: Date): Copy {
  const identity = outletOf(held.outlet, held.url);
  return {
    id: held.id,
    outlet: nameOf(held),
    identity,
    claimed: possibleDate(held.published, now),
    firstSeen: possibleDate(held.firstSeen, now),
    wasWatched: held.from.kind === 'feed' || held.from.kind === 'page',
    credits: held.credits,
  };
}

/** The outlet of an article by its name; where none is stated, the article's headline in quotation marks, else its id. */
export function nameOf({ id, outlet, url, title }: Pick<Article, 'id' | 'outlet' | 'url' | 'title'>): string {
  return outletOf(outlet, url)?.name ?? outlet ?? (title === null ? id : `“${title}”`);
}

/** Copies of the whole text; a shared passage or quotation tells nothing of who ran the text. */
export function wholeCopies(matches: readonly TextMatch[]): TextMatch[] {
  return matches.filter(({ relation }) => relation === 'reprint' || relation === 'edited-reprint');
}
