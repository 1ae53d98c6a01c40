import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import type { Library } from '../library';
import { openWithin } from '../library';
import { defaultLimits } from '../limits';
import { migrations } from '../migrations/all';
import { readRow } from '../rows/row-codec';
import { type LibrarySchema, storeNames } from '../schema';

let libraries = 0;
const now = () => new Date('2026-03-31T10:00:00Z');
const small = { ...defaultLimits, logArticles: 40, logPostingsAtMost: 180 };
const open = (name = `rebuild-${libraries++}`) => openWithin({ name, now }, small);

/** Keys and terms by id: what the articles were added with, and what the rebuilding makes of them again. */
const keysOf = (id: string) => [Number(id) + 1, 1_000_000 + (Number(id) % 7)];
const article = (n: number) => sampleArticle(String(n), { keys: keysOf(String(n)), terms: [n + 5] });
const print = (n: number) =>
  sampleArticle(String(n), { keys: keysOf(String(n)), terms: [n + 5], held: 'fingerprint-only' });
const prepare = ({ id }: { id: string }) => ({
  keys: Uint32Array.from(keysOf(id)),
  levels: new Uint8Array(2),
  terms: Uint32Array.of(Number(id) + 5),
});

async function found(library: Library) {
  const keys = Uint32Array.from([...Array.from({ length: 400 }, (_, n) => n + 1), 1_000_000, 1_000_003]);
  const postings = await library.reader().postings(keys);
  return postings.map(({ refs }) => [...refs]);
}

describe('an index made anew', () => {
  test('finds what the old one found, without what was deleted', async () => {
    const library = await open();
    await library.add(Array.from({ length: 300 }, (_, n) => article(n)));
    await library.whenQuiet();
    await library.delete((await library.find('7'))!.ref);
    const before = await found(library);
    const seen: number[] = [];
    await library.rebuildIndex(prepare, (share) => seen.push(share));
    await library.whenQuiet();
    expect(await found(library)).toEqual(before);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(1);
    expect(await library.health()).toMatchObject({ articles: 299, postings: { keys: 598, terms: 299 } });
  });

  test('has the fingerprints of articles without text, whose keys it alone had', async () => {
    const library = await open();
    await library.add(Array.from({ length: 130 }, (_, n) => (n % 3 === 0 ? print(n) : article(n))));
    const before = await found(library);
    const bodies = await library.reader().whole([1, 130]);
    for (const _ of [1, 2]) {
      await library.rebuildIndex(prepare);
      await library.whenQuiet();
      expect(await found(library)).toEqual(before);
      expect(await library.reader().whole([1, 130])).toEqual(bodies);
    }
    expect((await library.health()).lostPrints).toBe(0);
  });

  test('moves places that an older version kept among the bodies', async () => {
    const name = `rebuild-${libraries++}`;
    const library = await open(name);
    await library.add(Array.from({ length: 70 }, (_, n) => print(n)));
    await library.whenQuiet();
    const before = { found: await found(library), bodies: await library.reader().whole([1, 70]) };
    library.close();
    const database = await openDB<LibrarySchema>(name);
    for (const ref of await database.getAllKeys('articles')) {
      const { places, ...row } = readRow(await database.get('articles', ref))!;
      await database.put('articles', row, ref);
      await database.put('bodies', places!, ref);
    }
    const older = await open(name);
    expect(await older.reader().whole([1, 70])).toEqual(before.bodies);
    await older.rebuildIndex(prepare);
    await older.whenQuiet();
    expect({ found: await found(older), bodies: await older.reader().whole([1, 70]) }).toEqual(before);
    expect((await older.health()).lostPrints).toBe(0);
    expect(await database.count('bodies')).toBe(0);
    database.close();
  });

  test('has those that came while it was made', async () => {
    const library = await open();
    await library.add(Array.from({ length: 300 }, (_, n) => article(n)));
    let late: Promise<unknown> | null = null;
    await library.rebuildIndex((held) => {
      late ??= library.add([print(350)]);
      return prepare(held);
    });
    await late;
    await library.whenQuiet();
    expect((await found(library))[350]).toHaveLength(1);
    expect(await library.reader().whole([301])).toMatchObject([
      { body: { form: 'fingerprint', places: { by: 'function' } } },
    ]);
  });

  test('says of how many articles without text the fingerprints could not be read', async () => {
    const name = `rebuild-${libraries++}`;
    const library = await open(name);
    await library.add(Array.from({ length: 70 }, (_, n) => print(n)));
    await library.whenQuiet();
    const database = await openDB<LibrarySchema>(name);
    await database.clear('keyBlocks');
    database.close();
    await library.rebuildIndex(prepare);
    expect((await library.health()).lostPrints).toBeGreaterThan(60);
  });

  test('that was cut short goes on where it stood, with what was added meanwhile', async () => {
    const name = `rebuild-${libraries++}`;
    const first = await open(name);
    await first.add(Array.from({ length: 300 }, (_, n) => article(n)));
    await first.whenQuiet();
    let steps = 0;
    const cut = first.rebuildIndex((held) => {
      steps += 1;
      if (steps > 150) throw new Error('killed');
      return prepare(held);
    });
    await expect(cut).rejects.toThrow('killed');
    await first.add([article(350)]);
    first.close();
    const next = await open(name);
    expect(await next.rebuilding()).toBeGreaterThan(0);
    await next.rebuildIndex(prepare);
    await next.whenQuiet();
    expect(await next.rebuilding()).toBeNull();
    const all = await found(next);
    expect(all.slice(0, 300).every((refs) => refs.length === 1)).toBe(true);
    expect(all[350]).toHaveLength(1);
  });

  test('takes the place of one that an older version made', async () => {
    const name = `rebuild-${libraries++}`;
    const library = await open(name);
    await library.add(Array.from({ length: 90 }, (_, n) => article(n)));
    await library.whenQuiet();
    const before = await found(library);
    library.close();
    const older = await asOlder(name);
    const newer = await open(older);
    expect(await newer.rebuilding()).toBe(0);
    await newer.rebuildIndex(prepare);
    await newer.whenQuiet();
    expect(await found(newer)).toEqual(before);
    expect((await newer.health()).skipped.index).toBe(0);
  });
});

/** A copy of a library as the version before the blocks' present format left it. @returns its name */
async function asOlder(name: string): Promise<string> {
  const to = migrations.findIndex(({ run }) => run.name === 'indexAnew');
  const library = await openDB<LibrarySchema>(name);
  const older = await openDB<LibrarySchema>(`${name}-older`, to, {
    upgrade: (db, _from, _to, tx) => {
      for (const migration of migrations.slice(0, to)) migration.run(db, tx);
    },
  });
  for (const store of storeNames) {
    for (const key of await library.getAllKeys(store)) {
      const row = await library.get(store, key);
      if (row !== undefined) await older.put(store, row, key);
    }
  }
  for (const key of await older.getAllKeys('keyBlocks'))
    await older.put('keyBlocks', Uint8Array.of(1, 0, 0, 0, 0), key);
  older.close();
  library.close();
  return `${name}-older`;
}
