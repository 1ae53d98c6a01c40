import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { type Library, openLibrary } from './library';
import { outletsInGroups } from './migrations/12-outlets-in-groups';
import { migrations } from './migrations/all';
import { groupOf } from './outlet-counts';
import type { LibrarySchema } from './schema';
import { emptyState } from './state';

const now = () => new Date('2020-06-02T10:00:00Z');
const articleOf = (id: string, outlet: string) =>
  sampleArticle(id, { outlet, url: `https://${outlet}/${id}` });
const counted = async (library: Library) =>
  Object.fromEntries(
    (await library.counts()).outlets.map(({ key, articles, own }) => [key, { articles, own }]),
  );

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

test('every outlet is counted by itself, however many lie in a row', async () => {
  const library = await openLibrary({ now });
  const names = Array.from({ length: 60 }, (_, i) => `paper-${i}.example`);
  await library.add(names.map((name, i) => articleOf(`a${i}`, name)));
  await library.add(names.slice(0, 20).map((name, i) => articleOf(`b${i}`, name)));
  await library.delete(1);
  await library.deleteOutlet('paper-59.example');
  const expected = names.slice(0, 59).map((name, i) => {
    const articles = i > 0 && i < 20 ? 2 : 1;
    return [name, { articles, own: articles }];
  });
  expect(await counted(library)).toEqual(Object.fromEntries(expected));
});

test('counts of a library of before are gone on with', async () => {
  const to = migrations.findIndex(({ run }) => run === outletsInGroups);
  const before = await openDB<LibrarySchema>('library', to, {
    upgrade: (db, _from, _to, tx) => {
      for (const migration of migrations.slice(0, to)) migration.run(db, tx);
    },
  });
  const old = before as unknown as IDBPDatabase;
  const state = emptyState(1);
  await old.put('state', { ...state, counts: { ...state.counts, articles: 5, outlets: 2 } }, 'library');
  await old.put('outlets', { name: 'The Quay', articles: 4 }, 'quay.example');
  await old.put('outlets', { name: 'The Moor', articles: 1, own: 0 }, 'moor.example');
  await old.put('outlets', 'damaged', 'pier.example');
  old.close();
  const library = await openLibrary({ now });
  expect(await counted(library)).toEqual({
    'quay.example': { articles: 4, own: 4 },
    'moor.example': { articles: 1, own: 0 },
  });
  await library.add([articleOf('a', 'moor.example'), articleOf('b', 'pier.example')]);
  expect(await counted(library)).toEqual({
    'quay.example': { articles: 4, own: 4 },
    'moor.example': { articles: 2, own: 1 },
    'pier.example': { articles: 1, own: 1 },
  });
  expect((await library.reader().searched()).outlets).toBe(3);
});

test('of a damaged row nothing is counted, and counting goes on', async () => {
  const library = await openLibrary({ now });
  await library.add([articleOf('a', 'quay.example')]);
  const db = await openDB<LibrarySchema>('library');
  const damaged: unknown = new Map<unknown, unknown>([
    ['quay.example', { name: 7 }],
    [8, null],
  ]);
  await db.put('outlets', damaged as LibrarySchema['outlets']['value'], groupOf('quay.example'));
  db.close();
  expect(await counted(library)).toEqual({});
  await library.add([articleOf('b', 'quay.example')]);
  expect(await counted(library)).toEqual({ 'quay.example': { articles: 1, own: 1 } });
});
