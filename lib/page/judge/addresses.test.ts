import { describe, expect, test } from 'vitest';
import { hostOf, isSameSite, normalAddress, webAddress } from './addresses';

describe('normalAddress', () => {
  test.each([
    ['https://gazette.example/a?utm_source=x&id=7&fbclid=1#top', 'https://gazette.example/a?id=7'],
    ['https://gazette.example/a?b=2&a=1', 'https://gazette.example/a?a=1&b=2'],
    ['https://gazette.example:443/a/', 'https://gazette.example/a'],
    ['https://reader:secret@gazette.example/', 'https://gazette.example/'],
    ['http://gazette.example:8080/a', 'http://gazette.example:8080/a'],
  ])('writes %s as %s', (href, normal) => {
    expect(normalAddress(href, null)).toBe(normal);
  });

  test('gives the same for itself', () => {
    const once = normalAddress('https://gazette.example/a/?z=%20&y=ü', null);
    expect(normalAddress(once, null)).toBe(once);
  });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@b.example',
  '',
  'http://',
  `https://a.example/${'x'.repeat(3_000)}`,
])('takes %j for no web address', (href) => {
  expect(webAddress(href, 'https://gazette.example/')).toBeNull();
});

test('makes addresses absolute where the page has one', () => {
  expect(webAddress('/a#b', 'https://gazette.example/x')).toBe('https://gazette.example/a');
  expect(webAddress('/a', null)).toBeNull();
});

test.each([
  ['https://www.gazette.example/a', 'https://m.gazette.example/b', true],
  ['https://amp.gazette.example/a', 'https://gazette.example/b', true],
  ['https://news.gazette.example/', 'https://gazette.example/', true],
  ['https://gazette.example/', 'https://othergazette.example/', false],
  ['https://gazette.example/', 'https://isle.example/', false],
])('%s and %s: same site is %s', (one, other, same) => {
  expect(isSameSite(one, other)).toBe(same);
});

test('knows the host with its port', () => {
  expect(hostOf('http://www.gazette.example:8080/a')).toBe('www.gazette.example:8080');
  expect(hostOf(null)).toBeNull();
});
