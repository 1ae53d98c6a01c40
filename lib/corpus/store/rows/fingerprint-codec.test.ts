import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB, unwrap } from 'idb';
import { expect, test } from 'vitest';
import { anyFingerprint } from '@/tests/fixtures/any-fingerprint';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { openLibrary } from '../library';
import { packedFingerprints } from '../migrations/6-packed-fingerprints';
import { migrations } from '../migrations/all';
import { type LibrarySchema, shardKey } from '../schema';
import { liveRow } from './article-row';
import { packFingerprint, unpackFingerprint } from './fingerprint-codec';

test('a fingerprint comes back as it was', () => {
  fc.assert(
    fc.property(anyFingerprint, (print) => {
      expect(unpackFingerprint(packFingerprint(print))).toEqual(print);
    }),
  );
});

test('bytes that were cut or lengthened are no fingerprint', () => {
  fc.assert(
    fc.property(anyFingerprint, fc.nat(), (print, cut) => {
      const { bytes } = packFingerprint(print);
      const shorter = bytes.slice(0, cut % bytes.length);
      expect(unpackFingerprint({ form: 'fingerprint', bytes: shorter })).toBeNull();
      expect(unpackFingerprint({ form: 'fingerprint', bytes: Uint8Array.of(...bytes, 0) })).toBeNull();
    }),
  );
});

test.each([null, undefined, 5, 'fingerprint', {}, { form: 'plain', text: 'x' }, { form: 'fingerprint' }])(
  '%j is no fingerprint',
  (stored) => {
    expect(unpackFingerprint(stored)).toBeNull();
  },
);

test('the fingerprints of a library that came before are packed, and found as they were', async () => {
  const to = migrations.findIndex(({ run }) => run === packedFingerprints);
  const old = await openDB<LibrarySchema>('library', to, {
    upgrade: (db, _from, _to, tx) => {
      for (const migration of migrations.slice(0, to)) migration.run(db, tx);
    },
  });
  const { held } = sampleArticle('a', { held: 'fingerprint-only' });
  await old.put(
    'articles',
    liveRow(held, { revision: 1, digest: 'd', bodyBytes: 0, shard: shardKey(1, 1) }),
    7,
  );
  const print = { keys: Uint32Array.of(9, 3), positions: Uint32Array.of(4, 300), terms: Uint32Array.of(5) };
  // Past the types of today, which no longer have that form.
  unwrap(old)
    .transaction('bodies', 'readwrite')
    .objectStore('bodies')
    .put({ form: 'fingerprint', ...print }, 7);
  old.close();
  const library = await openLibrary({ now: () => new Date() });
  const places = { by: 'key', keys: print.keys, positions: print.positions };
  const [whole] = await library.reader().whole([7]);
  expect(whole?.body).toEqual({ form: 'fingerprint', places, terms: print.terms });
});
