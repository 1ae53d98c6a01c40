import { hashText } from '@/lib/core/text';
import type { Fetched, Wanted } from '../fetching';
import { articlesOfFeed, type FeedArticle, type FeedAt, type FeedDeps } from './article-of-item';
import { readFeed } from './read-feed';
import type { Asking } from './schedule';
import type { Feed, FeedItem } from './types';

/** Asks a server: the extension's gate, or the command line's own fetch. */
export type Getter = (wanted: Wanted) => Promise<Fetched | { status: 'not-granted' }>;

/** What is remembered of a feed's last answer. */
export interface LastAnswer {
  /** Validators, given back to its server so that an unchanged feed costs nothing. */
  etag: string | null;
  lastModified: string | null;
  /** Digests of its items: an item that has not changed is not read again. */
  seen: number[];
}

/** What came of asking a feed: for its clock, the articles that are new or changed, and what to remember. */
export interface Asked {
  asking: Asking;
  articles: FeedArticle[];
  /** To be remembered; `null` where the answer was no feed, or the same as before. */
  remember: (LastAnswer & { hosts: string[] }) | null;
  /** Where a redirect leads, as far as that is told. */
  movedTo: string | null;
}

/** Longest validator given back to a server: a longer one is a cookie by another name. */
const longestValidator = 128;
/** Digests remembered of a feed; the usual feed has 10 to 100 items. */
const mostSeen = 300;
const mostHosts = 20;

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** Asks a feed once, with the validators of its last answer. */
export async function askFeed(at: FeedAt, last: LastAnswer, get: Getter, deps: FeedDeps): Promise<Asked> {
  const passed = await get({ url: at.url, headers: headersFor(last) });
  switch (passed.status) {
    case 'answered':
      return answered(passed, at, last, deps);
    case 'redirected':
      return { ...troubled({ kind: 'moved' }), movedTo: passed.to };
    default:
      return troubled({ kind: passed.status });
  }
}

/** Charset of a Content-Type header. */
export function charsetOf(headers: Headers): string | null {
  return /\bcharset\s*=\s*"?([\w:.-]{2,40})/i.exec(headers.get('content-type') ?? '')?.[1] ?? null;
}

function headersFor({ etag, lastModified }: LastAnswer): Record<string, string> {
  return {
    accept,
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

function troubled(
  trouble: Extract<Asking, { status: 'trouble' }>['trouble'],
  retryAfter: string | null = null,
): Asked {
  return { asking: { status: 'trouble', trouble, retryAfter }, articles: [], remember: null, movedTo: null };
}

async function answered(
  { code, headers, bytes }: { code: number; headers: Headers; bytes: Uint8Array },
  at: FeedAt,
  last: LastAnswer,
  deps: FeedDeps,
): Promise<Asked> {
  if (code === 304) return { asking: { status: 'well' }, articles: [], remember: null, movedTo: null };
  if (code === 410) return troubled({ kind: 'gone' });
  if (code < 200 || code > 299) return troubled({ kind: 'http', code }, headers.get('retry-after'));
  const outcome = readFeed(bytes, charsetOf(headers));
  if (outcome.status === 'refused') return troubled({ kind: 'not-a-feed', because: outcome.because });
  const { fresh, seen } = changedItems(outcome.feed, last);
  return {
    asking: { status: 'well' },
    articles: await articlesOfFeed({ ...outcome.feed, items: fresh }, at, deps),
    movedTo: null,
    remember: {
      etag: validator(headers.get('etag')),
      lastModified: validator(headers.get('last-modified')),
      seen,
      hosts: hostsOf(outcome.feed.items),
    },
  };
}

function validator(value: string | null): string | null {
  return value !== null && value.length <= longestValidator ? value : null;
}

/** The items that were not in the last answer as they are now. */
function changedItems(feed: Feed, { seen: before }: LastAnswer): { fresh: FeedItem[]; seen: number[] } {
  const known = new Set(before);
  const digests = feed.items.map((item) => hashText(JSON.stringify(item)));
  return {
    fresh: feed.items.filter((_, index) => !known.has(digests[index]!)),
    seen: digests.slice(0, mostSeen),
  };
}

/** Hosts the items lead to, the most frequent first. */
function hostsOf(items: readonly FeedItem[]): string[] {
  const counts = new Map<string, number>();
  for (const { link } of items) {
    const host = link === null ? undefined : URL.parse(link)?.hostname;
    if (host) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([host]) => host)
    .slice(0, mostHosts);
}
