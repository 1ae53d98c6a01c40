import { expect, it } from 'vitest';
import { hashText } from './word-hash';

it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('hashes %j as published for FNV-1a: what it names is stored', (text, hash) => {
  expect(hashText(text)).toBe(hash);
});
