import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type CorpusReader,
  findStoryMatches,
  findTextMatches,
  memoryCorpus,
  prepareArticle,
} from '@/lib/core/matching';
import { countWords } from '@/lib/core/text';
import { readHtml } from '@/lib/page/read-html';
import { readImport } from '@/tests/fixtures/read-import';

const folder = new URL('../../assets/demo/', import.meta.url);
const source = readFileSync(new URL('demo.jsonl', folder), 'utf8');

interface DemoArticle {
  id: string;
  outlet: string;
  url: string;
  title: string;
  published: string;
  text: string;
  summary?: string;
  links?: { text: string; href: string }[];
}

interface ExpectedPair {
  a: string;
  b: string;
  relation: string;
}

const articles: DemoArticle[] = source
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const expected: ExpectedPair[] = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));

describe('the demo stories', () => {
  it('stay small enough to ship inside the extension', () => {
    expect(Buffer.byteLength(source)).toBeLessThan(120_000);
  });

  it('are at least fourteen articles, each with its own address on a made-up host', () => {
    expect(articles.length).toBeGreaterThanOrEqual(14);
    expect(new Set(articles.map((article) => article.id)).size).toBe(articles.length);
    for (const article of articles) {
      expect(article.id).toBe(article.url);
      expect(new URL(article.url).hostname).toMatch(/\.example$/);
    }
  });

  it('link only to one another', () => {
    const known = new Set(articles.map((article) => article.url));
    for (const link of articles.flatMap((article) => article.links ?? [])) expect(known).toContain(link.href);
  });

  it('hold one item that is only a headline with its summary', () => {
    const bare = articles.filter((article) => countWords(article.text) === 0);
    expect(bare.map((article) => article.outlet)).toEqual(['Signal Ticker']);
    expect(countWords(bare[0]?.summary ?? '')).toBeGreaterThan(5);
  });

  it('are expected to be related in known pairs, each named once', () => {
    const known = new Set(articles.map((article) => article.id));
    const names = expected.map(({ a, b }) => [a, b].sort().join(' '));
    expect(new Set(names).size).toBe(names.length);
    for (const { a, b } of expected)
      expect([known.has(a), known.has(b), a === b]).toEqual([true, true, false]);
  });
});

/** The demo stories as a library takes them in. */
const imported = await readImport(
  { name: 'demo.jsonl', text: source },
  {
    readHtml: (html, url) => readHtml(html, { url, now: Date.parse('2026-04-01') }),
    readPlainText: () => ({ status: 'not-an-article', because: 'no-text' }),
  },
);

function library(): CorpusReader {
  return memoryCorpus(
    imported.articles.map(({ article, credits, summary }) =>
      prepareArticle(article, {
        firstSeen: { at: '2026-04-01', precision: 'day', from: 'first-seen' },
        from: { kind: 'pack', name: 'demo' },
        credits,
        summary,
      }),
    ),
  );
}

/** What is found for each article that has a text, as "a relation b" with the addresses in order. */
async function findAll(reader: CorpusReader): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { article } of imported.articles.filter(({ held }) => held === 'text')) {
    const texts = await findTextMatches(article, reader);
    const stories = await findStoryMatches(article, reader, texts);
    for (const match of [...texts, ...stories])
      found.add(pairName(article.id, match.article.id, match.relation));
  }
  return found;
}

function pairName(a: string, b: string, relation: string): string {
  const [first, second] = [a, b].sort();
  return `${first} ${relation} ${second}`;
}

describe('the demo stories in a library', () => {
  it('come in whole, the bare headline as such', () => {
    expect(imported.refused).toEqual([]);
    expect(imported.articles.filter(({ held }) => held === 'headline-only')).toHaveLength(1);
  });

  it('are found to be related exactly as they are, from whichever side one looks', async () => {
    const found = await findAll(library());
    expect([...found].sort()).toEqual(expected.map((pair) => pairName(pair.a, pair.b, pair.relation)).sort());
  });

  it('give the bare headline only by the search through headlines', async () => {
    const bare = imported.articles.find(({ held }) => held === 'headline-only')?.article.id ?? '';
    const isBare = (name: string) => name.split(' ').includes(bare);
    const without = await findAll({ ...library(), headlineRefs: async () => [] });
    expect([...(await findAll(library()))].filter(isBare)).toHaveLength(6);
    expect([...without].filter(isBare)).toEqual([]);
  });
});
