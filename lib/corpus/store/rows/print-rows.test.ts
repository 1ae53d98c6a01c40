import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayIn, outletIn, printOf } from '@/lib/core/matching/prints';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { type Library, openLibrary } from '../library';
import { migrations } from '../migrations/all';
import type { LibrarySchema, StoreName } from '../schema';
import { liveRow } from './article-row';
import { printCache } from './print-rows';

const now = () => new Date('2020-06-02T10:00:00Z');
const printed = async (library: Library, ...refs: number[]) => [
  ...(await library.reader().prints(Uint32Array.from(refs))),
];

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('where and when an article was printed', () => {
  const dated = sampleArticle('a', { outlet: 'quay.example', day: '2020-05-09' });
  const undated = sampleArticle('b', { outlet: 'quay.example', day: null });
  const other = sampleArticle('c', {
    outlet: 'moor.example',
    url: 'https://moor.example/c',
    day: '2020-05-09',
  });

  it('is told in the order asked, of articles of every batch, and of unknown ones not at all', async () => {
    const library = await openLibrary({ now });
    await library.add([dated, undated]);
    expect(await printed(library, 1)).toEqual([printOf(dated.held)]);
    await library.add([other]);
    const [third, second, first, none] = await printed(library, 3, 2, 1, 999);
    expect([dayIn(first!), dayIn(second!), dayIn(third!)]).toEqual([18391, null, 18391]);
    expect(outletIn(first!)).toBe(outletIn(second!));
    expect(outletIn(third!)).not.toBe(outletIn(first!));
    expect(none).toBe(0);
  });

  it('is told of one article as of many, in a library of many rows', async () => {
    (await openLibrary({ now })).close();
    const db = await openDB<LibrarySchema>('library');
    for (let number = 0; number < 40; number++)
      await db.put('prints', new Uint32Array(128).fill(1_000 + number), number);
    const state = { generation: 'one', nextRef: 40 * 128 };
    const asked = (refs: readonly number[]) => {
      const stores: StoreName[] = ['prints'];
      return printCache(() => expect.unreachable()).read(
        db.transaction(stores),
        state,
        Promise.resolve(state),
        Uint32Array.from(refs),
      );
    };
    const spread = Array.from({ length: 30 }, (_, i) => i * 128 + 5);
    expect([...(await asked([17 * 128]))]).toEqual([1_017]);
    expect([...(await asked(spread))]).toEqual(spread.map((_, i) => 1_000 + i));
    db.close();
  });

  it('is forgotten with everything else', async () => {
    const library = await openLibrary({ now });
    await library.add([dated]);
    expect(await printed(library, 1)).toEqual([printOf(dated.held)]);
    await library.deleteAll();
    expect(await printed(library, 1)).toEqual([0]);
  });

  it('is filled in for the articles of a library that came before', async () => {
    const to = migrations.findIndex(({ run }) => run.name === 'printStore');
    const old = await openDB<LibrarySchema>('library', to, {
      upgrade: (db, _from, _to, tx) => {
        for (const migration of migrations.slice(0, to)) migration.run(db, tx);
      },
    });
    for (const [ref, { held }] of [dated, undated, other].entries())
      await old.put(
        'articles',
        liveRow(held, { revision: 1, digest: `t${ref}`, bodyBytes: 0 }),
        130 * ref + 1,
      );
    old.close();
    const library = await openLibrary({ now });
    await library.add([sampleArticle('d')]);
    const { db } = { db: await openDB<LibrarySchema>('library') };
    const row = async (number: number) => (await db.get('prints', number)) ?? new Uint32Array(128);
    expect([(await row(1))[3], (await row(2))[5]]).toEqual([printOf(undated.held), printOf(other.held)]);
    db.close();
  });
});
