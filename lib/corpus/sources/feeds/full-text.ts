import type { PageReading } from '@/lib/core/article';
import { decodeText } from '@/lib/corpus/sources/imports/decode';
import { isPrivateAddress } from '../fetching';
import type { FeedDeps } from './article-of-item';
import { charsetOf, type Getter } from './ask-feed';

/** What became of an article's address: read, not to be tried again, or left for later. */
export type FullText = { status: 'read'; reading: PageReading } | { status: 'nothing' } | { status: 'later' };

/**
 * Fetches the page of one article and reads its text, under the id its feed gave it. The address comes from a feed, so it never
 * leads into the reader's own network, unless the feed itself is there. Walls, error pages and lists give nothing; a server that is busy or away is tried later.
 */
export async function fetchFullText(
  url: string,
  feed: string,
  get: Getter,
  deps: FeedDeps,
): Promise<FullText> {
  if (isPrivateAddress(url) && hostOf(url) !== hostOf(feed)) return { status: 'nothing' };
  const passed = await get({ url, headers: { accept: 'text/html, application/xhtml+xml' } });
  if (passed.status === 'unreachable' || passed.status === 'too-slow') return { status: 'later' };
  if (passed.status !== 'answered') return { status: 'nothing' };
  if (passed.code === 429 || passed.code >= 500) return { status: 'later' };
  if (passed.code < 200 || passed.code > 299) return { status: 'nothing' };
  const html = decodeText(passed.bytes, charsetOf(passed.headers));
  const outcome = html === null ? null : deps.readHtml(html, url);
  if (outcome?.status !== 'read') return { status: 'nothing' };
  const { reading } = outcome;
  const article = { ...reading.article, id: url, url };
  return { status: 'read', reading: { ...reading, article } };
}

function hostOf(url: string): string | null {
  return URL.parse(url)?.hostname ?? null;
}
