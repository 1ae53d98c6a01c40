/**
 * Credit lines: what a page says about where its text comes from. Read from the text and from the whole document's lines,
 * before any cleaning. A credit is a claim and is shown as one.
 */
import {
  type Article,
  foldName,
  outletAt,
  outletNamed,
  outletOf,
  type PageMetadata,
  type PageReading,
  type SourceLine,
  type Span,
  sameOutlet,
} from '@/lib/core/article';
import { selfName } from '../lost-name';
import { isAgencyName } from '../name-shapes';
import type { Credit } from '../types';
import { type Claim, canonicalName, type Own, outletMeant } from './claim';
import { readCopyright } from './copyright';
import { readMetadataCredits } from './metadata';
import { readPhrases } from './phrase-claims';
import { readQuoteLead } from './quote-lead';
import { creditUnits, type Unit } from './units';
import { readDateline, readSignature, readWireTail } from './wire';

/** Most credits of one page. */
const mostCredits = 200;

/**
 * Reads the credits of an article, in order of the page: lines outside of its text first (their `span` is `null`),
 * then those within. Own bylines, own stamps, picture credits, scoops and biographies give none.
 * `article.text.slice(span.start, span.end) === line` for every credit with a span.
 */
export function readCredits({
  article,
  lines,
  metadata,
}: Pick<PageReading, 'article' | 'lines' | 'metadata'>): Credit[] {
  const own = ownNames(article, metadata);
  const found: Credit[] = [];
  const seen = new Set<string>();
  const take = (credits: Credit[]) => {
    for (const credit of credits) {
      const same = `${credit.kind}\n${credit.line}\n${credit.outlet}`;
      if (seen.has(same) || found.length >= mostCredits) continue;
      seen.add(same);
      found.push(credit);
    }
  };
  take(readMetadataCredits(article, metadata, own));
  if (article.byline !== null) take(bylineCredits(article.byline, own));
  for (const unit of creditUnits(article, lines)) take(creditsOf(unit, own, article));
  const tags = agencyTags(found);
  const named = found.filter(
    (credit) => !tags.has(credit) && !isSaidBetter(credit, found) && !isDistributor(credit, found),
  );
  return markSignedSources(nameLostOutlets(named, article, lines, own), article, lines);
}

/** A credit without a name beside one of the same line that has one. */
function isSaidBetter(credit: Credit, all: readonly Credit[]): boolean {
  if (credit.outlet !== null || credit.author !== null) return false;
  return all.some(
    ({ kind, line, outlet }) => kind === credit.kind && line === credit.line && outlet !== null,
  );
}

/** "© 2020 Los Angeles Times. … Distributed by Tribune Content Agency": the text is its holder's. */
function isDistributor({ line, outlet, outletAsPrinted }: Credit, all: readonly Credit[]): boolean {
  return (
    line.includes(`Distributed by ${outletAsPrinted}`) &&
    all.some((other) => other.line === line && other.outlet !== null && other.outlet !== outlet)
  );
}

/** A page without an address is the outlet that its markup names. */
function ownNames(article: Article, metadata: PageMetadata): Own {
  const own = outletOf(article.outlet, article.url);
  const stated = own === null ? [metadata.siteName, metadata.publisher] : [];
  const folded = new Set(
    [...stated, article.outlet, own?.name, own?.key, own?.key.split('.')[0]].flatMap((name) =>
      name ? [foldName(name)] : [],
    ),
  );
  return {
    is: (name, url) =>
      folded.has(foldName(name)) ||
      sameOutlet(own, outletMeant(name)) ||
      (url !== null && sameOutlet(own, outletAt(url))),
    isFamily: (name) => own !== null && own.owner !== null && own.owner === outletMeant(name)?.owner,
  };
}

function creditsOf(unit: Unit, own: Own, article: Article): Credit[] {
  const wire = readDateline(unit) ?? readWireTail(unit) ?? readSignature(unit);
  if (wire) return placed(wire.claim, unit, wire.line, own, article);
  const claim =
    readPhrases(unit) ?? readQuoteLead(unit) ?? (unit.place === 'body' ? null : readCopyright(unit));
  return claim ? placed(claim, unit, unit.line, own, article) : [];
}

/** Credits of a claim: one for each outlet, none for the page's own. */
function placed(claim: Claim, unit: Unit, line: string, own: Own, article: Article): Credit[] {
  const { kind, author, url } = claim;
  const isFamilyNotice = (name: string) => kind === 'syndication-notice' && own.isFamily(name);
  const outlets = claim.outlets.filter(
    (name) => claim.carries || !(own.is(name, null) || isFamilyNotice(name)),
  );
  if (claim.outlets.length > 0 && outlets.length === 0) return [];
  if (url !== null && outlets.length === 0 && own.is('', url)) return [];
  const span = unit.span && spanOf(line, unit.span, article);
  if (unit.span !== null && span === null) return [];
  const base = { kind, line, author, url, span, field: 'text' as const };
  if (outlets.length === 0) return [{ ...base, outlet: null, outletAsPrinted: null }];
  return outlets.map((printed) => ({ ...base, outlet: canonicalName(printed), outletAsPrinted: printed }));
}

/** Where a quoted line stands within or around its unit. */
function spanOf(line: string, near: Span, { text }: Article): Span | null {
  const start =
    text.slice(near.start, near.start + line.length) === line ? near.start : text.indexOf(line, near.start);
  return start < 0 || start > near.end ? null : { start, end: start + line.length };
}

/**
 * Agencies' names that stand alone outside of the text. One such name tags the article; different ones are tags of a list
 * of other articles and say nothing of this one.
 */
function agencyTags(credits: readonly Credit[]): Set<Credit> {
  const tags = credits.filter(
    ({ kind, span, line, outletAsPrinted }) =>
      kind === 'wire' &&
      span === null &&
      line.replace(/^by\s+/i, '').length <= (outletAsPrinted?.length ?? 0) + 2,
  );
  return new Set(new Set(tags.map(({ outlet }) => outlet)).size > 1 ? tags : []);
}

/** A byline that names an agency or another outlet ("By Ann Carter, Associated Press"). */
function bylineCredits(byline: string, own: Own): Credit[] {
  const line = byline.slice(0, 300).trim();
  if (/https?:|www\./i.test(line)) return [];
  const parts = line
    .replace(/^by\s+/i, '')
    .split(/\s*(?:,|\||\/| - | – | — | of | for |\bfrom\b|\band\b|\bin\b)\s*/u)
    .map((part) => part.replace(/\s+(?:staff|writers?|reporters?|correspondents?)$/i, '').trim());
  const outlets = parts.filter((part) => {
    const known = outletNamed(part);
    const isOutlet = known ? known.kind !== 'carrier' : isAgencyName(part);
    return isOutlet && !own.is(part, null);
  });
  const author = parts.find(
    (part) =>
      outletNamed(part) === null && /^(?!The\s)\p{Lu}[\p{L}'’.-]+(?:\s[\p{L}'’.-]+){1,3}$/u.test(part),
  );
  return outlets.slice(0, 4).map((printed) => ({
    kind: isAgencyName(printed) ? ('wire' as const) : ('republished' as const),
    line,
    outlet: canonicalName(printed),
    outletAsPrinted: printed,
    author: author ?? null,
    url: null,
    span: null,
    field: 'text' as const,
  }));
}

/** "Contributed by Ann Carter of" lost its outlet; its own description in the text or the page may still name it. */
function nameLostOutlets(
  credits: Credit[],
  article: Article,
  lines: readonly SourceLine[],
  own: Own,
): Credit[] {
  const isLost = ({ line, outlet }: Credit) =>
    outlet === null && /\b(?:of|for|at|by|from|on)\s*$/i.test(line);
  if (!credits.some(isLost)) return credits;
  const outlet = selfName(article, lines);
  if (outlet === null || own.is(outlet, null)) return credits;
  return credits.map((credit) => (isLost(credit) ? { ...credit, outlet } : credit));
}

/**
 * "Source: X" under a byline is whose article this is, not what it draws on:
 * the only source, at the end, the line above it naming the writer.
 */
function markSignedSources(credits: Credit[], article: Article, lines: readonly SourceLine[]): Credit[] {
  const sources = credits.filter(({ kind }) => kind === 'source');
  if (sources.length !== 1) return credits;
  const [source] = sources;
  const all = [
    ...lines.map(({ text }) => text.trim()),
    ...article.text.split('\n').map((line) => line.trim()),
  ];
  const printed = all.filter((line) => line !== '');
  const at = printed.indexOf(source!.line.trim());
  const above = printed[at - 1] ?? '';
  const isSigned = /^(?:by|written by|author:)\s+\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,3}$/iu.test(
    above,
  );
  return isSigned
    ? credits.map((credit) => (credit === source ? { ...credit, kind: 'republished' } : credit))
    : credits;
}
