import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate } from './deflate';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const sentence = 'The ferry left the harbour at noon with eleven passengers and a crate of oranges. ';

describe('deflated bytes', () => {
  it.each([
    ['none', new Uint8Array(0)],
    ['one', Uint8Array.of(7)],
    ['a text', bytesOf(sentence)],
    ['one byte again and again, beyond a block', new Uint8Array(100_000)],
    ['a text again and again, beyond a block', bytesOf(sentence.repeat(2_000))],
    ['as long as a block', bytesOf('x'.repeat(0x8000))],
    ['what has no repeats', Uint8Array.from({ length: 70_000 }, (_, i) => (i * i * 2_654_435_761) >>> 13)],
    ['another script', bytesOf('Чайка над гаванью. البحر هادئ اليوم. 船は正午に出た。'.repeat(9))],
  ])('are inflated to what they were: %s', (_, bytes) => {
    expect(inflateRawSync(deflate(bytes)).equals(bytes)).toBe(true);
  });

  it('are inflated to what they were, whatever that is', () => {
    const repetitive = fc
      .array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 8 })
      .chain((pieces) => fc.array(fc.constantFrom(...pieces), { maxLength: 300 }))
      .map((pieces) => Uint8Array.from(pieces.flatMap((piece) => [...piece])));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 3_000 }), repetitive), (bytes) => {
        expect(inflateRawSync(deflate(bytes)).equals(bytes)).toBe(true);
      }),
    );
  });

  it('take about half of what a text takes', () => {
    const text = Array.from({ length: 60 }, (_, i) =>
      sentence
        .split(' ')
        .map((word, at) => word + ((i * at) % 7))
        .join(' '),
    );
    const bytes = bytesOf(text.join(''));
    expect(deflate(bytes).length).toBeLessThan(bytes.length / 2);
  });
});
