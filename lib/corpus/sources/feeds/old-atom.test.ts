import { expect, test } from 'vitest';
import { readFeedText } from './read-feed';

const base64 = (text: string) => Buffer.from(text).toString('base64');

function read(inside: string) {
  const outcome = readFeedText(`<feed version="0.3" xmlns="http://purl.org/atom/ns#">${inside}</feed>`);
  if (outcome.status === 'refused') throw new Error(outcome.because);
  return outcome.feed;
}

test('a text in Base64 is read as what it says', () => {
  const feed = read(
    `<title>Quay</title><entry><title>Ferry</title><summary type="text/html" mode="base64">\n ${base64('<p>The ferry — stays & waits.</p>')}\n</summary></entry>`,
  );
  expect(feed.items[0]?.summary).toEqual({ text: '<p>The ferry — stays & waits.</p>', html: true });
});

test('letters that only look like Base64 stay what they are', () => {
  const feed = read(
    '<title>Ferry</title><entry><title mode="escaped">Base64</title><summary mode="base64">A</summary></entry>',
  );
  expect(feed.items[0]?.title?.text).toBe('Base64');
  expect(feed.items[0]?.summary?.text).toBe('A');
});

test('bytes in Base64 that are no text are not taken for one', () => {
  const picture = Buffer.from([0, 1, 2, 0, 255, 0]).toString('base64');
  const feed = read(`<entry><title>Ferry</title><summary mode="base64">${picture}</summary></entry>`);
  expect(feed.items[0]?.summary?.text).toBe(picture);
});

test('what "info" says of a feed counts where it has no tagline', () => {
  expect(read('<title>Quay</title><info>News of the quay</info>').description?.text).toBe('News of the quay');
  const both = read('<title>Quay</title><info>How to read this</info><tagline>News of the quay</tagline>');
  expect(both.description?.text).toBe('News of the quay');
});
