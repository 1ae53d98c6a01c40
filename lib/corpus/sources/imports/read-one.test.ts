import { describe, expect, test } from 'vitest';
import { bareReading, type ReadingOutcome } from '@/lib/core/article';
import { articleOf } from '@/tests/fixtures/made-up-articles';
import { readImport } from '@/tests/fixtures/read-import';
import type { ImportDeps } from './types';

/** A reading as a page reader would give it. */
function outcomeOf(text: string, url: string | null): ReadingOutcome {
  const article = articleOf(url ?? 'text:1', text, {
    outlet: null,
    url,
    title: 'Rain',
    day: '2024-05-01',
  });
  return { status: 'read', reading: bareReading(article) };
}

const deps: ImportDeps = {
  readHtml: (html) => outcomeOf(`page: ${html}`, 'https://courier.example/rain'),
  readPlainText: (name, text) => outcomeOf(`${name}: ${text}`, null),
};
const read = (name: string, text: string) => readImport({ name, text }, deps);

describe('article records', () => {
  test('are read line by line; a bad one is refused with its line and the others are kept', async () => {
    const outcome = await read(
      'news.jsonl',
      '{"id":"a","text":"Rain fell."}\n{"id":\n\r\n{"text":"x"}\n{"id":"b","text":"","title":"Snow"}\n{"id":"a","text":"Hail."}',
    );
    expect(outcome.articles.map(({ article, held, where }) => [article.id, held, where])).toEqual([
      ['a', 'text', 'news.jsonl, line 1'],
      ['b', 'headline-only', 'news.jsonl, line 5'],
    ]);
    expect(outcome.refused).toEqual([
      { where: 'news.jsonl, line 2', why: expect.stringContaining('not whole JSON') },
      { where: 'news.jsonl, line 4', why: expect.stringContaining('no "id"') },
      { where: 'news.jsonl, line 6', why: expect.stringContaining('used before (news.jsonl, line 1)') },
    ]);
  });

  test('bring their credits along', async () => {
    const text = 'The river rose by two metres.\n\nThis article originally appeared in the Lunde Courier.';
    const [article] = (await read('news.jsonl', JSON.stringify({ id: 'a', text }))).articles;
    const credit = article?.credits.find(({ kind }) => kind === 'republished');
    expect(credit?.outlet).toContain('Lunde Courier');
    expect(credit?.span && text.slice(credit.span.start, credit.span.end)).toBe(credit?.line);
  });
});

describe('pages and text files', () => {
  test('are one article each, read by what was handed in for them', async () => {
    expect((await read('rain.html', '<p>Rain.')).articles).toMatchObject([
      { article: { text: 'page: <p>Rain.', id: 'https://courier.example/rain' }, where: 'rain.html' },
    ]);
    expect((await read('rain.txt', 'Rain.')).articles).toMatchObject([
      { article: { text: 'rain.txt: Rain.' } },
    ]);
  });

  test('are decoded when they come as bytes', async () => {
    const bytes = Uint8Array.from('F\xfc\xdfe', (character) => character.charCodeAt(0));
    expect((await readImport({ name: 'a.txt', bytes }, deps)).articles).toMatchObject([
      { article: { text: 'a.txt: Füße' } },
    ]);
  });

  test.each(['no-text', 'list-page', 'consent-wall', 'bot-check', 'error-page', 'unsupported-page'] as const)(
    'that turn out as %s are refused with what to do',
    async (because) => {
      const none = { ...deps, readHtml: (): ReadingOutcome => ({ status: 'not-an-article', because }) };
      const outcome = await readImport({ name: 'rain.html', text: '<p>Rain.' }, none);
      expect(outcome).toEqual({
        articles: [],
        refused: [{ where: 'rain.html', why: expect.stringMatching(/\. Save .+\.$/) }],
      });
    },
  );
});

test.each([
  ['empty.jsonl', ' \n', 'holds no article. Choose'],
  ['table.csv', 'a,b\n1,2', 'no column of the table holds texts'],
  ['paper.pdf', '%PDF-1.7', 'not known. Refrain reads'],
])('the file %s is refused with what to do', async (name, text, why) => {
  expect(await read(name, text)).toEqual({
    articles: [],
    refused: [{ where: name, why: expect.stringContaining(why) }],
  });
});
