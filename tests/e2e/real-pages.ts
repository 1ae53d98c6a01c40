import { savedPages } from '../collections';
import type { Site } from '../site';

/** A saved real page served under a made-up host of its own. */
export interface ServedPage {
  id: string;
  host: string;
  address: string;
}

/** How many pages are taken of each collection: all kinds of sites, at least a hundred in all. */
const taken = { 'html-readability': 45, 'html-trafilatura': 40, 'html-defuddle': 25 } as const;

/**
 * Serves saved pages, spread evenly over each collection. `suffix` parts the hosts of one serving from another's.
 * `scripts: false` keeps the pages' own scripts from running, so that two loads of a page give the same DOM.
 */
export function serveRealPages(site: Site, suffix: string, options: { scripts: boolean }): ServedPage[] {
  return (['html-readability', 'html-trafilatura', 'html-defuddle'] as const).flatMap((set) => {
    const pages = savedPages(set).filter(({ html }) => html.length < 1_500_000);
    const step = pages.length / taken[set];
    return Array.from({ length: Math.min(taken[set], pages.length) }, (_, index) => {
      const { id, html } = pages[Math.floor(index * step)]!;
      const host = `page-${set.slice(5)}-${index}-${suffix}.example`;
      return {
        id,
        host,
        address: site.addPage(host, '/news/story', options.scripts ? html : withoutScripts(html)),
      };
    });
  });
}

/** A policy in the page's head forbids its scripts; everything else stays as it is. */
function withoutScripts(html: string): string {
  const policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">';
  const head = /<head[^>]*>/i.exec(html);
  return head === null ? policy + html : html.replace(head[0], () => head[0] + policy);
}
