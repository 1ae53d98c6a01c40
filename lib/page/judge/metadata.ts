import type { PageMetadata } from '@/lib/core/article';
import type { GatheredPage } from '@/lib/page/gathered';
import { isSameSite, normalAddress, webAddress } from './addresses';
import { type LinkedData, readLinkedData } from './json-ld';

/** Everything that a page says of itself in its markup. None of it is trusted alone. */
export interface PageSays {
  /** First content of each `<meta>` by its lower-case name. */
  metas: ReadonlyMap<string, string>;
  linked: LinkedData;
  metadata: PageMetadata;
}

const feedTypes = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$/i;

/** Reads what the page says of itself. `url` is the page's address, `null` for a file without one. */
export function readMetadata(page: GatheredPage, url: string | null): PageSays {
  const metas = new Map(page.metas);
  const linked = readLinkedData(page.linkedData);
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((content) => content !== undefined) ?? null;
  return {
    metas,
    linked,
    metadata: {
      canonical: webAddress(page.canonical, url),
      ogUrl: webAddress(meta('og:url'), url),
      siteName: meta('og:site_name', 'application-name'),
      publisher: linked.publisher ?? meta('dc.publisher'),
      isBasedOn: linked.isBasedOn ?? meta('original-source', 'syndication-source'),
      creditText: linked.creditText,
      copyrightHolder: linked.copyrightHolder ?? meta('copyright', 'dc.rights'),
      mediaCredit: null,
      republicationPixel: webAddress(page.pixel, url),
      feeds: readFeeds(page, url),
    },
  };
}

function readFeeds(page: GatheredPage, url: string | null): PageMetadata['feeds'] {
  const feeds = new Map<string, string | null>();
  for (const { title, href, type } of page.feeds) {
    // `application/json` is also how WordPress announces its interface for programs.
    if (!feedTypes.test(type) || (/\/json$/i.test(type) && !/feed/i.test(href))) continue;
    const address = webAddress(href, url);
    if (address !== null && !feeds.has(address)) feeds.set(address, title);
  }
  return [...feeds].map(([href, title]) => ({ title, href }));
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
    if (isSameSite(address, own) && (!isFrontPage(address) || isFrontPage(own))) return address;
  }
  return own ?? normalAddress(says.linked.url, null);
}

function isFrontPage(address: string): boolean {
  return new URL(address).pathname === '/';
}
