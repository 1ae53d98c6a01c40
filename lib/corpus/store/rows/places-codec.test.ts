import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysIn, type Places, placeFinder } from '@/lib/core/matching/places';
import { referenceTerms } from '@/lib/core/matching/term-frequencies';
import { anyFingerprint } from '@/tests/fixtures/any-fingerprint';
import { BitWriter } from '../postings/bits';
import { packPlaces, unpackPlaces } from './places-codec';

/** Where each of these keys stands; `undefined` where it has no plain place. */
const placesOf = (keys: Uint32Array, places: Places | undefined) =>
  places && Array.from(keys, placeFinder(places));

test('places and terms come back as they were', () => {
  fc.assert(
    fc.property(anyFingerprint, ({ keys, positions, terms }) => {
      const read = unpackPlaces(packPlaces({ keys, positions, terms }));
      expect(read?.terms).toEqual(terms);
      expect(placesOf(keys, read?.places)).toEqual(placesOf(keys, { by: 'key', keys, positions }));
    }),
  );
});

test('so do those of a long text, whose keys make many groups', () => {
  const keys = Uint32Array.from({ length: 2_000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  const positions = keys.map((_, i) => 8 * i);
  const read = unpackPlaces(packPlaces({ keys, positions, terms: new Uint32Array(0) }));
  expect(placesOf(keys, read?.places)).toEqual([...positions]);
});

test.each([1_022, 1_023, 1_024])(
  'a last position of %i is not taken for that of a key without a plain place',
  (last) => {
    const [keys, positions] = [Uint32Array.of(4, 9), Uint32Array.of(0, last)];
    const read = unpackPlaces(packPlaces({ keys, positions, terms: new Uint32Array(0) }));
    expect(placesOf(keys, read?.places)).toEqual([0, last]);
  },
);

test('a key that stands twice has no plain place', () => {
  const keys = Uint32Array.of(9, 4, 9);
  const read = unpackPlaces(
    packPlaces({ keys, positions: Uint32Array.of(0, 2, 6), terms: new Uint32Array(0) }),
  );
  expect(placesOf(keys, read?.places)).toEqual([undefined, 2, undefined]);
});

test('the bytes on disk are the same for ever', () => {
  const print = {
    keys: Uint32Array.of(0xfedcba98, 7, 0x12345678, 7),
    positions: Uint32Array.of(0, 5, 11, 30),
    terms: Uint32Array.of(1),
  };
  expect(Buffer.from(packPlaces(print)).toString('hex')).toBe('031711407ed8600001');
});

test('terms of the reference collection come back as they were, first and last included', () => {
  const known = referenceTerms();
  const terms = Uint32Array.of(known[0]!, 0, known.at(-1)!, 0xffffffff, known[9]! + 1, known[9]!);
  const print = { keys: Uint32Array.of(7), positions: Uint32Array.of(3), terms };
  expect(unpackPlaces(packPlaces(print))?.terms).toEqual(terms);
});

test('the terms that rows on disk name by their place are the same for ever: others need a format of their own', () => {
  const sum = referenceTerms().reduce((sum, term) => (Math.imul(sum, 31) + term) >>> 0, 0);
  expect([referenceTerms().length, sum]).toEqual([23_308, 2_009_410_512]);
});

test('places of the format before, with whole terms, are read', () => {
  const out = new BitWriter(64);
  for (const [value, width] of [
    [1, 8],
    [4, 6],
    [0, 8],
    [1, 6],
  ] as const)
    out.bits(value, width);
  out.gamma(1 + 2);
  out.gamma(1 + 1);
  for (const [tag, gap] of [
    [5, 3],
    [9, 4],
  ] as const) {
    out.bits(tag, 4);
    out.rice(gap, 1);
  }
  out.bits(0xfedcba98, 32);
  const read = unpackPlaces(out.finish());
  expect(read?.terms).toEqual(Uint32Array.of(0xfedcba98));
  expect(placesOf(Uint32Array.of(0x50000000, 0x90000001, 0x60000000), read?.places)).toEqual([
    3,
    7,
    undefined,
  ]);
});

test('of a usual article they take about a third of what whole keys take', () => {
  const keys = Uint32Array.from({ length: 75 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) ^ (i << 7));
  const positions = keys.map((_, i) => 8 * i + (i % 5));
  const bytes = packPlaces({ keys, positions, terms: keys.slice(0, 32) });
  expect(bytes.length).toBeLessThan(250);
  const known = packPlaces({ keys, positions, terms: referenceTerms().subarray(0, 32) });
  expect(known.length).toBeLessThan(170);
});

test('bytes that were cut are no places', () => {
  fc.assert(
    fc.property(anyFingerprint, fc.nat(), (print, cut) => {
      const bytes = packPlaces(print);
      expect(unpackPlaces(bytes.slice(0, cut % bytes.length))).toBeNull();
    }),
  );
});

test('any bytes are read without failing, and without taking long', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 3), fc.uint8Array({ maxLength: 200 }), (format, bytes) => {
      const read = unpackPlaces(Uint8Array.of(format, ...bytes));
      if (read) expect(keysIn(read.places) + read.terms.length).toBeLessThanOrEqual(8 * bytes.length);
    }),
  );
});

test.each([
  null,
  undefined,
  5,
  'places',
  {},
  new Uint8Array(0),
  Uint8Array.of(4, 0, 0),
  { form: 'plain', text: 'x' },
])('%j holds no places', (stored) => {
  expect(unpackPlaces(stored)).toBeNull();
});
