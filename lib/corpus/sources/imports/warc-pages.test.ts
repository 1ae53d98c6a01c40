import { describe, expect, test } from 'vitest';
import { BrokenFile } from './broken-file';
import { pagesInWarc } from './warc-pages';

const block = (lines: string[], body: string) => `${lines.join('\r\n')}\r\n\r\n${body}`;
function record(type: string, url: string, http: string, body: string): string {
  const content = block([http, 'Content-Type: text/html; charset=utf-8'], body);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    `Content-Length: ${content.length}`,
  ];
  return `${block(head, content)}\r\n\r\n`;
}
const crawl = [
  record('response', 'https://a.example/gone', 'HTTP/1.1 404 Not Found', '<p>Gone.'),
  record('response', 'https://a.example/rain', 'HTTP/1.1 200 OK', '<p>Rain fell.'),
  record('response', 'https://a.example/moved', 'HTTP/1.1 301 Moved', '<p>Moved.'),
].join('');

async function pages(text: string): Promise<{ urls: string[]; broken: string | null }> {
  const urls: string[] = [];
  const chunks = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  try {
    for await (const { url } of pagesInWarc(chunks)) urls.push(url);
    return { urls, broken: null };
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    return { urls, broken: error.message };
  }
}

describe('a WARC file', () => {
  test('gives its pages that were answered well', async () => {
    expect(await pages(crawl)).toEqual({ urls: ['https://a.example/rain'], broken: null });
  });

  test('cut within a page ends in words and gives no half of it', async () => {
    const cut = crawl.indexOf('Rain fell.') + 4;
    const { urls, broken } = await pages(crawl.slice(0, cut));
    expect(urls).toEqual([]);
    expect(broken).toBe('the WARC file ends early. Get the file again.');
  });

  test('cut at any byte comes to an end', async () => {
    for (let cut = 0; cut < crawl.length; cut++) {
      const { urls, broken } = await pages(crawl.slice(0, cut));
      expect(['https://a.example/rain'].slice(0, urls.length)).toEqual(urls);
      if (broken !== null) expect(broken).toMatch(/\. Get the file again\.$/);
    }
  });
});
