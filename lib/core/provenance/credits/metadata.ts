import {
  type Article,
  type Outlet,
  outletAt,
  outletNamed,
  outletOf,
  type PageMetadata,
} from '@/lib/core/article';
import { isOutletLike } from '../name-shapes';
import type { Credit, CreditKind } from '../types';
import { canonicalName, type Own } from './claim';

/** Longest value of markup that is quoted. */
const longest = 300;

/** What markup can name an origin, as it is named to the reader before its value. */
const statements = {
  republicationPixel: 'republication pixel',
  isBasedOn: 'isBasedOn',
  canonical: 'canonical address',
  ogUrl: 'og:url',
  creditText: 'creditText',
  copyrightHolder: 'copyrightHolder',
  mediaCredit: 'media:credit',
  publisher: 'publisher',
} as const;

const markup = new RegExp(`^(${Object.values(statements).join('|')}): `, 'u');

/** What in the markup a credit was read from, where nothing is printed: its line then begins with that name; `null` for a printed line. */
export function markupOf({ line, span }: Pick<Credit, 'line' | 'span'>): string | null {
  return span === null ? (markup.exec(line)?.[1] ?? null) : null;
}

/** Whether markup is a page's statement of its own address: it says where the page belongs, not from whom its text is. */
export function isStatedAddress(markup: string): boolean {
  return markup === statements.canonical || markup === statements.ogUrl;
}

/**
 * What the page's markup says of an origin: a republication pixel, `isBasedOn`, `creditText`, `copyrightHolder`, a feed's
 * `media:credit`, a canonical address or og:url at another owner, and at an aggregator the publisher it names. Each is evidence
 * by its own name and none speaks for the whole text alone (see `wholeCredit`). The line is the markup's name and value.
 */
export function readMetadataCredits(article: Article, metadata: PageMetadata, own: Own): Credit[] {
  const found: Credit[] = [];
  const add = (what: keyof typeof statements, kind: CreditKind, url: string | null, name: string | null) => {
    const value = metadata[what];
    if (value === null || name === null || own.is(name, url)) return;
    found.push({
      kind,
      line: `${statements[what]}: ${value}`.slice(0, longest),
      outlet: canonicalName(name),
      outletAsPrinted: name,
      author: null,
      url,
      span: null,
      field: 'text',
    });
  };
  const at = (what: 'republicationPixel' | 'isBasedOn' | 'canonical' | 'ogUrl', kind: CreditKind) => {
    const address = metadata[what];
    const outlet = address === null ? null : outletAt(address);
    if (outlet && outlet.kind !== 'carrier') add(what, kind, address, outlet.name);
  };
  at('republicationPixel', 'republished');
  at('isBasedOn', 'republished');
  if (isOfAnotherOwner(article, metadata.canonical)) at('canonical', 'republished');
  if (isOfAnotherOwner(article, metadata.ogUrl) && isKnown(metadata.ogUrl)) at('ogUrl', 'source');
  const { creditText, copyrightHolder, mediaCredit, publisher } = metadata;
  if (creditText !== null && isOutletLike(creditText))
    add('creditText', outletNamed(creditText)?.kind === 'agency' ? 'wire' : 'source', null, creditText);
  if (copyrightHolder !== null && isOutletElsewhere(copyrightHolder, own))
    add('copyrightHolder', 'syndication-notice', null, copyrightHolder);
  if (mediaCredit !== null && isOutletElsewhere(mediaCredit, own))
    add('mediaCredit', 'source', null, mediaCredit);
  if (publisher !== null && isAtCarrier(article) && outletNamed(publisher)?.kind !== 'carrier')
    add('publisher', 'republished', null, publisher);
  return found;
}

/** A known outlet of no family of the page's own. */
function isOutletElsewhere(name: string, own: Own): boolean {
  const outlet = outletNamed(name);
  return outlet !== null && outlet.kind !== 'carrier' && !own.isFamily(name);
}

function isKnown(address: string | null): boolean {
  const outlet = address === null ? null : outletAt(address);
  return outlet !== null && outlet.name !== outlet.key;
}

function isAtCarrier({ url }: Article): boolean {
  return url !== null && outletAt(url)?.kind === 'carrier';
}

/** An address elsewhere counts only across owners: families move their pages about. */
function isOfAnotherOwner(article: Article, address: string | null): boolean {
  const here: Outlet | null = article.url === null ? null : outletAt(article.url);
  const there = address === null ? null : outletAt(address);
  if (!here || !there || here.key === there.key || there.kind === 'carrier') return false;
  const stated = outletOf(article.outlet, null);
  if (stated?.key === there.key) return false;
  return here.owner === null || here.owner !== there.owner;
}
