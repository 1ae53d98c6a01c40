import { expect, test } from 'vitest';
import { sampleArticle } from '@/tests/fixtures/sample-articles';
import { addressNumber, contentDigest } from './digest';

test('digests and numbers of addresses are those that lie on readers’ disks', () => {
  const { held, ...article } = sampleArticle('a', { keys: [1, 4_000_000_000] });
  const digestOf = (more: Partial<typeof held>, text: string | null = null) =>
    contentDigest({ ...article, text, held: { ...held, ...more } });
  expect(digestOf({ held: 'text' }, 'The ferry “Anna” left.')).toBe('t22.1yyyf4g.1kq8c5y');
  expect(digestOf({ held: 'fingerprint-only', words: 9 })).toBe('f9.2.132ymp0.1kapbu6');
  expect(digestOf({ held: 'headline-only', title: 'Ferry', summary: null })).toBe('h6.1mydcw3.pduibn');
  expect(addressNumber('https://harbour.example/a')).toBe(4669547629676189);
});
