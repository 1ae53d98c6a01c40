import { expect, test } from 'vitest';
import { readHtml } from '@/lib/page/read-html';

const now = Date.parse('2024-06-01T00:00:00Z');
const paragraphs =
  '<p>The pier was closed at noon because the tide had lifted two of its planks, and it was opened again by evening.</p>'.repeat(
    3,
  );

function datesOf(head: string, body: string, url: string | null = null) {
  const outcome = readHtml(`<html><head>${head}</head><body>${body}${paragraphs}</body></html>`, {
    url,
    now,
  });
  if (outcome.status !== 'read') throw new Error(outcome.because);
  const { published, modified } = outcome.reading.article;
  return { published, modified };
}

test('linked data comes before meta, meta before time, time before printed, printed before the address', () => {
  const linked =
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-01-01"}</script>';
  const meta = '<meta property="article:published_time" content="2021-01-02">';
  const time = '<time datetime="2021-01-03">yesterday</time>';
  const printed = '<div>4 January 2021</div>';
  const url = 'https://gazette.example/2021/01/05/pier';
  const at = (head: string, body: string) => datesOf(head, body, url).published?.at;
  expect(at(linked + meta, time + printed)).toBe('2021-01-01');
  expect(at(meta, time + printed)).toBe('2021-01-02');
  expect(at('', time + printed)).toBe('2021-01-03');
  expect(at('', printed)).toBe('2021-01-04');
  expect(at('', '')).toBe('2021-01-05');
});

test('says when a date was read off the address', () => {
  expect(datesOf('', '', 'https://gazette.example/news/20210105-pier').published).toEqual({
    at: '2021-01-05',
    precision: 'day',
    from: 'url',
  });
});

test.each(['2024-06-03', '1970-01-01', '2021-02-31', 'soon'])('does not believe %s', (content) => {
  expect(datesOf(`<meta name="date" content="${content}">`, '').published).toBeNull();
});

test('takes no date from a line that says when the page was updated', () => {
  expect(datesOf('', '<div>Last updated: 4 January 2021</div>').published).toBeNull();
});

test('leaves out a change at the moment of publication', () => {
  const at = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
  const same = at('article:published_time', '2021-01-02') + at('article:modified_time', '2021-01-02');
  expect(datesOf(same, '').modified).toBeNull();
  const later = at('article:published_time', '2021-01-02') + at('article:modified_time', '2021-01-09');
  expect(datesOf(later, '').modified).toEqual({ at: '2021-01-09', precision: 'day', from: 'page' });
});
