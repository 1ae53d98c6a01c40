import { expect, test } from 'vitest';
import { kindOfAddress } from './kind-of-address';

test.each([
  ['https://gazette.example/', 'front'],
  ['https://gazette.example', 'front'],
  ['https://gazette.example/?s=ferry', 'front'],
  ['https://gazette.example/find?query=ferry', 'front'],
  ['https://gazette.example/?edition=late', 'list'],
  ['https://gazette.example/?p=1204', null],
  ['https://gazette.example/business', 'section'],
  ['https://gazette.example/latest', 'list'],
  ['https://gazette.example/tag/ferries', 'list'],
  ['https://gazette.example/news/page/4/', 'list'],
  ['https://gazette.example/index.php', 'list'],
  ['https://gazette.example/login', 'service'],
  ['https://gazette.example/privacy-policy', 'service'],
  ['https://gazette.example/business/ports-reopen-after-storm', null],
  ['https://gazette.example/tagesthemen-im-hafen', null],
  ['https://gazette.example/2020/04/01/x', null],
  ['not an address', null],
])('%s is %s', (url, kind) => {
  expect(kindOfAddress(url)).toBe(kind);
});

test('tells nothing without an address', () => {
  expect(kindOfAddress(null)).toBeNull();
});
