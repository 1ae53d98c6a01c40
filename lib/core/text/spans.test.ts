import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs, quotations, sentences } from './index';

const inner = (text: string) => quotations(text).map(({ inner }) => text.slice(inner.start, inner.end));

describe('quotations', () => {
  it('reads curly, straight and angled marks', () => {
    expect(inner('“one” then "two" and «three»')).toEqual(['one', 'two', 'three']);
  });

  it('leaves a mark alone that is never closed', () => {
    expect(inner('He is 6\' 2" tall.\n\nNothing “here')).toEqual([]);
  });

  it('carries a quotation over paragraphs that each open anew', () => {
    expect(inner('“First part.\n\n“Second part.”')).toEqual(['First part.', 'Second part.']);
  });
});

describe('quotations, as printed by broken pages', () => {
  it.each([
    ['entities', 'He said &ldquo;we stay&rdquo; and &quot;we go&quot;.', ['we stay', 'we go']],
    ['misread UTF-8', 'He said â€œwe stayâ€\u009D today.', ['we stay']],
    ['typewriter marks', "He said ``we stay'' today.", ['we stay']],
    ['a curly mark closed by a straight one', 'He said “we stay" today.', ['we stay']],
    ['German and French marks', '„Wir bleiben“, «nous restons»', ['Wir bleiben', 'nous restons']],
  ])('are read from %s', (_, text, expected) => {
    expect(inner(text)).toEqual(expected);
  });

  it('lie in order and inside the text, whatever the text', () => {
    const piece = fc.constantFrom('“', '”', '"', '«', '»', '„', "''", '``', ' a ', '\n\n', '&quot;', 'â€œ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { span, inner } of quotations(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(inner.start).toBeGreaterThan(span.start);
          expect(inner.end).toBeGreaterThanOrEqual(inner.start);
          expect(span.end).toBeGreaterThanOrEqual(inner.end);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('sentences', () => {
  it('does not end one at an abbreviation', () => {
    const text = 'Gen. Smith met Mr. Jones in the U.S. capital. They talked.';
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Gen. Smith met Mr. Jones in the U.S. capital.',
      'They talked.',
    ]);
  });
});

describe('sentences on several lines', () => {
  it('are one where a line only wraps, two where a new one begins', () => {
    const text = 'The council met\r\non Monday.\nA list follows';
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'The council met\r\non Monday.',
      'A list follows',
    ]);
  });
});

describe('paragraphs', () => {
  it('trims runs between blank lines', () => {
    const text = '\n  one \n \n\n two\nlines\n\n';
    expect(paragraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(['one', 'two\nlines']);
  });
});
