import { describe, expect, test } from 'vitest';
import { isOff, offPatterns, siteOf, sitePatterns, writtenSitePatterns } from './site-patterns';

describe('siteOf', () => {
  test.each([
    ['https://www.daily.example/a?b#c', 'daily.example'],
    ['http://news.daily.example:8080/', 'news.daily.example'],
    ['https://wwwdaily.example/', 'wwwdaily.example'],
    ['http://127.0.0.1:3000/x', '127.0.0.1'],
    ['chrome://settings', null],
    ['file:///a.html', null],
    ['about:blank', null],
    ['not an address', null],
  ])('%s is of %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });
});

describe('sitePatterns', () => {
  test('cover the site and everything below it, in both schemes', () => {
    expect(sitePatterns('https://www.daily.example/a')).toEqual([
      'https://*.daily.example/*',
      'http://*.daily.example/*',
    ]);
  });

  test('name an IP address itself', () => {
    expect(sitePatterns('http://127.0.0.1:3000/a')).toEqual(['https://127.0.0.1/*', 'http://127.0.0.1/*']);
  });

  test('are none for pages of the browser', () => {
    expect(sitePatterns('chrome://newtab')).toEqual([]);
  });
});

describe('writtenSitePatterns', () => {
  test('take a host without its scheme too', () => {
    expect(writtenSitePatterns('www.daily.example')).toEqual(sitePatterns('https://daily.example/'));
  });

  test('are none for what is no address', () => {
    expect(writtenSitePatterns('two words')).toEqual([]);
  });
});

describe('isOff', () => {
  test('holds for the site and what is below it, for nothing that merely ends alike', () => {
    const off = ['daily.example'];
    expect(isOff('https://www.daily.example/a', off)).toBe(true);
    expect(isOff('https://news.daily.example/a', off)).toBe(true);
    expect(isOff('https://notdaily.example/a', off)).toBe(false);
    expect(isOff('chrome://settings', off)).toBe(false);
  });

  test('says the same as the patterns that keep the content script out', () => {
    expect(offPatterns(['daily.example'])).toEqual(sitePatterns('https://daily.example'));
  });
});
