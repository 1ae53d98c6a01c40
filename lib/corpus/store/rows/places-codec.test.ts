import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taggedPlaces } from '@/lib/core/matching/places';
import { referenceTerms } from '@/lib/core/matching/term-frequencies';
import { anyFingerprint } from '@/tests/fixtures/any-fingerprint';
import { BitWriter } from '../postings/bits';
import { packPlaces, unpackPlaces } from './places-codec';

test('places and terms come back as they were', () => {
  fc.assert(
    fc.property(anyFingerprint, (print) => {
      const places = taggedPlaces(print.keys, print.positions);
      expect(unpackPlaces(packPlaces(print))).toEqual({ places, terms: print.terms });
    }),
  );
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
  expect(unpackPlaces(out.finish())).toEqual({
    places: { width: 4, seed: 0, tags: Uint32Array.of(5, 9), positions: Uint32Array.of(3, 7) },
    terms: Uint32Array.of(0xfedcba98),
  });
});

test('of a usual article they take about half of what whole keys take', () => {
  const keys = Uint32Array.from({ length: 75 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) ^ (i << 7));
  const positions = keys.map((_, i) => 8 * i + (i % 5));
  const bytes = packPlaces({ keys, positions, terms: keys.slice(0, 32) });
  expect(bytes.length).toBeLessThan(290);
  const known = packPlaces({ keys, positions, terms: referenceTerms().subarray(0, 32) });
  expect(known.length).toBeLessThan(220);
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
    fc.property(fc.constantFrom(1, 2), fc.uint8Array({ maxLength: 200 }), (format, bytes) => {
      const read = unpackPlaces(Uint8Array.of(format, ...bytes));
      expect((read?.places.tags.length ?? 0) + (read?.terms.length ?? 0)).toBeLessThanOrEqual(
        8 * bytes.length,
      );
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
  Uint8Array.of(3, 0, 0),
  { form: 'plain', text: 'x' },
])('%j holds no places', (stored) => {
  expect(unpackPlaces(stored)).toBeNull();
});
