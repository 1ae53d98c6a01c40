import { describe, expect, it } from 'vitest';
import { paragraphs, quotations, sentences, tokenize } from './index';

const inner = (text: string) => quotations(text).map(({ inner }) => text.slice(inner.start, inner.end));

describe('tokenize', () => {
  it.each([
    [
      'The U.S. said 4,000 naïve co\u00ADoperators don’t',
      ['the', 'us', 'said', '4000', 'naive', 'cooperators', 'dont'],
    ],
    ['an agree-\nment', ['an', 'agreement']],
    ['', []],
    ['…—!', []],
  ])('folds %j', (text, words) => {
    expect(tokenize(text).words).toEqual(words);
  });

  it('points back into the original text', () => {
    const text = 'Café “U.N. envoy” arrives';
    const { words, starts, ends } = tokenize(text);
    expect(words.map((_, i) => text.slice(starts[i], ends[i]))).toEqual(['Café', 'U.N.', 'envoy', 'arrives']);
  });

  it('marks the words inside quotation marks', () => {
    const { words, quoted } = tokenize('She said “we will stay” and left.');
    expect(words.filter((_, i) => quoted[i])).toEqual(['we', 'will', 'stay']);
  });

  it('finds words in a script written without spaces', () => {
    expect(tokenize('今日は良い天気です').words.length).toBeGreaterThan(2);
  });
});

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

describe('sentences', () => {
  it('does not end one at an abbreviation', () => {
    const text = 'Gen. Smith met Mr. Jones in the U.S. capital. They talked.';
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Gen. Smith met Mr. Jones in the U.S. capital.',
      'They talked.',
    ]);
  });
});

describe('paragraphs', () => {
  it('trims runs between blank lines', () => {
    const text = '\n  one \n \n\n two\nlines\n\n';
    expect(paragraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(['one', 'two\nlines']);
  });
});
