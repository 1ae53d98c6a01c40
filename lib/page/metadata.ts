import type { PageMetadata } from '@/lib/core/article';
import { isSameSite, normalAddress, webAddress } from './addresses';
import { oneLine } from './clean-text';
import { type LinkedData, readLinkedData } from './json-ld';

/** Everything that a page says of itself in its markup, gathered in one look before anything is cleaned. */
export interface PageSays {
  /** First content of each `<meta>` by its lower-case name, property or itemprop. */
  metas: ReadonlyMap<string, string>;
  linked: LinkedData;
  metadata: PageMetadata;
}

const bounds = { metas: 500, units: 2_000, feeds: 20, images: 400 } as const;

const feedTypes = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$/i;

/** Reads what the page says of itself. `url` is the page's address, `null` for a file without one. */
export function readMetadata(document: Document, url: string | null): PageSays {
  const metas = readMetas(document);
  const linked = readLinkedData(document);
  const ogUrl = webAddress(metas.get('og:url'), url);
  const canonical = webAddress(
    document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href'),
    url,
  );
  return {
    metas,
    linked,
    metadata: {
      canonical,
      ogUrl,
      siteName: metas.get('og:site_name') ?? metas.get('application-name') ?? null,
      publisher: linked.publisher ?? metas.get('article:publisher_name') ?? metas.get('dc.publisher') ?? null,
      isBasedOn: linked.isBasedOn ?? metas.get('original-source') ?? metas.get('syndication-source') ?? null,
      creditText: linked.creditText,
      copyrightHolder: linked.copyrightHolder ?? metas.get('copyright') ?? metas.get('dc.rights') ?? null,
      republicationPixel: republicationPixel(document, url),
      feeds: readFeeds(document, url),
    },
  };
}

function readMetas(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  const elements = document.querySelectorAll('meta[content]');
  for (let n = 0; n < Math.min(elements.length, bounds.metas); n++) {
    const element = elements[n]!;
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = oneLine(element.getAttribute('content'), bounds.units);
    // One attribute may hold several names, parted by spaces.
    if (name === null || content === null) continue;
    for (const one of name.toLowerCase().split(/\s+/, 4))
      if (one !== '' && !metas.has(one)) metas.set(one, content);
  }
  return metas;
}

function readFeeds(document: Document, url: string | null): PageMetadata['feeds'] {
  const feeds: PageMetadata['feeds'] = [];
  for (const link of document.querySelectorAll('link[rel~="alternate" i][type][href]')) {
    if (feeds.length === bounds.feeds) break;
    if (!feedTypes.test(link.getAttribute('type') ?? '')) continue;
    const href = webAddress(link.getAttribute('href'), url);
    if (href === null || (/json$/i.test(link.getAttribute('type') ?? '') && !/feed/i.test(href))) continue;
    if (!feeds.some((feed) => feed.href === href))
      feeds.push({ title: oneLine(link.getAttribute('title'), 200), href });
  }
  return feeds;
}

/**
 * Counting pixels that outlets ask republishers to leave in the text. They name the origin's address:
 * Republication Tracker Tool (`?republication-pixel=true&post=…`), ProPublica's `pixel.js`, The Conversation's counter.
 */
function republicationPixel(document: Document, url: string | null): string | null {
  const marked = document.querySelectorAll(
    'img[src*="republication-pixel"], img[id^="republication-tracker"], script[src*="pixel.propublica.org"], img[src*="counter.theconversation.com"], img[src*="counter.theconversation.edu.au"]',
  );
  for (let n = 0; n < Math.min(marked.length, bounds.images); n++) {
    const src = webAddress(marked[n]?.getAttribute('src'), url);
    if (src !== null) return src;
  }
  return null;
}

/**
 * The page's own address in one spelling: its canonical one where that is of the same site and says more than a front page;
 * a canonical address elsewhere names whose text it may be, not this page.
 */
export function addressOf(says: PageSays, url: string | null): string | null {
  const own = normalAddress(url, null);
  for (const stated of [says.metadata.canonical, says.metadata.ogUrl]) {
    const address = normalAddress(stated, null);
    if (address === null) continue;
    if (own === null) return address;
    if (isSameSite(address, own) && (new URL(address).pathname !== '/' || new URL(own).pathname === '/'))
      return address;
  }
  return own ?? normalAddress(says.linked.url, null);
}
