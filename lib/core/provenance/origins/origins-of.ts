/**
 * Ten outlets with one agency's story are one origin. Copies are grouped by whose words they share with the page: the outlet a
 * copy credits, the source the page names for that stretch, or that of another copy of the same stretch. What nobody credits is
 * of one origin with the page. The same articles give the same origins whichever of them is the page.
 */
import { type Outlet, outletOf } from '@/lib/core/article';
import type { TextMatch } from '@/lib/core/matching/types';
import type { Origin } from '@/lib/core/report/types';
import type { ReadPage } from '../first-run/copies';
import { isAgencyName } from '../name-shapes';
import {
  type Copy,
  copiesWithSources,
  creditedOutlet,
  hasSameWords,
  isWhole,
  mostly,
} from './copies-with-sources';
import { foldOrigins, type Group, nameGroup } from './name-group';
import { countOutlets, publisherOf } from './publishers';

/**
 * The independent origins of a page's text, and how many other outlets ran it or a part of it. Sharing a quotation is not
 * running a text. The page counts among the articles of every origin whose words it has.
 */
export function originsOf(
  page: ReadPage,
  textMatches: readonly TextMatch[],
): { origins: Origin[]; outlets: number } {
  const matches = textMatches.filter(({ relation }) => relation !== 'shared-quotation');
  const published = { ...page.article, credits: page.credits };
  const own = publisherOf(published);
  const copies = copiesWithSources(matches, page, own);
  const groups = groupsOf(copies, page, own);
  return { origins: foldOrigins(groups.map(nameGroup)), outlets: countOutlets(published, matches) };
}

/** Copies by source; those nobody gives a source, and whole copies of the same words, stand with the page's own text. */
function groupsOf(copies: readonly Copy[], page: ReadPage, own: Outlet | null): Group[] {
  const main = mainSource(copies, page, own);
  const mains = copies.filter(
    ({ source, publisher }) =>
      source === null || source.key === own?.key || [source.key, publisher?.key].includes(main?.key),
  );
  const isOfMain = (copy: Copy) =>
    mains.includes(copy) ||
    (isWhole(copy.match) &&
      (copy.match.coverage.here >= mostly || mains.some((other) => hasSameWords(copy, other))));
  const ofMain = copies.filter(isOfMain);
  const rest = copiesOfOneSource(copies.filter((copy) => !isOfMain(copy)));
  const groups = rest.map((group) => groupOf(sourceOf(group), group, page, own));
  return ofMain.length > 0 || groups.length === 0 ? [groupOf(main, ofMain, page, own), ...groups] : groups;
}

/** Copies joined by their source, and by their words: one stretch has one origin, whomever its copies credit. */
function copiesOfOneSource(copies: readonly Copy[]): Copy[][] {
  let groups: Copy[][] = [];
  for (const copy of copies) {
    const isOne = (other: Copy) =>
      other.source?.key === copy.source?.key || (hasSameWords(copy, other) && hasSameWords(other, copy));
    const joined = groups.filter((group) => group.some(isOne));
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), copy]];
  }
  return groups;
}

function sourceOf(copies: readonly Copy[]): Outlet | null {
  return mostNamed(copies.flatMap(({ source }) => source ?? []));
}

/** Whose text the page is as a whole: its own credit or dominant excerpt, else what most whole copies credit, else the outlet others take from. */
function mainSource(copies: readonly Copy[], page: ReadPage, own: Outlet | null): Outlet | null {
  const stated = creditedOutlet(page.credits);
  const dominant = page.anatomy.originalOutlet;
  if (stated) return stated;
  if (dominant !== null) return outletOf(dominant, null);
  const credited = copies.flatMap(({ match, source }) => (isWhole(match) && source ? [source] : []));
  const agencies = credited.filter(({ kind, name }) => kind === 'agency' || isAgencyName(name));
  const creditsOwn = copies.some(({ source }) => source !== null && source.key === own?.key);
  return mostNamed(agencies) ?? mostNamed(credited) ?? (creditsOwn ? own : null);
}

function mostNamed(outlets: readonly Outlet[]): Outlet | null {
  const times = (key: string) => outlets.filter((outlet) => outlet.key === key).length;
  return [...outlets].sort((a, b) => times(b.key) - times(a.key))[0] ?? null;
}

function groupOf(
  source: Outlet | null,
  copies: readonly Copy[],
  { article, credits }: ReadPage,
  own: Outlet | null,
): Group {
  const pageCredit = creditedOutlet(credits);
  return {
    source,
    articles: [article.id, ...copies.map(({ match }) => match.article.id)],
    publishers: [own, ...copies.map(({ publisher }) => publisher)].filter((outlet) => outlet !== null),
    credited: [pageCredit, ...copies.map(({ credited }) => credited)].filter((outlet) => outlet !== null),
  };
}
