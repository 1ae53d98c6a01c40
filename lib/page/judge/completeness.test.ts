import { expect, test } from 'vitest';
import { readHtml } from '@/lib/page/read-html';

const sentence =
  'The pier was closed at noon because the tide had lifted two of its planks, and it was opened again by evening. ';
const long = `<p>${sentence.repeat(5)}</p>`.repeat(4);
const short = `<p>${sentence.repeat(2)}</p>`.repeat(2);

function completenessOf(body: string, linked: object = {}) {
  const data = JSON.stringify({ '@type': 'NewsArticle', ...linked });
  const html = `<html><head><script type="application/ld+json">${data}</script></head><body><article>${body}</article></body></html>`;
  const outcome = readHtml(html, { url: null, now: 0 });
  if (outcome.status !== 'read') throw new Error(outcome.because);
  return outcome.reading.article.completeness;
}

test.each([
  ['full', 'a long text', long, {}],
  ['full', 'a long text that says it is free', long, { isAccessibleForFree: true }],
  ['full', 'a whole article whose last line trails off', `${long.repeat(3)}<p>Come and see…</p>`, {}],
  ['full', 'a short text that ends', short, {}],
  ['full', 'a long text with an offer to subscribe below', `${long}<p>Already a subscriber? Log in.</p>`, {}],
  ['unknown', 'a long text that says it is not free', long, { isAccessibleForFree: false }],
  ['unknown', 'a few sentences', `<p>${sentence.repeat(2)}</p>`, {}],
  ['paywalled', 'a short text that says it is not free', short, { isAccessibleForFree: false }],
  ['paywalled', 'a short text above a wall', `${short}<div>Subscribe to continue reading</div>`, {}],
  ['teaser', 'a text that breaks off', `${long}<p>The harbour master said that the planks would…</p>`, {}],
  ['teaser', 'a short text that is said to have many more words', short, { wordCount: 900 }],
  [
    'summary',
    'a short text with a link to the whole',
    `${short}<a href="https://isle.example/pier">Read the full story</a>`,
    {},
  ],
])('is %s for %s', (completeness, _, body, linked) => {
  expect(completenessOf(body, linked)).toBe(completeness);
});
