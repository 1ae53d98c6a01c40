import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleArticle, sampleManifest } from '@/tests/fixtures/sample-articles';
import { LibraryUnreadableError } from './errors';
import { openLibrary, openWithin } from './library';
import { defaultLimits } from './limits';
import { type StoreName, storeNames } from './schema';
import type { Sentinel, SentinelNote } from './sentinel';

const now = () => new Date('2020-06-02T10:00:00Z');

function keptNote(): Sentinel & { note: SentinelNote | null } {
  return {
    note: null,
    async read() {
      return this.note;
    },
    async write(note) {
      this.note = note;
    },
  };
}

/** Works on rows behind the library's back. */
function onRows<T>(store: StoreName, work: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('library');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const tx = request.result.transaction(store, 'readwrite');
      const result = work(tx.objectStore(store));
      tx.oncomplete = () => {
        request.result.close();
        resolve(result.result);
      };
      tx.onabort = () => reject(tx.error);
    };
  });
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a library that the browser lost', () => {
  it('is noticed by the note kept elsewhere, and stays reported until acknowledged', async () => {
    const sentinel = keptNote();
    const library = await openLibrary({ now, sentinel });
    await library.add([sampleArticle('a'), sampleArticle('b')]);
    library.close();
    vi.stubGlobal('indexedDB', new IDBFactory());
    const empty = await openLibrary({ now, sentinel });
    expect(empty.lost).toEqual({ had: 2, on: '2020-06-02T10:00:00.000Z' });
    await empty.add([sampleArticle('c')]);
    empty.close();
    const again = await openLibrary({ now, sentinel });
    expect(again.lost?.had).toBe(2);
    await again.acknowledgeLoss();
    again.close();
    expect((await openLibrary({ now, sentinel })).lost).toBeNull();
  });

  it('is not reported when the reader deleted everything, nor when all is there', async () => {
    const sentinel = keptNote();
    const library = await openLibrary({ now, sentinel });
    await library.add([sampleArticle('a')]);
    library.close();
    const whole = await openLibrary({ now, sentinel });
    expect(whole.lost).toBeNull();
    await whole.deleteAll();
    whole.close();
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect((await openLibrary({ now, sentinel })).lost).toBeNull();
  });

  it('is noticed when it went back to an earlier state', async () => {
    const sentinel = keptNote();
    const library = await openLibrary({ now, sentinel });
    await library.add([sampleArticle('a')]);
    const earlier = await onRows('state', (rows) => rows.get('library'));
    await library.add([sampleArticle('b')]);
    library.close();
    await onRows('state', (rows) => rows.put(earlier, 'library'));
    expect((await openLibrary({ now, sentinel })).lost?.had).toBe(2);
  });
});

describe('deleting all', () => {
  it('leaves no row of any kind, and gives no ref out twice', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { keys: [1], terms: [2] }), sampleArticle('b')]);
    await library.add([sampleArticle('a', { text: 'Another text.', keys: [3] })]);
    const before = (await library.find('a'))!.ref;
    await library.deleteAll();
    await library.whenQuiet();
    const counts = await Promise.all(storeNames.map((store) => onRows(store, (rows) => rows.count())));
    expect(counts).toEqual(storeNames.map(() => 0));
    await library.add([sampleArticle('a', { keys: [1] })]);
    expect((await library.find('a'))!.ref).toBeGreaterThan(before);
  });
});

describe('damaged rows', () => {
  const junk = fc.oneof(
    fc.constantFrom(null, 0, '', 'text', true, [], {}, new Uint8Array(3), new Uint32Array(2)),
    fc.record({ form: fc.constantFrom('plain', 'utf8', 'deflate', 'fingerprint'), bytes: fc.uint8Array() }),
    fc.record({
      addresses: fc.constantFrom(['=n1'], ['=n2', 7]),
      held: fc.constantFrom(null, {}, { id: 'n1' }),
    }),
    fc.record({
      base: fc.integer(),
      keys: fc.constant(Uint32Array.of(1)),
      keyOffsets: fc.constant(new Uint16Array(2)),
    }),
    fc.uint8Array({ minLength: 11, maxLength: 40 }),
  );

  it('never make a question fail, and are counted', async () => {
    const limits = { ...defaultLimits, logArticles: 20, postingsABlock: 8 };
    const library = await openWithin({ now }, limits);
    const articles = Array.from({ length: 30 }, (_, i) =>
      sampleArticle(`n${i}`, {
        keys: [i, i * 99_999_999, 5],
        terms: [i % 4],
        held: i % 7 === 0 ? 'headline-only' : i % 5 === 0 ? 'fingerprint-only' : 'text',
      }),
    );
    await library.add(articles);
    await library.whenQuiet();
    await library.add([sampleArticle('late', { keys: [5, 6], terms: [1] })]);
    await library.packs.begin('Ferries', sampleManifest('a'));
    await library.packs.take('Ferries', [{ sha256: 'a', articles: [sampleArticle('packed')] }]);
    await library.packs.finish('Ferries');
    await library.imports.begin({ began: '2026-03-01T10:00:00Z', files: [] });
    const reader = library.reader();
    const stores = storeNames.filter((store) => store !== 'dead');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...stores), fc.nat(), junk, async (store, place, row) => {
        const keys = await onRows(store, (rows) => rows.getAllKeys());
        const key = keys[place % keys.length]!;
        const before: unknown = await onRows(store, (rows) => rows.get(key));
        await onRows(store, (rows) => rows.put(row, key));
        const refs = Array.from({ length: 32 }, (_, i) => i);
        const found = await reader.postings(Uint32Array.of(5, 6, 99_999_999));
        await reader.termPostings(Uint32Array.of(0, 1, 2, 3));
        await reader.articles([...refs, ...found.flatMap(({ refs }) => [...refs])]);
        await Promise.all([...refs.map((ref) => reader.text(ref)), reader.whole(refs)]);
        await reader.headlineRefs({ from: null, to: null }, 100);
        await reader.searched();
        await library.counts();
        await library.search('ferry leaves');
        await library.find('n1');
        await library.revisions('n1');
        await library.exportFrom(0, 1e6);
        await library.packs.list();
        await library.imports.list();
        const health = await library.health();
        if (store === 'articles') expect(health.skipped.articles).toBeGreaterThan(0);
        if (store.endsWith('Blocks') || store === 'log') expect(health.skipped.index).toBeGreaterThan(0);
        await onRows(store, (rows) => rows.put(before, key));
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('under an id give way to the article when it comes again', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a', { keys: [1] })]);
    const { ref } = (await library.find('a'))!;
    await onRows('articles', (rows) => rows.put({ addresses: ['=a'], held: 'lost' }, ref));
    expect(await library.find('a')).toBeNull();
    expect(await library.add([sampleArticle('a', { keys: [1] })])).toEqual({
      added: 1,
      revised: 0,
      unchanged: 0,
    });
    expect((await library.find('a'))?.revision).toBe(1);
    expect((await library.counts()).articles).toBe(1);
    expect((await library.reader().postings(Uint32Array.of(1)))[0]?.documents).toBe(1);
  });

  it('in place of the table of contents stop writing in plain words, but not exporting', async () => {
    const sentinel = keptNote();
    const library = await openLibrary({ now, sentinel });
    await library.add([sampleArticle('a')]);
    await onRows('state', (rows) => rows.put({ generation: 7 }, 'library'));
    await expect(library.add([sampleArticle('b')])).rejects.toThrow(LibraryUnreadableError);
    library.close();
    const again = await openLibrary({ now, sentinel });
    expect(again.lost).toBeNull();
    expect((await again.exportFrom(0, 1e6)).records.map(({ id }) => id)).toEqual(['a']);
    await again.deleteAll();
    expect(await again.add([sampleArticle('b')])).toEqual({ added: 1, revised: 0, unchanged: 0 });
  });
});

describe('two contexts that write at once', () => {
  it.each(['with Web Locks', 'without'])('lose nothing, %s', async (how) => {
    if (how === 'without') vi.stubGlobal('navigator', {});
    const [one, other] = await Promise.all([openLibrary({ now }), openLibrary({ now })]);
    const named = (name: string) =>
      Array.from({ length: 6 }, (_, i) => sampleArticle(`${name}${i}`, { keys: [1, 10 + i] }));
    await Promise.all([
      ...named('a').map((article) => one.add([article])),
      ...named('b').map((article) => other.add([article])),
    ]);
    expect((await one.counts()).articles).toBe(12);
    expect((await other.reader().postings(Uint32Array.of(1)))[0]?.documents).toBe(12);
    expect((await one.reader().postings(Uint32Array.of(1)))[0]?.documents).toBe(12);
  });
});
