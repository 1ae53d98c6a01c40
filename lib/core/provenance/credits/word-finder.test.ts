import { describe, expect, it } from 'vitest';
import { WordFinder } from './word-finder';

const finder = new WordFinder();
const opening = (text: string) => finder.find(text).filter((word) => finder.opensWithOneOf([word]));
const [from, first, source, copyright] = ['from', 'first', 'источник', '©'].map((word) =>
  finder.numberOf(word),
);

describe('WordFinder', () => {
  it('finds whole words in any case and script, and the sign of copyright before a year', () => {
    expect(finder.find('FROM the pier')).toEqual([from]);
    expect(finder.find('Источник: РИА')).toEqual([source]);
    expect(finder.find('©2018 Harbour Press')).toEqual([copyright]);
    expect(finder.find('Fromage, firsthand')).toEqual([]);
  });

  it('finds each word once, and none of the text before', () => {
    expect(finder.find('First from the first')).toEqual([first, from]);
    finder.find('from');
    expect([from, first].map((word) => finder.hasOneOf([word!]))).toEqual([true, false]);
  });

  it('tells the words that may open a sentence from those within one', () => {
    expect(opening('It came first, from the pier.')).toEqual([]);
    expect(opening('It came. "From the pier')).toEqual([from]);
    expect(opening('First of all, from the first')).toEqual([first]);
  });
});
