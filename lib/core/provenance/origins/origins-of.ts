/**
 * Ten outlets with one agency's story are one origin. Copies are grouped by whose words they share with the page: the outlet a
 * copy credits, the source the page names for that stretch, or that of another copy of the same stretch. What nobody credits is
 * of one origin with the page. The same articles give the same origins whichever of them is the page.
 */
import { type Outlet, outletOf, type Span } from '@/lib/core/article';
import type { TextMatch } from '@/lib/core/matching/types';
import type { Origin } from '@/lib/core/report/types';
import { creditedSource } from '../anatomy/whole-credit';
import type { ReadPage } from '../first-run/copies';
import { isAgencyName } from '../name-shapes';
import type { Credit, CreditKind } from '../types';
import { foldOrigins, type Group, nameGroup } from './name-group';
import { countOutlets, publisherOf } from './publishers';
import { lengthOf, overlapOf, sharedSpans } from './shared-spans';

/** From this share of one stretch inside another on, they are the same words. */
const MOSTLY = 0.6;

interface Copy {
  match: TextMatch;
  publisher: Outlet | null;
  credited: Outlet | null;
  spans: Span[];
  /** Whose words it shares; `null` while nobody says so. */
  source: Outlet | null;
}

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
  const copies = matches.map(copyOf);
  for (const copy of copies) copy.source = statedSource(copy, page, own, copies);
  for (const copy of copies) copy.source ??= sourceOfSameWords(copy, copies);
  const groups = groupsOf(copies, page, own);
  return { origins: foldOrigins(groups.map(nameGroup)), outlets: countOutlets(published, matches) };
}

function copyOf(match: TextMatch): Copy {
  const { article } = match;
  return {
    match,
    publisher: publisherOf(article),
    credited: creditedOutlet(article.credits),
    spans: sharedSpans(match),
    source: null,
  };
}

/** The outlet a text credits as a whole. */
function creditedOutlet(credits: readonly Credit[]): Outlet | null {
  const credit = creditedSource(credits);
  return credit === null ? null : outletOf(credit.outlet, null);
}

function isWhole({ relation }: TextMatch): boolean {
  return relation === 'reprint' || relation === 'edited-reprint';
}

/** Credits that lean on an outlet for a part: enough where that outlet is the page or another copy of the same words. */
const LEANING = new Set<CreditKind>([
  'quote-lead',
  'source',
  'via',
  'read-more',
  'contributed',
  'syndication-notice',
]);

/** Whose words a copy shares, by its own credit, by the page's statement about that stretch, or because it is an agency's own. */
function statedSource(
  copy: Copy,
  page: ReadPage,
  own: Outlet | null,
  copies: readonly Copy[],
): Outlet | null {
  if (copy.credited) return copy.credited.key === copy.publisher?.key ? null : copy.credited;
  if (copy.publisher?.kind === 'agency') return copy.publisher;
  const stated = isWhole(copy.match) ? null : sourceOnPage(copy, page);
  if (stated) return stated;
  const named = copy.match.article.credits.flatMap(({ kind, outlet }) =>
    LEANING.has(kind) && outlet !== null ? [outletOf(outlet, null)] : [],
  );
  if (named.length === 0) return null;
  const present = [own, ...copies.map(({ publisher }) => publisher)];
  return (
    named.find(
      (outlet) =>
        outlet && outlet.key !== copy.publisher?.key && present.some((other) => other?.key === outlet.key),
    ) ?? null
  );
}

/** The outlet whose excerpt on the page the shared words mostly stand in. */
function sourceOnPage({ spans }: Copy, { anatomy }: ReadPage): Outlet | null {
  const bySource = new Map<string, Span[]>();
  for (const { kind, source, span } of anatomy.parts) {
    if (source === null || kind === 'reprint') continue;
    bySource.set(source, [...(bySource.get(source) ?? []), span]);
  }
  const all = lengthOf(spans);
  const shares = [...bySource].map(([source, parts]) => ({ source, units: overlapOf(spans, parts) }));
  const best = shares.sort((a, b) => b.units - a.units)[0];
  return best && all > 0 && best.units >= MOSTLY * all ? outletOf(best.source, null) : null;
}

function hasSameWords({ spans }: Copy, other: Copy): boolean {
  return overlapOf(spans, other.spans) >= MOSTLY * lengthOf(spans);
}

/** The source that most other copies of the same words state; a copy at that very outlet counts for it too. */
function sourceOfSameWords(copy: Copy, copies: readonly Copy[]): Outlet | null {
  const all = lengthOf(copy.spans);
  const units = new Map<string, { outlet: Outlet; units: number }>();
  for (const other of copies) {
    if (other === copy || other.source === null) continue;
    const common = overlapOf(copy.spans, other.spans);
    if (common < MOSTLY * all && common < MOSTLY * lengthOf(other.spans)) continue;
    const isOwn = other.source.key === copy.publisher?.key;
    if (common < MOSTLY * all && !isOwn) continue;
    const known = units.get(other.source.key)?.units ?? 0;
    units.set(other.source.key, { outlet: other.source, units: known + common });
  }
  return [...units.values()].sort((a, b) => b.units - a.units)[0]?.outlet ?? null;
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
      (copy.match.coverage.here >= MOSTLY || mains.some((other) => hasSameWords(copy, other))));
  const rest = new Map<string, Copy[]>();
  for (const copy of copies)
    if (!isOfMain(copy)) rest.set(copy.source!.key, [...(rest.get(copy.source!.key) ?? []), copy]);
  const ofMain = copies.filter(isOfMain);
  const groups = [...rest.values()].map((group) => groupOf(group[0]!.source, group, page, own));
  return ofMain.length > 0 || groups.length === 0 ? [groupOf(main, ofMain, page, own), ...groups] : groups;
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
