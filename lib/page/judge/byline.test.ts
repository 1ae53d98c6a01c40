import { expect, test } from 'vitest';
import { readHtml } from '@/lib/page/read-html';

const paragraphs =
  '<p>The pier was closed at noon because the tide had lifted two of its planks, and it was opened again by evening.</p>'.repeat(
    3,
  );

function bylineOf(before: string, head = '') {
  const html = `<html><head>${head}</head><body><article><h1>Pier closed</h1>${before}${paragraphs}</article></body></html>`;
  const outcome = readHtml(html, { url: null, now: 0 });
  if (outcome.status !== 'read') throw new Error(outcome.because);
  return outcome.reading.article.byline;
}

test.each([
  [
    'as printed, with the office',
    '<div>By Mira Holt, Ports Correspondent</div>',
    'By Mira Holt, Ports Correspondent',
  ],
  ['in another language', '<div>Par Mireille Haut</div>', 'Par Mireille Haut'],
  ['over two lines', '<div class="author"><div>By</div><div>Mira Holt</div></div>', 'By Mira Holt'],
  ['that only markup calls so', '<div class="byline">Mira Holt and Ned Vale</div>', 'Mira Holt and Ned Vale'],
])('reads a byline %s', (_, before, byline) => {
  expect(bylineOf(before)).toBe(byline);
});

test('prefers the printed line with the stated name to the name alone', () => {
  expect(bylineOf('<div>Mira Holt, Ostrel</div>', '<meta name="author" content="Mira Holt">')).toBe(
    'Mira Holt, Ostrel',
  );
});

test('falls back to the stated name', () => {
  expect(bylineOf('', '<meta name="author" content="Mira Holt">')).toBe('Mira Holt');
});

test.each([
  [
    'a sentence that begins with By',
    '<p>By the time the tide had turned the two planks were already floating off the lighthouse.</p>',
  ],
  ['an office without a name', '<div class="byline">Senior Editor</div>'],
  ['an address', ''],
])('takes no byline from %s', (_, before) => {
  expect(bylineOf(before, '<meta name="author" content="https://gazette.example/holt">')).toBeNull();
});
