import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countWords } from '@/lib/core/text';

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
