import { describe, expect, it } from 'vitest';
import { KeptTexts } from './kept-texts';

describe('KeptTexts', () => {
  const texts = ['“It stays,” she said — déjà vu 🌊', '\uFEFFmarked', 'half a pair: \uD83C', ''];

  it('gives texts back as they were, also those that UTF-8 has no place for', () => {
    const kept = new KeptTexts();
    for (const text of texts) kept.add(text);
    expect(texts.map((_, i) => kept.at(i))).toEqual(texts);
  });

  it('has nothing at a number that was not added', () => {
    expect(() => new KeptTexts().at(0)).toThrow(RangeError);
  });
});
