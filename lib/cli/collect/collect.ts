import { setTimeout as sleep } from 'node:timers/promises';
import {
  afterAsking,
  askFeed,
  type FeedArticle,
  type FeedDeps,
  fetchFullText,
  type Getter,
  isDue,
  type OpmlFeed,
} from '@/lib/corpus/sources/feeds';
import { byHost, fetchBody } from '@/lib/corpus/sources/fetching';
import { paragraphsOfHtml } from '@/lib/page/html-text';
import { normalAddress } from '@/lib/page/judge/addresses';
import { version } from '@/package.json';
import type { Output } from '../output';
import { pageReader } from '../read-pages';
import type { ArticleLog, CollectedRecord } from './article-log';
import type { FeedMemory } from './feed-memory';

export interface CollectDeps {
  log: ArticleLog;
  memory: FeedMemory;
  output: Output;
  now: Date;
  /** Whether full texts behind summaries are fetched. */
  articles: boolean;
}

const polite = { atOnce: 4, sleep: (ms: number) => sleep(ms) };
/** Least time between two requests to one host, in ms. */
const pause = { feeds: 1_000, articles: 2_000 } as const;

/**
 * Asks each feed that is due and logs what is new, one result a feed. A feed's articles are on the disk before it is remembered
 * as asked: a run that is cut short is taken up by the next one.
 */
export async function collect(feeds: readonly OpmlFeed[], deps: CollectDeps): Promise<void> {
  const { memory, output, now } = deps;
  const reading = readers(now);
  const waiting: { url: string; feed: string; outlet: string | null }[] = [];

  async function askOne({ url, title }: OpmlFeed): Promise<void> {
    const last = memory.of(url);
    const at = { url, outlet: title };
    const { asking, articles, remember, movedTo } = await askFeed(at, last, get, reading);
    let [added, revised] = [0, 0];
    for (const article of articles) {
      const outcome = await deps.log.put(recordOf(article, now));
      added += Number(outcome === 'added');
      revised += Number(outcome === 'revised');
      const { text, url: link } = article.article;
      if (deps.articles && text === '' && link !== null)
        waiting.push({ url: link, feed: url, outlet: title });
    }
    const clock = afterAsking(last.clock, asking, now.getTime(), Math.random());
    await memory.set(url, { ...last, ...remember, clock });
    const trouble = asking.status === 'trouble' ? asking.trouble : null;
    await output.result({ feed: url, status: asking.status, added, revised, trouble, moved_to: movedTo });
  }

  async function fetchOne({ url, feed, outlet }: (typeof waiting)[number]): Promise<void> {
    const full = await fetchFullText(url, feed, get, reading);
    if (full.status !== 'read') return;
    const article = { ...full.reading.article, outlet: outlet ?? full.reading.article.outlet };
    await deps.log.put(recordOf({ article, credits: [], summary: null }, now));
    output.progress(`${url} read`);
  }

  const due = feeds.filter(({ url }) => isDue(memory.of(url).clock, now.getTime()));
  if (due.length < feeds.length)
    output.say(`${feeds.length - due.length} feeds are not due yet and were not asked.`);
  await byHost(due, { ...polite, pauseMs: pause.feeds }, askOne);
  const unread = waiting.filter(({ url }) => !deps.log.hasText(url));
  await byHost(unread, { ...polite, pauseMs: pause.articles }, fetchOne);
}

const get: Getter = (wanted) =>
  fetchBody(fetch, { ...wanted, headers: { ...wanted.headers, 'user-agent': `refrain-collect/${version}` } });

function readers(now: Date): FeedDeps {
  return {
    readHtml: pageReader(now),
    paragraphsOfHtml,
    normalAddress,
    now,
    pause: async () => {},
  };
}

function recordOf({ article, summary }: FeedArticle, now: Date): CollectedRecord {
  const { id, outlet, url, title, byline, published, language, text, completeness } = article;
  return {
    id,
    outlet,
    url,
    title,
    byline,
    published: published?.at ?? null,
    language,
    summary,
    text: text === '' ? null : text,
    completeness,
    first_seen: now.toISOString(),
  };
}
