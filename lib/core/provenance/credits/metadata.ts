import { type Article, outletAt, outletNamed, outletOf, type PageMetadata } from '@/lib/core/article';
import type { Credit, CreditKind } from '../types';
import { canonicalName, type Own } from './claim';

/** Longest value of markup that is quoted. */
const LONGEST = 300;

/**
 * What the page's markup says of an origin: JSON-LD `isBasedOn` and `creditText`, a republication pixel, a canonical
 * address at another owner. The line is the markup's value, since nothing is printed. Carriers' canonicals name their publisher.
 */
export function readMetadataCredits(article: Article, metadata: PageMetadata, own: Own): Credit[] {
  const found: Credit[] = [];
  const add = (kind: CreditKind, line: string, url: string | null, name: string | null) => {
    if (name === null || own.is(name, url)) return;
    if (found.some((credit) => credit.outlet === canonicalName(name) && credit.url === url)) return;
    found.push({
      kind,
      line: line.slice(0, LONGEST),
      outlet: canonicalName(name),
      outletAsPrinted: name,
      author: null,
      url,
      span: null,
      field: 'text',
    });
  };
  for (const address of [metadata.republicationPixel, metadata.isBasedOn]) {
    if (address !== null) add('republished', address, address, outletAt(address)?.name ?? null);
  }
  const { creditText } = metadata;
  if (creditText !== null) {
    const known = outletNamed(creditText);
    if (known) add(known.kind === 'agency' ? 'wire' : 'source', creditText, null, creditText);
  }
  if (metadata.canonical !== null && isOfAnotherOwner(article, metadata.canonical)) {
    add('republished', metadata.canonical, metadata.canonical, outletAt(metadata.canonical)?.name ?? null);
  }
  return found;
}

/** A canonical address elsewhere counts only across owners: families move their pages about. */
function isOfAnotherOwner(article: Article, canonical: string): boolean {
  const here = article.url === null ? null : outletAt(article.url);
  const there = outletAt(canonical);
  if (!here || !there || here.key === there.key || there.kind === 'carrier') return false;
  const stated = outletOf(article.outlet, null);
  if (stated?.key === there.key) return false;
  return here.owner === null || here.owner !== there.owner;
}
