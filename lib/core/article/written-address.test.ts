import { expect, it } from 'vitest';
import { writtenAddress } from './written-address';

it.each([
  ['www.daily.example/feed', 'https://www.daily.example/feed'],
  [' daily.example ', 'https://daily.example/'],
  ['http://daily.example:8080/a', 'http://daily.example:8080/a'],
  ['127.0.0.1:3000', 'https://127.0.0.1:3000/'],
  ['', null],
  ['da', null],
  ['two words', null],
  ['ftp://daily.example/', null],
  ['chrome://newtab', null],
  ['javascript:alert(1)', null],
])('takes %j for %s', (written, address) => {
  expect(writtenAddress(written)).toBe(address);
});
