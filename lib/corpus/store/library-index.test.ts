import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { type Library, openLibrary, openWithin } from './library';
import { defaultLimits, type Limits } from './limits';
import { readRow } from './rows/row-codec';

const now = () => new Date('2020-06-02T10:00:00Z');
const open = (limits: Partial<Limits> = {}) => openWithin({ now }, { ...defaultLimits, ...limits });

async function ask(library: Library, key: number) {
  const [postings] = await library.reader().postings(Uint32Array.of(key));
  return { documents: postings!.documents, refs: [...postings!.refs] };
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('a key of very many articles', () => {
  it('gives its first and last articles and counts all, before and after it is merged', async () => {
    const library = await open({ logArticles: 10_000 });
    await library.add(Array.from({ length: 700 }, (_, i) => sampleArticle(`n${i}`, { keys: [9] })));
    const logged = await ask(library, 9);
    expect(logged.documents).toBe(700);
    expect([
      logged.refs.length,
      logged.refs[0],
      logged.refs[127],
      logged.refs[128],
      logged.refs[255],
    ]).toEqual([256, 1, 128, 573, 700]);
    library.close();
    const merging = await open({ logArticles: 100 });
    await merging.whenQuiet();
    expect((await merging.health()).logRecords).toBe(0);
    expect(await ask(merging, 9)).toEqual(logged);
    await merging.delete(700);
    await merging.whenQuiet();
    expect((await ask(merging, 9)).documents).toBe(699);
  });
});

describe('the finer winnowing level', () => {
  const leveled = (id: string, keys: number[], levels: number[], from?: 'page') => ({
    ...sampleArticle(id, { keys, ...(from ? { from: { kind: from, name: 'harbour.example' } } : {}) }),
    levels: Uint8Array.from(levels),
  });

  it('is dropped by a merge once the library is large, but for pages the reader read', async () => {
    const library = await open({ keepsFinerBelow: 3, logArticles: 3 });
    await library.add([leveled('a', [1, 2, 3], [0, 1, 2]), leveled('b', [1, 2], [1, 1], 'page')]);
    expect((await ask(library, 2)).documents).toBe(2);
    await library.add([leveled('c', [1, 2], [1, 1])]);
    await library.whenQuiet();
    expect(await ask(library, 1)).toEqual({ documents: 2, refs: [1, 2] });
    expect(await ask(library, 2)).toEqual({ documents: 1, refs: [2] });
    expect(await ask(library, 3)).toEqual({ documents: 1, refs: [1] });
  });

  it('is not put in at all once the library is large, but for pages the reader read', async () => {
    const library = await open({ keepsFinerBelow: 1 });
    await library.add([leveled('a', [1], [1])]);
    await library.add([leveled('b', [1, 2], [1, 0]), leveled('c', [1], [1], 'page')]);
    expect((await ask(library, 1)).refs).toEqual([1, 3]);
    expect((await ask(library, 2)).refs).toEqual([2]);
  });

  it('is not looked up once a merge has dropped it, unless pages the reader read have it', async () => {
    const library = await open({ keepsFinerBelow: 2, logArticles: 2 });
    const askFiner = async (key: number) => {
      const [postings] = await library.reader().postings(Uint32Array.of(key), Uint8Array.of(1));
      return [...postings!.refs];
    };
    await library.add([leveled('a', [1], [0])]);
    expect(await askFiner(1)).toEqual([1]);
    await library.add([leveled('b', [2], [0])]);
    await library.whenQuiet();
    expect((await ask(library, 1)).refs).toEqual([1]);
    expect(await askFiner(1)).toEqual([]);
    await library.add([leveled('c', [1], [1], 'page'), leveled('d', [3], [0])]);
    await library.whenQuiet();
    expect(await askFiner(1)).toEqual([1, 3]);
    await library.delete(3);
    expect(await askFiner(1)).toEqual([]);
  });

  it('does not take a key along that the article has on another level too', async () => {
    const library = await open({ keepsFinerBelow: 1, logArticles: 1 });
    await library.add([leveled('a', [5, 5], [1, 0])]);
    await library.whenQuiet();
    expect((await ask(library, 5)).documents).toBe(1);
  });
});

describe('merging', () => {
  it('goes from a few blocks to many in one step, when a large pack arrives', async () => {
    const library = await open({ logArticles: 300, postingsABlock: 1, blocksASlice: 8 });
    const key = (i: number) => Math.imul(i, 0x9e3779b1) >>> 0;
    await library.add(Array.from({ length: 600 }, (_, i) => sampleArticle(`n${i}`, { keys: [key(i)] })));
    await library.whenQuiet();
    for (const i of [0, 1, 299, 599]) expect((await ask(library, key(i))).refs).toEqual([i + 1]);
    expect((await library.health()).skipped.index).toBe(0);
  });

  it('takes an old block apart over many slices, when many articles come to a few', async () => {
    const library = await open({ logArticles: 16, postingsABlock: 1, blocksASlice: 8 });
    const key = (i: number) => Math.imul(i, 0x9e3779b1) >>> 0;
    const add = (from: number, to: number) =>
      library.add(
        Array.from({ length: to - from }, (_, i) => sampleArticle(`n${from + i}`, { keys: [key(from + i)] })),
      );
    const allAreFound = async () => {
      for (let i = 0; i < 600; i += 7) expect((await ask(library, key(i))).refs).toEqual([i + 1]);
    };
    await add(0, 64);
    await library.whenQuiet();
    await add(64, 600);
    const quiet = library.whenQuiet();
    await allAreFound();
    await quiet;
    await allAreFound();
    expect(await library.health()).toMatchObject({ skipped: { index: 0 }, mergeTrouble: null });
  });

  it('does not wait for the end of what adds much once the log has so many records', async () => {
    const library = await open({ logRecordsAtMost: 2 });
    await library.inBulk(async () => {
      const records = async (articles: number, from: number) => {
        await library.add(
          Array.from({ length: articles }, (_, i) => sampleArticle(`n${from + i}`, { keys: [from + i] })),
        );
        await library.whenQuiet();
        return (await library.health()).logRecords;
      };
      expect(await records(256, 0)).toBe(1);
      expect(await records(1, 256)).toBe(0);
    });
  });

  it('lets additions in between its slices', async () => {
    const library = await open({
      logArticles: 40,
      logPostingsAtMost: 40,
      postingsABlock: 1,
      blocksASlice: 1,
    });
    await library.add(
      Array.from({ length: 40 }, (_, i) => sampleArticle(`n${i}`, { keys: [i * 99_999_999] })),
    );
    await library.add([sampleArticle('late', { keys: [7] })]);
    expect(await ask(library, 7)).toEqual({ documents: 1, refs: [41] });
    expect((await library.health()).logRecords).toBe(2);
    await library.whenQuiet();
    expect((await library.health()).logRecords).toBe(1);
    expect(await ask(library, 7)).toEqual({ documents: 1, refs: [41] });
  });
});

describe('adding', () => {
  it('stops between batches when told to, keeps those that are in, and says how many', async () => {
    const library = await openLibrary({ now });
    const stop = new AbortController();
    const reading = library.counts();
    const adding = library.add(
      Array.from({ length: 1_000 }, (_, i) => sampleArticle(`n${i}`)),
      stop.signal,
    );
    await reading;
    stop.abort();
    const { added } = await adding;
    // The one being written and the one being made ready meanwhile.
    expect(added).toBe(512);
    expect((await library.counts()).articles).toBe(512);
  });

  it('keeps to the order in which articles came, while one batch is written and the next is made ready', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('before')]);
    const texts = ['A long first text. '.repeat(200), 'The second.', 'The third text. '.repeat(40)];
    const added = await Promise.all(texts.map((text) => library.add([sampleArticle('a', { text })])));
    expect(added.map(({ added, revised }) => [added, revised])).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    expect((await library.revisions('a')).map(({ text }) => text)).toEqual(texts);
  });

  it('keeps batches whole when one fails among others', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('before')]);
    const put = IDBObjectStore.prototype.put;
    const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      if (this.name === 'articles' && readRow(value)?.held.id === 'n300') throw new Error('No room.');
      return put.call(this, value, key);
    });
    const articles = Array.from({ length: 1_000 }, (_, i) => sampleArticle(`n${i}`, { keys: [7] }));
    await expect(library.add(articles)).rejects.toThrow();
    failing.mockRestore();
    await library.whenQuiet();
    const { articles: counted } = await library.counts();
    expect((await library.health()).articles).toBe(counted);
    expect((await ask(library, 7)).documents).toBe(counted - 1);
    expect(await library.find('n255')).not.toBeNull();
    expect(await library.find('n256')).toBeNull();
    expect(await library.find('n511')).toBeNull();
    expect(await library.find('n999')).toBeNull();
    await library.add(articles);
    expect((await library.counts()).articles).toBe(1_001);
    expect((await ask(library, 7)).documents).toBe(1_000);
  });

  it('takes the second of two articles with one id as a revision of the first', async () => {
    const library = await openLibrary({ now });
    const twice = [
      sampleArticle('a', { text: 'First words.' }),
      sampleArticle('a', { text: 'Other words.' }),
    ];
    expect(await library.add(twice)).toEqual({ added: 1, revised: 1, unchanged: 0 });
  });

  it('keeps a full text when a teaser or the headline alone comes after it', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { text: 'All the words there are.' })]);
    const later = [
      sampleArticle('a', { text: 'All the words', completeness: 'teaser' }),
      sampleArticle('a', { held: 'headline-only' }),
    ];
    expect(await library.add(later)).toEqual({ added: 0, revised: 0, unchanged: 2 });
    const { ref } = (await library.find('a'))!;
    expect(await library.reader().text(ref)).toBe('All the words there are.');
  });

  it('takes ids of any length and kind', async () => {
    const library = await openLibrary({ now });
    const ids = [
      '',
      ' ',
      '=a',
      '@a',
      'a',
      '\ud800',
      'x'.repeat(50_000),
      `${'x'.repeat(50_000)}y`,
      '__proto__',
    ];
    await library.add(ids.map((id) => sampleArticle(id, { url: 'https://harbour.example/same' })));
    for (const id of ids) expect((await library.find(id))?.id).toBe(id);
    expect((await library.find('https://harbour.example/same'))?.id).toBe('__proto__');
  });
});

describe('headlines', () => {
  it('are those within the window, newest day first, the latest arrivals first within a day', async () => {
    const library = await openLibrary({ now });
    const headline = (id: string, day: string | null) => sampleArticle(id, { held: 'headline-only', day });
    await library.add([
      headline('old', '2020-01-01'),
      headline('first', '2020-03-01'),
      headline('second', '2020-03-01'),
      headline('newest', '2020-03-05'),
      headline('undated', null),
      sampleArticle('with text', { day: '2020-03-02' }),
    ]);
    const reader = library.reader();
    const ids = async (from: string | null, to: string | null, limit: number) =>
      (await reader.articles(await reader.headlineRefs({ from, to }, limit))).map(({ id }) => id);
    expect(await ids('2020-02-01', '2020-03-31', 10)).toEqual(['newest', 'second', 'first']);
    expect(await ids(null, '2020-03-04', 2)).toEqual(['second', 'first']);
    expect(await ids('2020-03-05', null, 10)).toEqual(['undated', 'newest']);
    expect(await ids(null, '2020-03-04', 1)).toEqual(['second']);
    expect(await ids('2020-03-31', '2020-02-01', 10)).toEqual([]);
  });
});
