import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readImport } from '@/tests/fixtures/read-import';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import type { ExportedArticle } from './export';
import { type Library, openLibrary } from './library';

const noPages = () => {
  throw new Error('An export holds no pages.');
};
const deps = { readHtml: noPages, readPlainText: noPages };
const now = () => new Date('2020-06-02T10:00:00Z');

async function exportAll(library: Library, maxBytes: number): Promise<ExportedArticle[][]> {
  const parts: ExportedArticle[][] = [];
  for (let cursor: number | null = 0; cursor !== null; ) {
    const { records, next }: { records: ExportedArticle[]; next: number | null } = await library.exportFrom(
      cursor,
      maxBytes,
    );
    parts.push(records);
    cursor = next;
  }
  return parts;
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('exporting', () => {
  it('gives every live article once, in parts that keep to the size asked for', async () => {
    const library = await openLibrary({ now });
    await library.add(
      Array.from({ length: 200 }, (_, i) => sampleArticle(`n${i}`, { text: 'word '.repeat(i) })),
    );
    await library.add([sampleArticle('n3', { text: 'Another text.' })]);
    await library.delete((await library.find('n7'))!.ref);
    const parts = await exportAll(library, 20_000);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      const bytes = part.reduce((sum, record) => sum + JSON.stringify(record).length + 1, 0);
      expect(bytes).toBeLessThanOrEqual(20_000);
    }
    const ids = parts.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(199);
    expect(ids.length).toBe(199);
  });

  it('gives an article longer than a part alone', async () => {
    const library = await openLibrary({ now });
    await library.add(['a', 'b', 'c'].map((id) => sampleArticle(id, { text: 'word '.repeat(1_000) })));
    expect((await exportAll(library, 100)).map((part) => part.length)).toEqual([1, 1, 1]);
  });

  it('gives the line that names an owner, as an import takes it', async () => {
    const library = await openLibrary({ now });
    const ownerLine = '© 2020 Ostrel Newspapers Ltd';
    const sample = sampleArticle('a', { text: 'The ferry left.' });
    await library.add([{ ...sample, held: { ...sample.held, ownerLine } }]);
    const { records } = await library.exportFrom(0, 1e6);
    const { articles } = await readImport({ name: 'a.jsonl', text: JSON.stringify(records[0]) }, deps);
    expect(articles).toMatchObject([{ article: { ownerLine } }]);
  });

  it('gives records of the command line, and what else was held beside', async () => {
    const library = await openLibrary({ now });
    const whole = sampleArticle('a', { text: 'The ferry left.' });
    const print = sampleArticle('b', { held: 'fingerprint-only', keys: [7, 8], terms: [9] });
    const headline = sampleArticle('c', { held: 'headline-only', summary: 'It left.', day: null });
    await library.add([whole, print, headline]);
    const { records } = await library.exportFrom(0, 1e6);
    expect(records).toMatchObject([
      { id: 'a', outlet: 'harbour.example', published: '2020-05-01', text: 'The ferry left.', held: 'text' },
      { id: 'b', text: null, words: 9, held: 'fingerprint-only' },
      { id: 'c', text: null, published: null, summary: 'It left.', held: 'headline-only' },
    ]);
  });

  it('gives lines that the import takes back, word for word', async () => {
    const library = await openLibrary({ now });
    const odd = 'A “line”\u2028with \\ odd \u0000 characters.\n\nAnd a second paragraph. 🚢';
    const articles = [
      sampleArticle('a', { text: odd }),
      sampleArticle('__proto__', { text: 'The ferry left.', day: null }),
      sampleArticle('c', { held: 'headline-only', summary: 'It left.' }),
    ];
    await library.add(articles);
    const { records } = await library.exportFrom(0, 1e6);
    const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    const outcome = await readImport({ name: 'library.jsonl', text }, deps);
    expect(outcome.refused).toEqual([]);
    expect(outcome.articles.map(({ article, held, summary }) => ({ article, held, summary }))).toMatchObject(
      articles.map(({ held, text }) => ({
        held: held.held,
        summary: held.summary,
        article: {
          id: held.id,
          outlet: held.outlet,
          url: held.url,
          title: held.title,
          byline: held.byline,
          text: text ?? '',
          completeness: held.completeness,
          language: held.language,
          published: held.published && { at: held.published.at, precision: 'day' },
        },
      })),
    );
  });

  it('of an empty library is empty', async () => {
    const library = await openLibrary({ now });
    expect(await library.exportFrom(0, 1_000)).toEqual({ records: [], next: null });
  });
});
