import { turns } from '@/lib/app/in-turn';
import type { RequestGate } from '@/lib/app/requests';
import { readCredits } from '@/lib/core/provenance';
import {
  afterAsking,
  askFeed,
  type FeedArticle,
  type FeedDeps,
  fetchFullText,
  isDue,
} from '@/lib/corpus/sources/feeds';
import { byHost } from '@/lib/corpus/sources/fetching';
import { LibraryError } from '@/lib/corpus/store';
import { type Followed, readFollowed } from './followed';
import { changeProgress, type Progress, readProgress, withProgress } from './progress';

export interface RoundDeps {
  gate: RequestGate;
  /** Puts articles of an outlet's feed into the library; answers how many were new. */
  take: (articles: FeedArticle[], outlet: string) => Promise<{ added: number; revised: number }>;
  /** The library has changed. */
  changed: () => Promise<unknown>;
  feedDeps: () => FeedDeps;
  now: () => number;
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** Hosts asked at one time; of one host one request at a time. */
const atOnce = 4;
/** Least time between two articles of one host, in ms. */
const articlePause = 2_000;
/** Articles whose full text is fetched of one feed in one round; the rest waits for the next. */
const articlesARound = 30;
const mostWaiting = 200;
/** A browser stops a background that works for five minutes. */
const longestRound = 4 * 60_000;

/**
 * Asks followed feeds. Each feed is done for itself: its articles are in the library before its progress is written, so that a
 * round that is cut short anywhere loses nothing and asks at most one feed twice.
 */
export function feedRounds(deps: RoundDeps) {
  const inTurn = turns();

  /** Puts articles into the library; `null` when it cannot take them now. */
  async function takeIn(articles: FeedArticle[], outlet: string): Promise<{ added: number } | null> {
    if (articles.length === 0) return { added: 0 };
    try {
      const { added, revised } = await deps.take(articles, outlet);
      if (added + revised > 0) await deps.changed();
      return { added };
    } catch (error) {
      if (error instanceof LibraryError) return null;
      throw error;
    }
  }

  async function askOne(feed: Followed): Promise<void> {
    const before = await readProgress(feed.url);
    const { asking, articles, remember } = await askFeed(
      { url: feed.url, outlet: feed.name },
      before,
      (wanted) => deps.gate({ why: 'feed', ...wanted }),
      deps.feedDeps(),
    );
    const taken = await takeIn(articles, feed.name);
    if (!(await isFollowed(feed.url))) return;
    if (taken === null) return changeProgress(feed.url, (progress) => notKept(progress, deps));
    await changeProgress(feed.url, (progress) => ({
      ...progress,
      ...remember,
      clock: afterAsking(progress.clock, asking, deps.now(), deps.random()),
      kept: progress.kept + taken.added,
      waiting: feed.fullText ? waitingFor(progress, articles) : [],
      movedTo: asking.status === 'well' ? null : progress.movedTo,
    }));
  }

  async function fetchOne({ url, feed }: { url: string; feed: Followed }): Promise<void> {
    const full = await fetchFullText(
      url,
      feed.url,
      (wanted) => deps.gate({ why: 'article', ...wanted }),
      deps.feedDeps(),
    );
    if (full.status === 'read') {
      const { article } = full.reading;
      const credits = readCredits(full.reading);
      if ((await takeIn([{ article, credits, summary: null }], feed.name)) === null) return;
    }
    if (full.status === 'later') return;
    await changeProgress(feed.url, (progress) => ({
      ...progress,
      waiting: progress.waiting.filter((other) => other !== url),
    }));
  }

  async function round(only: readonly string[] | null): Promise<void> {
    const until = deps.now() + longestRound;
    const polite = { atOnce, sleep: deps.sleep, mayGoOn: () => deps.now() < until };
    const feeds = await withProgress(await readFollowed());
    const asked = feeds
      .filter(({ feed, progress }) =>
        only === null ? isDue(progress.clock, deps.now()) : only.includes(feed.url),
      )
      .map(({ feed }) => feed);
    await byHost(asked, { ...polite, pauseMs: 0 }, askOne);
    const reading = await withProgress(asked.filter(({ fullText }) => fullText));
    const articles = reading.flatMap(({ feed, progress }) =>
      progress.waiting.slice(0, articlesARound).map((url) => ({ url, feed })),
    );
    await byHost(articles, { ...polite, pauseMs: articlePause }, fetchOne);
  }

  return {
    /** Asks the feeds that are due, or just these. Rounds follow one another. */
    run: (only: readonly string[] | null = null): Promise<void> => inTurn(() => round(only)),
  };
}

export type FeedRounds = ReturnType<typeof feedRounds>;

/** What the library could not take is asked for again as if it were new. */
function notKept(progress: Progress, { now, random }: RoundDeps): Progress {
  const asking = { status: 'trouble', trouble: { kind: 'not-kept' }, retryAfter: null } as const;
  return { ...progress, clock: afterAsking(progress.clock, asking, now(), random()) };
}

async function isFollowed(feedUrl: string): Promise<boolean> {
  return (await readFollowed()).some(({ url }) => url === feedUrl);
}

/** Newest first: what waits longest is the first to be given up. */
function waitingFor({ waiting }: Progress, articles: readonly FeedArticle[]): string[] {
  const short = articles.filter(({ article }) => article.text === '').map(({ article }) => article.url);
  const all = [...short.filter((url) => url !== null), ...waiting];
  return [...new Set(all)].slice(0, mostWaiting);
}
