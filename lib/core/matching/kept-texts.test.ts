import { describe, expect, it } from 'vitest';
import { tokenize } from '@/lib/core/text';
import { KeptTexts } from './kept-texts';

describe('KeptTexts', () => {
  const texts = ['“It stays,” she said — déjà vu 🌊', '\uFEFFmarked', 'half a pair: \uD83C', ''];

  it('gives texts back as they were, also those that UTF-8 has no place for, each with its word hashes', () => {
    const kept = new KeptTexts();
    for (const text of texts) kept.add(text, tokenize(text).hashes);
    expect(texts.map((_, i) => kept.text(i))).toEqual(texts);
    expect(texts.map((_, i) => kept.hashes(i))).toEqual(texts.map((text) => tokenize(text).hashes));
  });

  it('has nothing at a number that was not added', () => {
    expect(() => new KeptTexts().text(0)).toThrow(RangeError);
  });
});
