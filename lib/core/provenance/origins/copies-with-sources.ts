/** Whose words each copy shares with the page: what it credits, what the page says of that stretch, what other copies of it say. */
import { type Outlet, outletOf, type Span } from '@/lib/core/article';
import type { TextMatch } from '@/lib/core/matching/types';
import { creditedSource } from '../anatomy/whole-credit';
import type { ReadPage } from '../first-run/copies';
import type { Credit, CreditKind } from '../types';
import { publisherOf } from './publishers';
import { lengthOf, overlapOf, sharedSpans } from './shared-spans';

/** From this share of one stretch inside another on, they are the same words. */
export const mostly = 0.6;

/** A copy of the page's text, or of a part of it. */
export interface Copy {
  match: TextMatch;
  publisher: Outlet | null;
  credited: Outlet | null;
  spans: Span[];
  /** Whose words it shares; `null` while nobody says so. */
  source: Outlet | null;
}

/** The copies with their sources. */
export function copiesWithSources(matches: readonly TextMatch[], page: ReadPage, own: Outlet | null): Copy[] {
  const copies = matches.map(copyOf);
  for (const copy of copies) copy.source = statedSource(copy, page, own, copies);
  for (const copy of copies) copy.source ??= sourceOfSameWords(copy, copies);
  const further = copies.map((copy) => furtherSource(copy, copies));
  return copies.map((copy, at) => ({ ...copy, source: further[at]! }));
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
export function creditedOutlet(credits: readonly Credit[]): Outlet | null {
  const credit = creditedSource(credits);
  return credit === null ? null : outletOf(credit.outlet, null);
}

export function isWhole({ relation }: TextMatch): boolean {
  return relation === 'reprint' || relation === 'edited-reprint';
}

/** Credits that lean on an outlet for a part: enough where that outlet is the page or another copy of the same words. */
const leaning = new Set<CreditKind>([
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
    leaning.has(kind) && outlet !== null ? [outletOf(outlet, null)] : [],
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
  return best && all > 0 && best.units >= mostly * all ? outletOf(best.source, null) : null;
}

export function hasSameWords({ spans }: Copy, other: Copy): boolean {
  return overlapOf(spans, other.spans) >= mostly * lengthOf(spans);
}

/** The source that most other copies of the same words state; a copy at that very outlet counts for it too. */
function sourceOfSameWords(copy: Copy, copies: readonly Copy[]): Outlet | null {
  const all = lengthOf(copy.spans);
  const units = new Map<string, { outlet: Outlet; units: number }>();
  for (const other of copies) {
    if (other === copy || other.source === null) continue;
    const common = overlapOf(copy.spans, other.spans);
    if (common < mostly * all && common < mostly * lengthOf(other.spans)) continue;
    const isOwn = other.source.key === copy.publisher?.key;
    if (common < mostly * all && !isOwn) continue;
    const known = units.get(other.source.key)?.units ?? 0;
    units.set(other.source.key, { outlet: other.source, units: known + common });
  }
  return [...units.values()].sort((a, b) => b.units - a.units)[0]?.outlet ?? null;
}

/** Where a copy's source is itself a copy of these words with a source, the words come from there: followed to its end. */
function furtherSource(copy: Copy, copies: readonly Copy[]): Outlet | null {
  const passed = new Set([copy]);
  let { source } = copy;
  for (;;) {
    const next = copies.find(
      (other) =>
        !passed.has(other) &&
        other.publisher?.key === source?.key &&
        other.source !== null &&
        hasSameWords(copy, other),
    );
    if (source === null || !next) return source;
    passed.add(next);
    source = next.source;
  }
}
