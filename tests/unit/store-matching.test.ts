import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type CorpusReader,
  findStoryMatches,
  findTextMatches,
  memoryCorpus,
  prepareArticle,
} from '@/lib/core/matching';
import { type Library, openLibrary } from '@/lib/corpus/store';
import { readImport } from '@/tests/fixtures/read-import';

const text = readFileSync(new URL('../../assets/demo/demo.jsonl', import.meta.url), 'utf8');
const noPages = () => {
  throw new Error('The demo holds no pages.');
};
const { articles } = await readImport(
  { name: 'demo.jsonl', text },
  { readHtml: noPages, readPlainText: noPages },
);
const firstSeen = { at: '2026-04-01T08:00:00Z', precision: 'minute', from: 'first-seen' } as const;
const prepared = articles.map(({ article, credits, summary }) =>
  prepareArticle(article, { firstSeen, credits, summary, from: { kind: 'pack', name: 'Demo' } }),
);

/** All that a report is made of, but for refs, which are each reader's own. */
async function matchesIn(reader: CorpusReader) {
  const found = [];
  for (const { article } of articles.filter(({ held }) => held === 'text')) {
    const sameText = await findTextMatches(article, reader);
    const sameStory = await findStoryMatches(article, reader, sameText);
    found.push({
      id: article.id,
      text: sameText.map(({ article, ...match }) => ({ ...match, article: { ...article, ref: 0 } })),
      story: sameStory.map(({ article, ...match }) => ({ ...match, article: { ...article, ref: 0 } })),
    });
  }
  return found;
}

describe('matching over the library', () => {
  let library: Library;

  beforeAll(async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    library = await openLibrary({ now: () => new Date('2026-04-01T08:00:00Z') });
    await library.add(prepared);
  });

  it('finds what matching over the same articles in memory finds', async () => {
    const inMemory = await matchesIn(memoryCorpus(prepared));
    expect(inMemory.some(({ text }) => text.length > 0)).toBe(true);
    expect(await matchesIn(library.reader())).toEqual(inMemory);
    expect(await library.reader().searched()).toEqual(await memoryCorpus(prepared).searched());
  });

  it('finds the same where no text is held: copies by fingerprints, other tellings by stored terms', async () => {
    const bare = prepared.map((one) => {
      if (one.text === null) return one;
      return { ...one, text: null, held: { ...one.held, held: 'fingerprint-only' as const, summary: null } };
    });
    vi.stubGlobal('indexedDB', new IDBFactory());
    const shared = await openLibrary({ now: () => new Date('2026-04-01T08:00:00Z') });
    await shared.add(bare);
    const found = await matchesIn(shared.reader());
    expect(found).toEqual(await matchesIn(memoryCorpus(bare)));
    for (const list of ['text', 'story'] as const)
      expect(found.some((one) => one[list].some(({ article }) => article.held === 'fingerprint-only'))).toBe(
        true,
      );
  });

  it('finds the same once the log was merged into blocks', async () => {
    const before = await matchesIn(library.reader());
    const extra = prepareArticle(
      { ...articles[0]!.article, id: 'https://gone.example/', url: 'https://gone.example/' },
      { firstSeen, from: { kind: 'import', name: 'gone' } },
    );
    await library.add([extra]);
    await library.deleteOutlet('gone.example');
    await library.whenQuiet();
    expect((await library.health()).logRecords).toBe(0);
    expect(await matchesIn(library.reader())).toEqual(before);
  });
});
