// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { type Say, sayInEnglish } from '@/lib/core/report';
import { isWebAddress } from './external-link';
import { mount } from './mount';
import { useSay } from './speech';

const sayIn = (language: string): Say =>
  Object.assign((...said: Parameters<Say>) => sayInEnglish(...said), { language });

function Greeting() {
  return <p>{useSay()('extensionName')}</p>;
}

it.each([
  ['en', 'ltr'],
  ['de-AT', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
])('a page in %s is marked as such and runs %s', (language, direction) => {
  mount(<Greeting />, sayIn(language));
  expect(document.documentElement.lang).toBe(language);
  expect(document.documentElement.dir).toBe(direction);
  expect(document.body.textContent).toBe('Refrain');
});

it.each([
  ['https://a.example/x', true],
  ['http://a.example', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['chrome://settings', false],
  ['/relative', false],
  ['', false],
  [null, false],
])('%s is a web address: %s', (url, is) => {
  expect(isWebAddress(url)).toBe(is);
});
