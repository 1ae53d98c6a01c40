import { describe, expect, it } from 'vitest';
import { tokenize } from '@/lib/core/text';
import { TextFile } from './text-file';

describe('TextFile', () => {
  const long = 'A long text fills what is gathered before it is written. '.repeat(30_000);
  const texts = ['“It stays,” she said — déjà vu 🌊', '\uFEFFmarked', long, 'half a pair: \uD83C', '', long];

  it('gives texts and their word hashes back as they were, in any order, while more are added', () => {
    const file = new TextFile();
    texts.forEach((text, i) => {
      file.add(text, tokenize(text).hashes);
      expect(file.text(i)).toBe(text);
    });
    expect(texts.map((_, i) => file.hashes(i))).toEqual(texts.map((text) => tokenize(text).hashes));
    expect(file.text(0)).toBe(texts[0]);
    file.close();
  });

  it('has nothing at a number that was not added', () => {
    const file = new TextFile();
    expect(() => file.text(0)).toThrow(RangeError);
    file.close();
  });
});
