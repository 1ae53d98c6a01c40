import { describe, expect, test } from 'vitest';
import {
  articlesOfFeed,
  askFeed,
  type Feed,
  type FeedText,
  type Getter,
  readFeed,
} from '@/lib/corpus/sources/feeds';
import { fetchBody } from '@/lib/corpus/sources/fetching';
import { paragraphsOfHtml } from '@/lib/page/html-text';
import { normalAddress } from '@/lib/page/judge/addresses';
import { readHtml } from '@/lib/page/read-html';
import { hasCollections, jsonLines, skipNote } from '../collections';
import { startFeedHost } from '../site/feed-host';

interface Hostile {
  id: string;
  src: string;
  name: string;
  text?: string;
  b64?: string;
  expect?: string | null;
}

/** One equality of an upstream expectation: a field of the feed or of one item, and what it must say. */
interface Check {
  item: Hostile;
  entry: number | null;
  field: string;
  says: string;
}

/** Upstream expectations are expressions of Python. Taken are the plain equalities on fields that a library reads. */
const equality =
  /(?:^|[\s(])(?:feed\['(title|title_detail|link|description|subtitle|subtitle_detail|tagline|info|info_detail|language|author|id|guid)'\]|entries\[(\d+)\]\['(title|title_detail|link|description|summary|summary_detail|content|id|guid|author)'\])(?:\[0\])?(?:\['value'\])? == ('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?=$|[\s)])/g;

function checksOf(item: Hostile): Check[] {
  return [...(item.expect ?? '').matchAll(equality)].map(([, ofFeed, entry, ofEntry, literal]) => ({
    item,
    entry: entry === undefined ? null : Number(entry),
    field: ofFeed ?? ofEntry ?? '',
    says: unquoted(literal ?? ''),
  }));
}

function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gi, (_, two, four, eight, sign) =>
      sign === undefined
        ? String.fromCodePoint(Number.parseInt(two ?? four ?? eight, 16))
        : ({ n: '\n', t: '\t', r: '\r' }[String(sign)] ?? sign),
    );
}

const bytesOf = ({ text, b64 }: Hostile) =>
  b64 === undefined ? new TextEncoder().encode(text ?? '') : new Uint8Array(Buffer.from(b64, 'base64'));

/** As a reader sees it; where markup stood, upstream leaves spaces or none. */
const shown = (html: string) => paragraphsOfHtml(html).join(' ').replace(/\s/g, '');
const shownText = (given: FeedText | null) =>
  given === null ? '' : given.html ? shown(given.text) : given.text.replace(/\s/g, '');

/** What upstream expects may be HTML or plain words in which a `<` is one. */
const meets = (said: string, expected: string) =>
  said === shown(expected) || said === expected.replace(/\s/g, '');

function saidBy(feed: Feed, { entry, field }: Check): string {
  if (entry === null) {
    if (field.startsWith('title')) return shownText(feed.title);
    if (field === 'link') return feed.home ?? '';
    if (field === 'language') return feed.language ?? '';
    // Whose a whole feed is, and by what id it goes, nothing of ours asks.
    return ['author', 'id', 'guid'].includes(field) ? '' : shownText(feed.description);
  }
  const item = feed.items[entry];
  if (!item) return '';
  if (field.startsWith('title')) return shownText(item.title);
  if (field === 'content') return shownText(item.content ?? item.summary);
  if (field === 'link') return item.link ?? '';
  if (field === 'id' || field === 'guid') return item.guid ?? '';
  return field === 'author'
    ? (item.authors[0] ?? '').replace(/\s/g, '')
    : shownText(item.summary ?? item.content);
}

const now = new Date('2026-03-12T00:00:00Z');
const deps = {
  readHtml: (html: string, url: string | null) => readHtml(html, { url, now: now.getTime() }),
  paragraphsOfHtml,
  normalAddress,
  now,
  pause: async () => {},
};

/**
 * Share of the plain checks that are met, all of them counted. The rest, by reason: text inside of objects and frames, which no
 * reader sees (8), a whole feed's author, id and guid, which nothing of ours asks for (6), markup broken beyond agreement (4),
 * addresses and languages that only an HTTP header of the test's own server gives (3), names of iTunes and Media RSS for
 * descriptions (3), letters that a wrong charset made (2), which of two summaries is the one (3), an author with the mail
 * address, an address that only Netscape's CDF gives so, a namespace without a name of its own, and definitions of entities,
 * which are refused (1 each).
 */
const agreed = 0.94;

describe.skipIf(!hasCollections)(`feeds that others broke or mended${skipNote}`, () => {
  const items = hasCollections ? jsonLines<Hostile>('hostile-feeds', 'items.jsonl') : [];

  test('agree with the plain expectations of their authors', () => {
    const checks = items.filter(({ src }) => src === 'kurtmckee/feedparser').flatMap(checksOf);
    const missed = checks.filter((check) => {
      const outcome = readFeed(bytesOf(check.item), null);
      return outcome.status === 'refused' || !meets(saidBy(outcome.feed, check), check.says);
    });
    const share = (checks.length - missed.length) / checks.length;
    console.log(`feeds: ${checks.length - missed.length} of ${checks.length} checks met`);
    for (const { item, field } of missed) console.log(`  ${item.name}: ${field}`);
    expect(checks.length).toBeGreaterThan(500);
    expect(share).toBeGreaterThanOrEqual(agreed);
  });

  test('give articles or a reason, whatever they are', async () => {
    for (const item of items) {
      const outcome = readFeed(bytesOf(item), null);
      if (outcome.status === 'refused') continue;
      const at = { url: 'https://hostile.example/feed', outlet: null };
      for (const { article, summary } of await articlesOfFeed(outcome.feed, at, deps)) {
        expect(article.title ?? summary ?? '', item.name).not.toBe('');
        if (article.url !== null) expect(article.url, item.name).toMatch(/^https?:\/\//);
        for (const { start, end } of article.paragraphs) expect(end).toBeGreaterThan(start);
      }
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('come over a real connection as they lie on the disk', async () => {
    const host = await startFeedHost();
    const get: Getter = (wanted) => fetchBody(fetch, wanted);
    const never = { etag: null, lastModified: null, seen: [] };
    try {
      for (const item of items) {
        const url = host.url('127.0.0.1', `/${item.id}`);
        host.serve(url, () => ({ body: bytesOf(item) }));
        const { asking } = await askFeed({ url, outlet: null }, never, get, deps);
        const outcome = readFeed(bytesOf(item), null);
        const trouble = outcome.status === 'read' ? null : { kind: 'not-a-feed', because: outcome.because };
        expect(asking.status === 'well' ? null : asking.trouble, item.name).toEqual(trouble);
      }
    } finally {
      await host.close();
    }
  });
});
