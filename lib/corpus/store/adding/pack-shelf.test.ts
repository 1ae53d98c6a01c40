import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sample, sampleArticle, sampleManifest } from '@/tests/fixtures/sample-articles';
import { type Library, openLibrary } from '../library';
import { noShardIndex } from '../migrations/9-no-shard-index';
import { migrations } from '../migrations/all';
import { type LibrarySchema, type PackRow, storeNames } from '../schema';

const now = () => new Date('2020-06-02T10:00:00Z');
const from = { kind: 'pack', name: 'River' } as const;
const packed = (id: string, change: Partial<Sample> = {}) =>
  sampleArticle(id, { from, keys: [7], ...change });

/** Ids of what a reader of the library finds under the key all packed articles have. */
async function seen(library: Library): Promise<string[]> {
  const reader = library.reader();
  const [postings] = await reader.postings(Uint32Array.of(7));
  return (await reader.articles([...postings!.refs])).map(({ id }) => id).sort();
}

async function subscribed(library: Library, letters: string): Promise<void> {
  for (const letter of await library.packs.begin('River', sampleManifest(letters))) {
    await library.packs.take('River', [
      { sha256: letter, articles: [packed(`${letter}1`), packed(`${letter}2`)] },
    ]);
  }
  await library.packs.finish('River');
}

/** Makes a library again as the version left it that found the articles of a shard by an index. */
async function asOlder(name: string): Promise<void> {
  const to = migrations.findIndex(({ run }) => run === noShardIndex);
  const library = await openDB<LibrarySchema>(name);
  const rows = await Promise.all(
    storeNames.map(async (store) => {
      const keys = await library.getAllKeys(store);
      return Promise.all(keys.map(async (key) => [store, key, await library.get(store, key)] as const));
    }),
  );
  library.close();
  await deleteDB(name);
  const older = await openDB<LibrarySchema>(name, to, {
    upgrade: (db, _from, _to, tx) => {
      for (const migration of migrations.slice(0, to)) migration.run(db, tx);
    },
  });
  for (const [store, key, row] of rows.flat()) {
    const { reach: _, ...pack } = row as PackRow;
    await older.put(store, store === 'packs' ? pack : row!, key);
  }
  older.close();
}

describe('a pack in the library', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory());
  });

  test('is unseen until all of it has come, and then seen at once', async () => {
    const library = await openLibrary({ now });
    expect(await library.packs.begin('River', sampleManifest('ab'))).toEqual(['a', 'b']);
    await library.packs.take('River', [{ sha256: 'a', articles: [packed('a1')] }]);
    expect(await seen(library)).toEqual([]);
    expect(await library.packs.list()).toEqual([
      { name: 'River', manifest: null, coming: { manifest: sampleManifest('ab'), there: 1 } },
    ]);
    expect([await library.find('a1'), await library.search('Ferry')]).toEqual([null, []]);
    expect((await library.exportFrom(0, 10_000)).records).toEqual([]);
    await expect(library.packs.finish('River')).rejects.toThrow('b.rfp.gz has not come');
    await library.packs.take('River', [{ sha256: 'b', articles: [packed('b1')] }]);
    await library.packs.finish('River');
    expect(await seen(library)).toEqual(['a1', 'b1']);
    expect(await library.packs.list()).toEqual([
      { name: 'River', manifest: sampleManifest('ab'), coming: null },
    ]);
    expect((await library.find('https://harbour.example/a1'))?.from).toEqual(from);
  });

  test('adds nothing to what is the reader’s own of an outlet', async () => {
    const library = await openLibrary({ now });
    await subscribed(library, 'a');
    const own = async () => (await library.counts()).outlets.map(({ articles, own }) => [articles, own]);
    expect(await own()).toEqual([[2, 0]]);
    await library.add([sampleArticle('mine')]);
    expect(await own()).toEqual([[3, 1]]);
    await library.packs.drop('River');
    expect(await own()).toEqual([[1, 1]]);
  });

  test('is updated by the shards that changed and no other; what they replace goes', async () => {
    const library = await openLibrary({ now });
    await subscribed(library, 'ab');
    const before = await library.find('https://harbour.example/a1');
    expect(await library.packs.begin('River', sampleManifest('ac'))).toEqual(['c']);
    await library.packs.take('River', [{ sha256: 'c', articles: [packed('c1'), packed('b2')] }]);
    expect(await seen(library)).toEqual(['a1', 'a2', 'b1', 'b2']);
    await library.packs.finish('River');
    expect(await seen(library)).toEqual(['a1', 'a2', 'b2', 'c1']);
    expect((await library.find('https://harbour.example/a1'))?.ref).toBe(before?.ref);
    expect((await library.counts()).articles).toBe(4);
  });

  test('keeps its old state when an update is given up, or cut short and begun again', async () => {
    const library = await openLibrary({ now });
    await subscribed(library, 'a');
    await library.packs.begin('River', sampleManifest('bc'));
    await library.packs.take('River', [{ sha256: 'b', articles: [packed('b1')] }]);
    await library.packs.abandon('River');
    expect(await seen(library)).toEqual(['a1', 'a2']);
    expect((await library.counts()).articles).toBe(2);

    await library.packs.begin('River', sampleManifest('bcd'));
    await library.packs.take('River', [{ sha256: 'b', articles: [packed('b1')] }]);
    library.close();
    const again = await openLibrary({ now });
    expect(await seen(again)).toEqual(['a1', 'a2']);
    expect(await again.packs.begin('River', sampleManifest('bc'))).toEqual(['c']);
    await again.packs.take('River', [{ sha256: 'c', articles: [packed('c1')] }]);
    await again.packs.finish('River');
    expect(await seen(again)).toEqual(['b1', 'c1']);
  });

  test('takes several shards in one go, which stay apart', async () => {
    const library = await openLibrary({ now });
    const shard = (sha256: string) => ({
      sha256,
      articles: Array.from({ length: 200 }, (_, i) => packed(`${sha256}${i}`)),
    });
    await library.packs.begin('River', sampleManifest('abc'));
    await library.packs.take('River', ['a', 'b', 'c'].map(shard));
    await library.packs.finish('River');
    expect((await library.counts()).articles).toBe(600);
    expect(await library.packs.begin('River', sampleManifest('ac'))).toEqual([]);
    await library.packs.finish('River');
    expect((await library.counts()).articles).toBe(400);
    expect(await library.find('https://harbour.example/a199')).not.toBeNull();
    expect(await library.find('https://harbour.example/b0')).toBeNull();
  });

  test('goes with all of it where an older version did not note where its articles lie', async () => {
    const name = 'older';
    const first = await openLibrary({ name, now });
    await first.add([sampleArticle('before')]);
    await subscribed(first, 'ab');
    await first.add([sampleArticle('behind')]);
    first.close();
    await asOlder(name);
    const library = await openLibrary({ name, now });
    await library.packs.begin('River', sampleManifest('a'));
    await library.packs.finish('River');
    expect(await seen(library)).toEqual(['a1', 'a2']);
    await library.packs.drop('River');
    const { records } = await library.exportFrom(0, 100_000);
    expect(records.map(({ id }) => id)).toEqual(['before', 'behind']);
  });

  test('lets go of a shard whose articles came only in part', async () => {
    const library = await openLibrary({ now });
    await library.packs.begin('River', sampleManifest('a'));
    const broken = Object.assign(packed('a2'), { keys: null });
    const many = Array.from({ length: 300 }, (_, i) => packed(`n${i}`));
    await expect(
      library.packs.take('River', [{ sha256: 'a', articles: [...many, broken] }]),
    ).rejects.toThrow();
    expect((await library.counts()).articles).toBe(256);
    expect(await library.packs.begin('River', sampleManifest('a'))).toEqual(['a']);
    expect((await library.counts()).articles).toBe(0);
  });

  test('leaves with exactly what came with it, the reader’s own articles of the same id stay', async () => {
    const library = await openLibrary({ now });
    await library.add([sampleArticle('a1', { text: 'First.', keys: [7] })]);
    await library.add([sampleArticle('a1', { text: 'Of my own reading.', keys: [7] })]);
    const before = (await library.exportFrom(0, 100_000)).records;
    await subscribed(library, 'a');
    expect((await library.find('a1'))?.from.kind).toBe('import');
    await library.add([sampleArticle('a2', { keys: [7] })]);
    await library.packs.drop('River');
    expect(await library.packs.list()).toEqual([]);
    expect(await seen(library)).toEqual(['a1', 'a2']);
    expect((await library.exportFrom(0, 100_000)).records.slice(0, 1)).toEqual(before);
    expect((await library.revisions('a1')).map(({ text }) => text)).toEqual(['First.', 'Of my own reading.']);
    await library.whenQuiet();
    expect(await library.health()).toMatchObject({
      articles: 2,
      superseded: 1,
      dead: 0,
      postings: { keys: 2 },
    });
  });

  test('has articles that are found by their id, where it is not their address, too', async () => {
    const library = await openLibrary({ now });
    const articles = { a: [packed('a1', { url: 'https://harbour.example/other' })] };
    await library.packs.begin('River', sampleManifest('a'));
    await library.packs.take('River', [{ sha256: 'a', articles: articles.a }]);
    await library.packs.finish('River');
    const byId = await library.find('a1');
    expect(byId?.id).toBe('a1');
    expect(await library.find('https://harbour.example/other')).toEqual(byId);
  });

  test('has articles without text that are found by their address, also once the index was made anew', async () => {
    const library = await openLibrary({ now });
    const articles = ['a1', 'a2'].map((id) => packed(id, { held: 'fingerprint-only', terms: [5] }));
    await library.packs.begin('River', sampleManifest('a'));
    await library.packs.take('River', [{ sha256: 'a', articles }]);
    await library.packs.finish('River');
    const found = async () => [
      await library.find('https://harbour.example/a2'),
      await library.find('a1'),
      await library.reader().whole([1, 2]),
    ];
    const before = await found();
    expect(before[0]).toMatchObject({ id: 'a2', held: 'fingerprint-only', from });
    expect(before[2]).toMatchObject([
      { body: { terms: Uint32Array.of(5) } },
      { body: { form: 'fingerprint' } },
    ]);
    await library.rebuildIndex(() => {
      throw new Error('No text is held.');
    });
    expect(await found()).toEqual(before);
    expect(await library.health()).toMatchObject({
      lostPrints: 0,
      skipped: { articles: 0, texts: 0, index: 0 },
    });
  });

  test('keeps its articles when the reader deletes those of their outlet', async () => {
    const library = await openLibrary({ now });
    await subscribed(library, 'a');
    const [first] = (await library.counts()).outlets;
    const own = sampleArticle('own', { keys: [7], outlet: first!.outlet });
    await library.add([own]);
    expect(await seen(library)).toEqual(['a1', 'a2', 'own']);
    expect(await library.deleteOutlet(first!.outlet)).toBe(1);
    expect(await seen(library)).toEqual(['a1', 'a2']);
  });

  test('keeps an article that the reader would delete by itself', async () => {
    const library = await openLibrary({ now });
    await subscribed(library, 'a');
    const { ref } = (await library.find('https://harbour.example/a1'))!;
    expect(await library.delete(ref)).toBe(0);
    expect(await seen(library)).toEqual(['a1', 'a2']);
    await library.packs.drop('River');
    expect((await library.counts()).articles).toBe(0);
  });

  test('does not mix with another pack that holds the same articles', async () => {
    const library = await openLibrary({ now });
    await subscribed(library, 'a');
    const [wanted] = await library.packs.begin('Lake', sampleManifest('a'));
    await library.packs.take('Lake', [
      { sha256: wanted!, articles: [packed('a1', { from: { kind: 'pack', name: 'Lake' } })] },
    ]);
    await library.packs.finish('Lake');
    expect(await seen(library)).toEqual(['a1', 'a1', 'a2']);
    await library.packs.drop('River');
    expect(await seen(library)).toEqual(['a1']);
    expect((await library.packs.list()).map(({ name }) => name)).toEqual(['Lake']);
  });
});
