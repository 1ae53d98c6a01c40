import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packText, unpackText } from './text-codec';

/** As the browser's streams compressed it. */
const compressed = (text: string) => new Uint8Array(deflateRawSync(text));
const sentence = 'The ferry left the harbour at noon with eleven passengers and a crate of oranges. ';

describe('a stored text', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 2_000 }),
          fc
            .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 900 })
            .map((u) => String.fromCharCode(...u)),
        ),
        (text) => {
          expect(unpackText(packText(text))).toBe(text);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['an unknown form', { form: 'runes', text: 'x' }],
    ['bytes that are no text', { form: 'deflate', bytes: Uint8Array.of(1, 2, 3, 4) }],
    ['bytes of a wrong type', { form: 'utf8', bytes: 'abc' }],
  ])('is null when the row holds %s', (_, row) => {
    expect(unpackText(row)).toBeNull();
  });

  it('is read as it was kept before, compressed', () => {
    const text = sentence.repeat(40);
    expect(unpackText({ form: 'deflate', bytes: compressed(text) })).toBe(text);
  });

  it.each([
    ['kept now', { form: 'utf8', bytes: new TextEncoder().encode('The café').slice(0, -1) }],
    ['kept before', { form: 'deflate', bytes: compressed(sentence.repeat(40)).slice(0, 60) }],
  ])('is null when its bytes were cut, as %s', (_, cut) => {
    expect(unpackText(cut)).toBeNull();
  });
});
