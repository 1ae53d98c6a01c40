import { expect, test } from 'vitest';
import { isPrivateAddress } from './private-address';

test.each([
  'http://localhost/',
  'http://LOCALHOST./',
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1:8080/feed',
  'http://169.254.169.254/latest',
  'http://100.64.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:192.168.0.1]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[2002:c0a8:101::]/',
  'http://router/',
  'http://router.local/',
  'http://nas.home.arpa/',
  'http://wiki.internal/',
  'http://１２７.０.０.１/',
  'nonsense',
])('%s is private', (url) => {
  expect(isPrivateAddress(url)).toBe(true);
});

test.each([
  'https://www.daily.example/feed',
  'http://172.32.0.1/',
  'http://8.8.8.8/',
  'http://[2606:4700::1111]/',
  'https://local.example/',
  'https://100.example/',
])('%s is not', (url) => {
  expect(isPrivateAddress(url)).toBe(false);
});
