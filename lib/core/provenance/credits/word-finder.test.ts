import { describe, expect, it } from 'vitest';
import { WordFinder } from './word-finder';

const finder = new WordFinder();
const [from, first, source, copyright] = ['from', 'first', 'источник', '©'].map((word) =>
  finder.numberOf(word),
);

describe('WordFinder', () => {
  it('finds whole words in any case and script, and the sign of copyright before a year', () => {
    expect([...finder.find('FROM the pier').all]).toEqual([from]);
    expect([...finder.find('Источник: РИА').all]).toEqual([source]);
    expect([...finder.find('©2018 Harbour Press').all]).toEqual([copyright]);
    expect([...finder.find('Fromage, firsthand').all]).toEqual([]);
  });

  it('tells the words that may open a sentence from those within one', () => {
    expect([...finder.find('It came first, from the pier.').opening]).toEqual([]);
    expect([...finder.find('It came. "From the pier').opening]).toEqual([from]);
    expect([...finder.find('First of all').opening]).toEqual([first]);
  });
});
