import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { Credit } from '@/lib/core/provenance/types';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { openLibrary } from '../library';
import { moreForms } from '../migrations/7-more-forms';
import { migrations } from '../migrations/all';
import { type ArticleRow, type BareRow, type LibrarySchema, type PackedRow, shardKey } from '../schema';
import { emptyState } from '../state';
import { idKey, liveRow, olderUrlKey, supersededRow } from './article-row';
import { contentDigest } from './digest';
import { heldIn, packRow, readRow } from './row-codec';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('Ferry “leaves” \ud800'));
const stamp = fc.record({
  at: fc.constantFrom(
    '2020-05-01',
    '1969-05-01',
    '2020-05-01T08:00:00Z',
    '2020-05-01T08:00:00.123Z',
    '2020-05-01T08:00:00.000Z',
    '2020-05-01T08:00+02:00',
  ),
  precision: fc.constantFrom('minute', 'day'),
  from: fc.constantFrom('page', 'feed', 'url', 'import', 'pack', 'first-seen'),
});
const credit = fc.record({
  kind: fc.constant('wire'),
  line: text,
  outlet: fc.option(text),
  outletAsPrinted: fc.option(text),
  author: fc.option(text),
  url: fc.option(text),
  span: fc.option(fc.record({ start: fc.nat(), end: fc.nat() })),
  field: fc.constantFrom('text', 'title'),
});
const wire: Credit = {
  kind: 'wire',
  line: 'By Reuters',
  outlet: 'Reuters',
  outletAsPrinted: 'Reuters',
  author: null,
  url: null,
  span: { start: 0, end: 10 },
  field: 'text',
};
const row = fc
  .tuple(
    fc.record({
      id: text,
      url: fc.option(text),
      outlet: fc.option(text),
      title: fc.option(text),
      byline: fc.option(text),
      published: fc.option(stamp),
      firstSeen: stamp,
      language: fc.option(text),
      words: fc.nat(),
      summary: fc.option(text),
      credits: fc.array(credit, { maxLength: 2 }),
    }),
    fc.record(
      {
        modified: stamp,
        ownerLine: text,
        counts: fc.record({ quotations: fc.nat(), voices: fc.nat(), labels: fc.option(fc.nat()) }),
        quotations: fc.array(fc.record({ kind: fc.constant('label'), text, of: fc.option(text) })),
      },
      { requiredKeys: [] },
    ),
    fc.boolean(),
    fc.option(fc.nat(9)),
    fc.option(fc.uint8Array({ maxLength: 9 })),
  )
  .map(([facts, more, isSame, shard, bytes]) => {
    const { held } = sampleArticle('a', { held: 'fingerprint-only' });
    const url = isSame ? facts.id : facts.url;
    const marks = shard === null ? { import: 4 } : { shard: shardKey(1, shard) };
    const all = { ...held, ...facts, ...more, url } as typeof held;
    const places = bytes && Uint8Array.from(bytes);
    return liveRow(all, { revision: 2, digest: 't5', bodyBytes: 70, places, ...marks });
  });

test('a row comes back as it was, and so does what an index looks at', () => {
  fc.assert(
    fc.property(row, (one) => {
      const packed = packRow(one);
      expect(readRow(packed)).toEqual(one);
      if (!(packed instanceof Uint8Array)) expect({ ...one, facts: packed.facts }).toMatchObject(packed);
      expect(readRow(packRow(supersededRow(one)))).toEqual(supersededRow(one));
    }),
  );
});

test('a row of an older version is read as it is', () => {
  fc.assert(
    fc.property(row, (one) => {
      expect(readRow(one)).toEqual(one);
      expect(heldIn(7, one)).toEqual({ ...one.held, ref: 7, revision: 2 });
    }),
  );
});

/** A row as it lies where an index looks at it. */
function inObject(row: ArticleRow): PackedRow {
  const packed = packRow(row);
  if (packed instanceof Uint8Array) throw new Error('A row without its object.');
  return packed;
}

test('the row of an article of a pack without text takes a quarter of its JSON', () => {
  const { held } = sampleArticle('a', { held: 'fingerprint-only', from: { kind: 'pack', name: 'River' } });
  const facts = { revision: 1, digest: '', bodyBytes: 220, shard: shardKey(1, 1) };
  const plain = inObject(liveRow(held, facts)).facts.length;
  const bare = packRow(liveRow(held, { ...facts, places: Uint8Array.of(2) }));
  expect(bare).toBeInstanceOf(Uint8Array);
  expect((bare as BareRow).length).toBeLessThan(plain / 4);
});

test.each([null, Uint8Array.of(2)])('a row whose facts are damaged is none (places: %s)', (places) => {
  const { held } = sampleArticle('a');
  const packed = inObject(liveRow(held, { revision: 1, digest: 't', bodyBytes: 1, places }));
  const junk = fc.oneof(
    fc.uint8Array().filter(([first]) => first !== 1),
    fc.json().map((json) => new TextEncoder().encode(json)),
    fc.nat(packed.facts.length - 1).map((cut) => packed.facts.slice(0, cut)),
  );
  fc.assert(
    fc.property(junk, (facts) => {
      expect(readRow({ ...packed, facts })).toBeNull();
    }),
  );
});

test('rows of a library of before are found, known again and deleted', async () => {
  const to = migrations.findIndex(({ run }) => run === moreForms);
  const old = await openDB<LibrarySchema>('library', to, {
    upgrade: (db, _from, _to, tx) => {
      for (const migration of migrations.slice(0, to)) migration.run(db, tx);
    },
  });
  const [own, packed] = [sampleArticle('own'), sampleArticle('packed')];
  const digest = contentDigest(own);
  const ofReader = liveRow(own.held, { revision: 1, digest, bodyBytes: 0 });
  await old.put('articles', { ...ofReader, addresses: [idKey('own'), olderUrlKey(own.held.url!)] }, 7);
  const ofPack = liveRow(packed.held, { revision: 1, digest: 't', bodyBytes: 0, shard: shardKey(1, 1) });
  await old.put(
    'articles',
    { ...ofPack, addresses: [olderUrlKey('packed'), olderUrlKey(packed.held.url!)] },
    8,
  );
  await old.put('state', { ...emptyState(1), nextRef: 9 }, 'library');
  old.close();
  const library = await openLibrary({ now: () => new Date() });
  expect(await library.find('https://harbour.example/packed')).toEqual({
    ...packed.held,
    ref: 8,
    revision: 1,
  });
  expect(await library.find(own.held.url!)).toMatchObject({ id: 'own', ref: 7 });
  expect(await library.add([own])).toMatchObject({ added: 0, unchanged: 1 });
  expect(await library.delete(7)).toBe(1);
  expect(await library.find('own')).toBeNull();
});

test('facts in bits of which any are wrong are read without failing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      for (const stored of [{ facts: Uint8Array.of(1, ...bytes) }, Uint8Array.of(2, ...bytes)]) {
        const read = readRow(stored);
        expect(read === null || typeof read.held.id === 'string').toBe(true);
      }
    }),
  );
});

test('facts in bits on disk are read as they were written when the form was new', () => {
  const { held } = sampleArticle('ferry-off-leaves-the-harbour', {
    held: 'fingerprint-only',
    title: 'Ferry “off” leaves the harbour',
    from: { kind: 'pack', name: 'River' },
  });
  const facts = { revision: 1, digest: '', bodyBytes: 220, shard: shardKey(1, 1), places: Uint8Array.of(2) };
  const written =
    'AS+kNK5ggHPjTBAOgfbRXMEcUmd2COKTO7TLiaHnhgiiZA6DEOgi4r+hB/rEPBI+eEvalrAU0AIasZRIOEXFdYyiQcIAAAoCbFdYCA==';
  const bare =
    'ApIX0hpXMEA58aYIB0D7aK5gjikzuwRxSZ3aZcTQ88MEUTIHQYh0EXFf0IP9Yh4JHzwl7UtYCmgBDVjKJBwi4rrGUSDhAAAFATYrrAQC';
  const row = liveRow({ ...held, credits: [wire], words: 640 }, facts);
  const { shard: _, ...own } = row;
  expect(Buffer.from(inObject(own).facts).toString('base64')).toBe(written);
  expect(readRow({ places: row.places, shard: row.shard, facts: Buffer.from(written, 'base64') })).toEqual(
    row,
  );
  expect(Buffer.from(packRow(row) as BareRow).toString('base64')).toBe(bare);
  expect(readRow(Buffer.from(bare, 'base64'))).toEqual(row);
});
