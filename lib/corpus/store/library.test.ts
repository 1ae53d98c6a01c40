import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { type Library, openLibrary } from './library';

const now = () => new Date('2020-06-02T10:00:00Z');

async function refsOf(library: Library, key: number): Promise<number[]> {
  const [postings] = await library.reader().postings(Uint32Array.of(key));
  return [...postings!.refs];
}

async function idsOf(library: Library, key: number): Promise<string[]> {
  return (await library.reader().articles(await refsOf(library, key))).map(({ id }) => id);
}

describe('a library', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory());
  });

  it('finds an added article by its keys and terms, with its text', async () => {
    const library = await openLibrary({ now });
    const article = sampleArticle('a', { keys: [7, 4_000_000_000], terms: [3] });
    expect(await library.add([article])).toEqual({ added: 1, revised: 0, unchanged: 0 });
    const [ref] = await refsOf(library, 4_000_000_000);
    expect(await library.reader().termPostings(Uint32Array.of(3))).toEqual([
      { documents: 1, refs: Uint32Array.of(ref!) },
    ]);
    expect(await library.reader().text(ref!)).toBe(article.text);
    expect(await library.reader().articles([ref!])).toEqual([{ ...article.held, ref, revision: 1 }]);
  });

  it('answers unknown keys with zero documents, in the order asked', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { keys: [5] })]);
    const found = await library.reader().postings(Uint32Array.of(9, 5, 9));
    expect(found.map(({ documents }) => documents)).toEqual([0, 1, 0]);
  });

  it('makes a changed text under the same id a new revision, and matches only that', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { text: 'First words.', keys: [1, 2] })]);
    const again = await library.add([sampleArticle('a', { text: 'Other words.', keys: [2, 3] })]);
    expect(again).toEqual({ added: 0, revised: 1, unchanged: 0 });
    expect(await refsOf(library, 1)).toEqual([]);
    expect(await idsOf(library, 2)).toEqual(['a']);
    const held = await library.find('a');
    expect(held?.revision).toBe(2);
    expect((await library.revisions('a')).map(({ text }) => text)).toEqual(['First words.', 'Other words.']);
    expect((await library.counts()).articles).toBe(1);
  });

  it('leaves an unchanged article as it is', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { keys: [1] })]);
    expect(await library.add([sampleArticle('a', { keys: [1], title: 'Another headline' })])).toEqual({
      added: 0,
      revised: 0,
      unchanged: 1,
    });
  });

  it('counts as it goes', async () => {
    const library = await openLibrary({ now });
    await library.add([
      sampleArticle('a', { day: '2019-12-31' }),
      sampleArticle('b', { day: '2020-05-02', outlet: 'pier.example', url: 'https://pier.example/b' }),
      sampleArticle('c', { day: null, held: 'headline-only' }),
    ]);
    expect(await library.counts()).toMatchObject({
      articles: 3,
      headlineOnly: 1,
      fingerprintOnly: 0,
      oldest: '2019-12-31',
      newest: '2020-05-02',
      outlets: [
        { outlet: 'harbour.example', articles: 2 },
        { outlet: 'pier.example', articles: 1 },
      ],
    });
    expect(await library.reader().searched()).toEqual({
      articles: 3,
      outlets: 2,
      oldest: '2019-12-31',
      newest: '2020-05-02',
    });
  });

  it('forgets everything about a deleted article', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { keys: [1] }), sampleArticle('b', { keys: [1] })]);
    const [a] = await refsOf(library, 1);
    expect(await library.delete(a!)).toBe(1);
    expect(await idsOf(library, 1)).toEqual(['b']);
    expect(await library.find('a')).toBeNull();
    await library.whenQuiet();
    expect(await library.health()).toMatchObject({ articles: 1, dead: 0, postings: { keys: 1 } });
  });

  it('lets a write in between questions that are asked one right behind the other', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { keys: [1] })]);
    let isWritten = false;
    const adding = library.add([sampleArticle('b', { keys: [1] })]).then(() => {
      isWritten = true;
    });
    let asked = 0;
    while (!isWritten && asked < 1_000) {
      await refsOf(library, 1);
      asked++;
    }
    expect(asked).toBeLessThan(1_000);
    await adding;
    expect(await idsOf(library, 1)).toEqual(['a', 'b']);
  });

  it('keeps its answers through a merge and a new start', async () => {
    const first = await openLibrary({ now });
    const many = Array.from({ length: 1_500 }, (_, i) => sampleArticle(`n${i}`, { keys: [i, i % 10] }));
    await first.add(many);
    await first.whenQuiet();
    // All of the log is merged, or all that was in it when a merge began between two parts of the addition.
    const { articles, logRecords } = await first.health();
    expect(articles).toBe(1_500);
    expect(logRecords).toBeLessThan(1_500 / 256);
    first.close();
    const second = await openLibrary({ now });
    expect(await idsOf(second, 777)).toEqual(['n777']);
    expect((await refsOf(second, 3)).length).toBe(150);
  });
});
