import {
  type Article,
  noMetadata,
  type PageMetadata,
  type PageReading,
  type ReadingOutcome,
  readStamp,
  type Stamp,
} from '@/lib/core/article';
import { type Credit, readCredits } from '@/lib/core/provenance';
import { countWords, paragraphs } from '@/lib/core/text';
import type { Feed, FeedItem, FeedText } from './types';

/** Reading HTML needs a DOM, which is handed in, and so is the one spelling of an article's addresses. */
export interface FeedDeps {
  readHtml: (html: string, url: string | null) => ReadingOutcome;
  paragraphsOfHtml: (html: string) => string[];
  /** See `normalAddress` of pages: a page and a feed item of one article go by one id. */
  normalAddress: (href: string | null, base: string | null) => string | null;
  now: Date;
  /** Lets others have a turn; called after each text that was read as a page, which takes some ms. */
  pause: () => Promise<void>;
}

/** Where a feed stands, and how the reader knows its outlet. */
export interface FeedAt {
  url: string;
  /** Name of the outlet; `null` leaves it to the address of each item. */
  outlet: string | null;
}

/** An article as its feed gives it, ready to be prepared for a library. */
export interface FeedArticle {
  article: Article;
  credits: Credit[];
  summary: string | null;
}

/** A text with fewer words is a summary unless it is given as the item's content. */
const fewestOfArticle = 150;
/** With fewer words, content is no more than a summary either. */
const fewestOfContent = 60;
const longest = { title: 1_000, summary: 2_000, byline: 400 } as const;

/**
 * The articles of a feed, without those that say nothing (neither headline nor text). A text that is plainly the article is
 * read as a page is, so that its credit lines and their links are found; anything shorter is a summary.
 */
export async function articlesOfFeed(feed: Feed, at: FeedAt, deps: FeedDeps): Promise<FeedArticle[]> {
  const found: FeedArticle[] = [];
  for (const item of feed.items) {
    const article = articleOfItem(item, feed, at, deps);
    if (article === null) continue;
    found.push(article);
    if (article.article.text !== '') await deps.pause();
  }
  return found;
}

function articleOfItem(item: FeedItem, feed: Feed, at: FeedAt, deps: FeedDeps): FeedArticle | null {
  const link = deps.normalAddress(item.link, feed.home ?? at.url);
  const title = lineOf(item.title, deps)?.slice(0, longest.title) ?? null;
  const summary = lineOf(item.summary ?? item.content, deps)?.slice(0, longest.summary) ?? null;
  if (title === null && summary === null) return null;
  const facts = {
    id: link ?? `feed:${at.url}#${item.guid ?? title ?? summary}`.slice(0, 2_048),
    outlet: outletOf(item, link, at),
    url: link,
    title,
    byline: item.authors.length === 0 ? null : item.authors.join(', ').slice(0, longest.byline),
    published: stampOf(item.published, deps.now) ?? stampOf(item.updated, deps.now),
    modified: stampOf(item.updated, deps.now),
    language: languageOf(item.language ?? feed.language),
  };
  const reading = readText(item, title, deps);
  const article: Article = reading
    ? { ...reading.article, ...facts }
    : { ...facts, text: '', paragraphs: [], completeness: 'summary' };
  const metadata = metadataOf(item, link, reading?.metadata ?? noMetadata);
  return { article, summary, credits: readCredits({ article, lines: reading?.lines ?? [], metadata }) };
}

/** The item's text where it is long enough to be the article; `null` where it only sums it up. */
function readText(item: FeedItem, title: string | null, deps: FeedDeps): PageReading | null {
  const given = item.content ?? item.summary;
  if (given === null) return null;
  const lines = given.html ? deps.paragraphsOfHtml(given.text) : plainParagraphs(given.text);
  const words = countWords(lines.join('\n\n'));
  if (words < (item.content ? fewestOfContent : fewestOfArticle)) return null;
  const body = given.html ? given.text : lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  const page = `<html><body><article><h1>${escaped(title ?? '')}</h1>${body}</article></body></html>`;
  // Without its address, by which a page is told from a list of pages: of a feed's item that is known.
  const outcome = deps.readHtml(page, null);
  return outcome.status === 'read' ? outcome.reading : null;
}

function plainParagraphs(text: string): string[] {
  return paragraphs(text).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
}

/** A feed's text as one line of plain words. */
function lineOf(given: FeedText | null, deps: FeedDeps): string | null {
  if (given === null) return null;
  const lines = given.html ? deps.paragraphsOfHtml(given.text) : [given.text];
  const line = lines.join(' ').replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}

/** Feeds of aggregators name each item's publisher; all others are known by their address, and by name where it says less. */
function outletOf(item: FeedItem, link: string | null, at: FeedAt): string | null {
  const host = link === null ? null : new URL(link).hostname;
  const feedHost = URL.parse(at.url)?.hostname ?? null;
  if (item.source?.title && host !== null && host === feedHost) return item.source.title;
  return at.outlet ?? host;
}

function metadataOf(item: FeedItem, link: string | null, page: PageMetadata): PageMetadata {
  const from = item.via ?? item.source?.url ?? null;
  return {
    ...page,
    canonical: link,
    isBasedOn: page.isBasedOn ?? (from !== null && /^https?:/i.test(from) ? from : null),
    mediaCredit: item.mediaCredit,
    copyrightHolder: page.copyrightHolder ?? item.rights?.slice(0, 300) ?? null,
  };
}

/** No feed tells of articles to come, and none is older than the web's news. */
const earliest = '1995';
const dayMs = 86_400_000;

/** A claimed date; `null` where it cannot be true. */
function stampOf(printed: string | null, now: Date): Stamp | null {
  const stamp = readStamp(printed, 'feed');
  if (stamp === null || stamp.at < earliest) return null;
  return Date.parse(stamp.at) > now.getTime() + dayMs ? null : stamp;
}

function languageOf(stated: string | null): string | null {
  const tag = stated?.trim().toLowerCase().replace(/_/g, '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/.test(tag) ? tag : null;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
