import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taggedPlaces } from '@/lib/core/matching/places';
import { anyFingerprint } from '@/tests/fixtures/any-fingerprint';
import { packPlaces, unpackPlaces } from './places-codec';

test('places and terms come back as they were', () => {
  fc.assert(
    fc.property(anyFingerprint, (print) => {
      const places = taggedPlaces(print.keys, print.positions);
      expect(unpackPlaces(packPlaces(print))).toEqual({ places, terms: print.terms });
    }),
  );
});

test('of a usual article they take about half of what whole keys take', () => {
  const keys = Uint32Array.from({ length: 75 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) ^ (i << 7));
  const positions = keys.map((_, i) => 8 * i + (i % 5));
  const bytes = packPlaces({ keys, positions, terms: keys.slice(0, 32) });
  expect(bytes.length).toBeLessThan(290);
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
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const read = unpackPlaces(Uint8Array.of(1, ...bytes));
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
  Uint8Array.of(2, 0, 0),
  { form: 'plain', text: 'x' },
])('%j holds no places', (stored) => {
  expect(unpackPlaces(stored)).toBeNull();
});
