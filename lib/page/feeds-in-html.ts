import { gatherPage } from '@/lib/page/gather';
import { readMetadata } from '@/lib/page/judge/metadata';
import { parseDocument } from './read-html';

/** The feeds that a page names in its head, whatever kind of page it is. `url` is its address. */
export function feedsInHtml(html: string, url: string): { title: string | null; href: string }[] {
  return readMetadata(gatherPage(parseDocument(html), url), url).metadata.feeds;
}
