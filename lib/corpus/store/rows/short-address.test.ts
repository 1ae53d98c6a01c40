import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longAddress, shortAddress } from './short-address';

test('an address comes back as it was, whatever outlet and headline are', () => {
  const part = fc.constantFrom(
    'https://',
    'http://',
    'www.',
    'harbour.example',
    '/',
    '-',
    'ferry',
    'Runs',
    'aground',
    '’',
    'é',
    '2',
  );
  const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.option(text), fc.option(text), (address, key, title) => {
      expect(longAddress(shortAddress(address, key, title), key, title)).toBe(address);
    }),
  );
});

test.each([
  ['https://www.harbour.example/news/ferry-runs-aground-123', 'news/', 3, '-123'],
  ['https://harbour.example/2020/05/01/ferry-runs-aground-off-the-co', '2020/05/01/', 5, '-co'],
  ['https://news.harbour.example/ferry-runs', 'https://news.harbour.example/', 2, ''],
  ['http://harbour.example/ferry/12', 'ferry/12', 0, ''],
])('%s: what outlet and headline do not say of it', (address, before, words, behind) => {
  const title = 'Ferry runs aground off the coast';
  expect(shortAddress(address, 'harbour.example', title)).toMatchObject({ before, words, behind });
});
