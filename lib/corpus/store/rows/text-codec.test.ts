import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packText, storedBytes, unpackText } from './text-codec';

const sentence = 'The ferry left the harbour at noon with eleven passengers and a crate of oranges. ';

describe('a stored text', () => {
  it('comes back as it was, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 2_000 }),
          fc
            .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 900 })
            .map((u) => String.fromCharCode(...u)),
        ),
        async (text) => {
          expect(await unpackText(packText(text))).toBe(text);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes less room than it has letters, once it is long', async () => {
    const text = sentence.repeat(40);
    expect(storedBytes(packText(text))).toBeLessThan(text.length / 2);
  });

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['an unknown form', { form: 'runes', text: 'x' }],
    ['bytes that are no text', { form: 'deflate', bytes: Uint8Array.of(1, 2, 3, 4) }],
    ['bytes of a wrong type', { form: 'deflate', bytes: 'abc' }],
  ])('is null when the row holds %s', async (_, row) => {
    expect(await unpackText(row)).toBeNull();
  });

  it('is null when its bytes were cut', async () => {
    const stored = packText(sentence.repeat(40));
    if (stored.form !== 'deflate') throw new Error('A long text is stored compressed.');
    const cut = { form: 'deflate', bytes: stored.bytes.slice(0, stored.bytes.length / 2) };
    expect(await unpackText(cut)).toBeNull();
  });
});
