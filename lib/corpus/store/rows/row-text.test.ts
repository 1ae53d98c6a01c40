import fc from 'fast-check';
import { expect, test } from 'vitest';
import table from '@/assets/row-phrases.json';
import { hashWord } from '@/lib/core/text';
import { BitReader, BitWriter } from '../postings/bits';
import { readText, writeText } from './row-text';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...table.phrases.flat().map(String), 'é', '\ud800', '\0'))
    .map((parts) => parts.join('')),
);

function packed(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const out = new BitWriter(16);
  for (const text of texts) writeText(out, text);
  return out.finish();
}

const readerOf = (bytes: Uint8Array<ArrayBuffer>) => new BitReader(new DataView(bytes.buffer), 0);

test('texts come back as they were, one after the other', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
      const input = readerOf(packed(texts));
      expect(texts.map(() => readText(input))).toEqual(texts);
      expect(input.overrun).toBe(false);
    }),
  );
});

test('a headline takes little more than half a byte a letter', () => {
  const headline = 'Ferry with 200 aboard runs aground off the northern coast, officials say';
  expect(packed([headline]).length).toBeLessThan(0.6 * headline.length);
});

test('any bytes are read to their end at most', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const input = readerOf(Uint8Array.from(bytes));
      while (!input.overrun) readText(input);
    }),
  );
});

test('the phrases that rows on disk are written with are the same for ever: others need a form of their own', () => {
  expect(hashWord(JSON.stringify(table.phrases))).toBe(4_177_780_986);
});
