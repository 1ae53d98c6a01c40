import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceBreaks } from './sentence-breaks';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const bySegmenter = (text: string) =>
  Array.from(segmenter.segment(text), ({ segment, index }) => index + segment.length);

describe('the ends of sentences', () => {
  it('are those that Intl.Segmenter finds', () => {
    const sign = fc.constantFrom(
      ...'.!?,;:-–—"\'“”‘’()[]…« »\n\r\t\u00a0 1aAéÉ²ªºǅƻ©',
      '. ',
      '.” A',
      '? a',
      'ا',
      '新',
      '\u00ad',
      '\u0301',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.array(sign, { maxLength: 30 }), fc.array(fc.string({ unit: 'binary' }))),
        (signs) => {
          const text = signs.join('');
          expect(sentenceBreaks(text)).toEqual(bySegmenter(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are found in a text of a million signs', () => {
    expect(sentenceBreaks('. 1 '.repeat(250_000))).toHaveLength(250_001);
    expect(sentenceBreaks('.'.repeat(1_000_000))).toHaveLength(1);
  });
});
