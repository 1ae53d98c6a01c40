/**
 * Paragraphs in the page's own voice that stand word for word in a text which is credited to an agency, on a page that does
 * not name the agency: agency copy whose source is not stated here. The library supports it; the page alone could not.
 */
import { outletOf, type Span } from '@/lib/core/article';
import type { TextMatch } from '@/lib/core/matching/types';
import { wordStarts } from '@/lib/core/text';
import type { ReadPage } from '../first-run/copies';
import { creditedOutlet } from '../origins/copies-with-sources';
import { isAgency } from '../origins/name-group';
import { publisherOf } from '../origins/publishers';
import { lengthOf, overlapOf, sharedSpans } from '../origins/shared-spans';
import { textBlocks } from '../text-blocks';
import type { AnatomyPart, PageAnatomy } from '../types';
import { fillGaps } from './fill-gaps';
import { wholeCredit } from './whole-credit';

/** Share of a paragraph that must stand in the agency's copy. */
const mostly = 0.8;

/** The anatomy of a page with its uncredited agency paragraphs told apart from its own. */
export function withWireParagraphs(page: ReadPage, matches: readonly TextMatch[]): PageAnatomy {
  const { anatomy, article } = page;
  if (wholeCredit(page.credits) !== null) return anatomy;
  const own = anatomy.parts.filter(({ kind }) => kind === 'own').map(({ span }) => span);
  const paragraphs = textBlocks(article.text);
  const found: Omit<AnatomyPart, 'words'>[] = [];
  for (const [agency, spans] of agencySpans(page, matches)) {
    const theirs = paragraphs.filter((span) => overlapOf([span], spans) >= mostly * lengthOf([span]));
    for (const span of withinOwn(runsOf(theirs, paragraphs), own)) {
      if (found.some((part) => part.span.start < span.end && span.start < part.span.end)) continue;
      found.push({
        kind: 'unstated',
        span,
        source: null,
        speaker: null,
        endMarked: true,
        statedBy: null,
        creditedElsewhere: agency,
      });
    }
  }
  if (found.length === 0) return anatomy;
  const others = anatomy.parts.filter(({ kind }) => kind !== 'own');
  const blocks = [...others, ...found].sort((a, b) => a.span.start - b.span.start);
  return { ...anatomy, parts: fillGaps(article.text, blocks, null, wordStarts(article.text)) };
}

/** What of the page stands in texts of each agency that the page names in no credit; most first. */
function agencySpans({ article, credits }: ReadPage, matches: readonly TextMatch[]): [string, Span[]][] {
  const here = publisherOf({ ...article, credits });
  if (here !== null && isAgency(here)) return [];
  const named = new Set(
    credits.flatMap(({ outlet }) => (outlet === null ? [] : [outletOf(outlet, null)?.key])),
  );
  const spans = new Map<string, Span[]>();
  for (const match of matches) {
    if (match.relation === 'shared-quotation') continue;
    const agency = [creditedOutlet(match.article.credits), publisherOf(match.article)].find(
      (outlet) => outlet !== null && isAgency(outlet),
    );
    if (!agency || named.has(agency.key)) continue;
    spans.set(agency.name, [...(spans.get(agency.name) ?? []), ...sharedSpans(match)]);
  }
  return [...spans]
    .map(([agency, all]): [string, Span[]] => [agency, joined(all)])
    .sort((a, b) => lengthOf(b[1]) - lengthOf(a[1]));
}

/** Paragraphs that follow each other as one run. */
function runsOf(chosen: readonly Span[], paragraphs: readonly Span[]): Span[] {
  return joined(
    chosen,
    (end, start) => !paragraphs.some((other) => other.start >= end && other.end <= start),
  );
}

/** Spans in order, those that touch made one. */
function joined(spans: readonly Span[], touch = (end: number, start: number) => start <= end): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && touch(last.end, span.start)) last.end = Math.max(last.end, span.end);
    else found.push({ ...span });
  }
  return found;
}

/** What of the runs lies in the page's own parts: quotations among them stay their speakers'. */
function withinOwn(runs: readonly Span[], own: readonly Span[]): Span[] {
  return runs.flatMap((run) =>
    own.flatMap((span) => {
      const [start, end] = [Math.max(run.start, span.start), Math.min(run.end, span.end)];
      return start < end ? [{ start, end }] : [];
    }),
  );
}
