import { type FoundFeeds, ReaderProblem } from '@/lib/app/messaging';
import type { Passed, RequestGate, RequestReason } from '@/lib/app/requests';
import { charsetOf, type FeedDeps, type FeedText, readFeed } from '@/lib/corpus/sources/feeds';
import { isPrivateAddress } from '@/lib/corpus/sources/fetching';
import { decodeText } from '@/lib/corpus/sources/imports/decode';
import { feedsInHtml } from '@/lib/page/feeds-in-html';

/**
 * The feeds at an address the reader gave: the feed itself, or those a page there names. One request, and one more to the same
 * site's other spelling where the first leads elsewhere. Where an address leads is not followed unless the reader said so
 * (`follow`).
 *
 * @throws {ReaderProblem} when nothing answers there.
 */
export async function findFeeds(
  address: string,
  follow: boolean,
  gate: RequestGate,
  deps: FeedDeps,
): Promise<FoundFeeds> {
  const passed = await askAround('find-feed', address, follow, gate);
  if (passed.status === 'redirected') return { status: 'redirected' };
  if (passed.status === 'not-granted') throw new ReaderProblem('problem_feed_not_granted');
  if (passed.status !== 'answered' || passed.code < 200 || passed.code > 299)
    throw new ReaderProblem('problem_feed_no_answer');
  const charset = charsetOf(passed.headers);
  const outcome = readFeed(passed.bytes, charset);
  if (outcome.status === 'read') {
    const title = outletName(outcome.feed.title, deps);
    return { status: 'found', feeds: [{ url: passed.url, title }] };
  }
  const html = outcome.because === 'web-page' ? decodeText(passed.bytes, charset) : null;
  const feeds = html === null ? [] : feedsInHtml(html, passed.url);
  return {
    status: 'found',
    feeds: feeds
      .filter(({ href }) => !isPrivateAddress(href))
      .slice(0, 20)
      .map(({ title, href }) => ({ url: href, title })),
  };
}

/**
 * Where a moved feed is now: looked for at the same site's other spelling first, then by following the redirect, because
 * the reader has just asked to. Browsers let us read what another site answers only where it was granted or does not mind.
 *
 * @throws {ReaderProblem} when the place cannot be seen.
 */
export async function findMoved(address: string, gate: RequestGate): Promise<string> {
  const passed = await askAround('moved-feed', address, true, gate);
  const isFeed =
    passed.status === 'answered' && passed.code < 300 && readFeed(passed.bytes, null).status === 'read';
  if (!isFeed || passed.url === address) throw new ReaderProblem('problem_feed_moved_unseen');
  return passed.url;
}

async function askAround(
  why: RequestReason,
  address: string,
  follow: boolean,
  gate: RequestGate,
): Promise<Passed> {
  const first = await gate({ why, url: address });
  if (first.status !== 'redirected') return first;
  const other = otherSpelling(address);
  const second: Passed = other === null ? first : await gate({ why, url: other });
  if (second.status === 'answered' && second.code < 300) return second;
  return follow ? gate({ why, url: address, redirects: 'follow' }) : first;
}

/** The same address by https with `www.` put before its host or taken away; `null` where neither makes sense. */
function otherSpelling(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || isPrivateAddress(address)) return null;
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:';
  else url.hostname = url.hostname.startsWith('www.') ? url.hostname.slice(4) : `www.${url.hostname}`;
  return url.href === address ? null : url.href;
}

/** What an outlet's feed calls it: "Harbour Gazette" of "Harbour Gazette - World news". */
function outletName(title: FeedText | null, deps: FeedDeps): string | null {
  if (title === null) return null;
  const line = title.html ? deps.paragraphsOfHtml(title.text).join(' ') : title.text;
  const [name = ''] = line.split(/\s+[-–—|»:·]\s+/, 1);
  return name.trim().slice(0, 200) || null;
}
