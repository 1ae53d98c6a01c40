import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { ReadingOutcome } from '@/lib/core/article';
import { isArticlePage, readPage } from '@/lib/page';
import { parseDocument } from '@/lib/page/read-html';
import { jsonLines, savedPages } from '../collections';
import { pageFixtures } from '../fixtures/pages';

/** Pages were saved before this day. */
const now = Date.parse('2026-11-01');

export const pageSets = ['html-readability', 'html-trafilatura', 'html-defuddle'] as const;

/** A count and what it is of. */
export interface Share {
  found: number;
  of: number;
}

/** A saved page: its address where one is known, else one that tells nothing. */
interface SavedPage {
  id: string;
  set: (typeof pageSets)[number];
  url: string;
  html: string;
}

/** Hand-made truth of a page: segments that its text must hold, and such as it must not. */
interface Segments {
  html: string;
  url: string;
  with: string[];
  without: string[];
}

function pagesOf(set: (typeof pageSets)[number]): SavedPage[] {
  const addresses = new Map(
    set === 'html-trafilatura'
      ? jsonLines<Segments>(set, 'gold.jsonl').map(({ html, url }) => [
          `${set}/${html.replace('html/', '')}`,
          url,
        ])
      : [],
  );
  return savedPages(set).map(({ id, html }) => {
    const stated = addresses.get(id) ?? '';
    return {
      id,
      set,
      html,
      url: stated.startsWith('http') ? stated : 'https://saved.example/2020/some-story-here',
    };
  });
}

export interface SegmentRates {
  must: Share;
  mustNot: Share;
}

/** How many of the segments stand in the texts (a headline counts to its text), by our reading and by Readability alone. */
export function segmentRates(): { ours: SegmentRates; readability: SegmentRates } {
  const truth = new Map(
    jsonLines<Segments>('html-trafilatura', 'gold.jsonl').map((gold) => [
      gold.html.replace('html/', ''),
      gold,
    ]),
  );
  const ours = noRates();
  const readability = noRates();
  for (const { id, html, url } of pagesOf('html-trafilatura')) {
    const gold = truth.get(id.replace('html-trafilatura/', ''))!;
    count(ours, gold, textOf(readPage(parseDocument(html), { url, now })));
    const parsed = new Readability(parseDocument(html)).parse();
    count(readability, gold, `${parsed?.title ?? ''}\n${parsed?.textContent ?? ''}`);
  }
  return { ours, readability };
}

function noRates(): SegmentRates {
  return { must: { found: 0, of: 0 }, mustNot: { found: 0, of: 0 } };
}

function count(rates: SegmentRates, gold: Segments, text: string): void {
  const held = plain(text);
  for (const [share, segments] of [
    [rates.must, gold.with],
    [rates.mustNot, gold.without],
  ] as const) {
    share.of += segments.length;
    share.found += segments.filter((segment) => held.includes(plain(segment))).length;
  }
}

function textOf(outcome: ReadingOutcome): string {
  if (outcome.status !== 'read') return '';
  const { title, text } = outcome.reading.article;
  return `${title ?? ''}\n${text}`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim().toLowerCase();
}

export interface GateRates {
  /** Articles let through: saved pages of a set, and our own that are easily taken for something else. */
  hits: Record<string, Share>;
  /** Pages let through that are no articles. */
  falseAlarms: Share;
  /** The same by Readability's own quick check. */
  readerable: { hits: Record<string, Share>; falseAlarms: Share };
  wrong: string[];
}

export function gateRates(): GateRates {
  const articles = [
    ...(['html-trafilatura', 'html-readability'] as const).flatMap(pagesOf),
    ...pageFixtures()
      .filter((page) => page.expect === 'article')
      .map((page) => ({ ...page, id: page.name, set: 'own pages' })),
  ];
  const others = pageFixtures().filter((page) => page.expect !== 'article');
  const rates: GateRates = {
    hits: {},
    falseAlarms: { found: 0, of: others.length },
    readerable: { hits: {}, falseAlarms: { found: 0, of: others.length } },
    wrong: [],
  };
  for (const { id, set, html, url } of articles) {
    const document = parseDocument(html);
    const isHit = isArticlePage(document, url).article;
    if (!isHit) rates.wrong.push(id);
    add(rates.hits, set, isHit);
    add(rates.readerable.hits, set, isProbablyReaderable(document));
  }
  for (const { name, html, url } of others) {
    const document = parseDocument(html);
    if (isArticlePage(document, url).article) {
      rates.falseAlarms.found++;
      rates.wrong.push(name);
    }
    if (isProbablyReaderable(document)) rates.readerable.falseAlarms.found++;
  }
  return rates;
}

function add(shares: Record<string, Share>, set: string, isHit: boolean): void {
  const share = shares[set] ?? { found: 0, of: 0 };
  shares[set] = share;
  share.of++;
  if (isHit) share.found++;
}

/** What came of reading every saved page of a set. */
export interface ReadingCounts {
  set: string;
  pages: number;
  read: number;
  titled: number;
  bylined: number;
  dated: number;
  /** Pages whose document was not the same afterwards. */
  changed: string[];
  /** Pages with a paragraph, line or block whose span does not hold its words. */
  unsound: string[];
}

export function readAll(set: (typeof pageSets)[number]): ReadingCounts {
  const pages = pagesOf(set);
  const counts: ReadingCounts = {
    set,
    pages: pages.length,
    read: 0,
    titled: 0,
    bylined: 0,
    dated: 0,
    changed: [],
    unsound: [],
  };
  for (const { id, html, url } of pages) {
    const document = parseDocument(html);
    const before = document.documentElement.outerHTML;
    const outcome = readPage(document, { url, now });
    if (document.documentElement.outerHTML !== before) counts.changed.push(id);
    if (outcome.status !== 'read') continue;
    const { article } = outcome.reading;
    counts.read++;
    if (article.title !== null) counts.titled++;
    if (article.byline !== null) counts.bylined++;
    if (article.published !== null) counts.dated++;
    if (!isSound(outcome)) counts.unsound.push(id);
  }
  return counts;
}

function isSound(outcome: Extract<ReadingOutcome, { status: 'read' }>): boolean {
  const { article, lines, blocks } = outcome.reading;
  const textAt = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end);
  return (
    article.paragraphs.map(textAt).join('\n\n') === article.text &&
    lines.every(({ text, span }) => span === null || textAt(span) === text) &&
    lines.every(({ links }) =>
      links.every((link) => link.span === null || textAt(link.span) === link.text),
    ) &&
    blocks.every(({ span }) => span.start < span.end && span.end <= article.text.length)
  );
}
