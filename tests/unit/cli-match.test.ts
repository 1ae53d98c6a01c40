import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { fileWith, fixture, refrain } from '../cli/run-refrain';

const articles = fixture('articles.jsonl');
const records: { id: string; text: string }[] = readFileSync(articles, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

// Every test starts processes, and the first builds the command line: room for a slow machine.
vi.setConfig({ testTimeout: 120_000 });

describe('match', () => {
  interface Outcome {
    status: string;
    report: {
      sameText: { article: { id: string }; relation: string }[];
      searched: { articles: number };
    };
  }

  test('prints the report over article files: who has the text, among how many', async () => {
    const { results, code } = await refrain(['match', fixture('page.html'), '--corpus', articles]);
    expect(code).toBe(0);
    const [outcome] = results as Outcome[];
    expect(outcome?.status).toBe('found');
    expect(outcome?.report.searched.articles).toBe(records.length);
    const relations = outcome?.report.sameText.map(({ article, relation }) => [article.id, relation]);
    expect(new Map(relations?.map(([id, relation]) => [id, relation]))).toEqual(
      new Map([
        ['courier-1', 'reprint'],
        ['echo-1', 'reprint'],
        ['post-1', 'edited-reprint'],
      ]),
    );
  });

  test('takes a text for the page whose address is given', async () => {
    const address = 'https://quayherald.example/2024/ferry';
    const given = ['match', fixture('story.txt'), '--corpus', articles, '--url', address];
    expect((await refrain(given)).results).toMatchObject([{ report: { page: { url: address } } }]);
  });

  test('says what was searched when nothing is found', async () => {
    const lime = await fileWith('lime.jsonl', `${JSON.stringify(records.at(-1))}\n`);
    const run = await refrain(['match', fixture('page.html'), '--corpus', lime]);
    expect(run.results).toMatchObject([
      { status: 'nothing-found', report: { searched: { articles: 1, outlets: 0 } } },
    ]);
    expect(run.stderr).toContain('Searched 1 article');
  });

  test('gives the outcome for a page that is no article', async () => {
    const { results, code } = await refrain(['match', fixture('list.html'), '--corpus', articles]);
    expect([code, results]).toEqual([0, [{ status: 'not-an-article', because: 'list-page' }]]);
  });

  test('passes a finding on as one file that stands alone', async () => {
    const given = ['match', fixture('page.html'), '--corpus', articles, '--as'];
    const page = await refrain([...given, 'html', '--hide-answers']);
    expect([page.code, page.stdout.split('\n')[0]]).toEqual([0, '<!DOCTYPE html>']);
    expect(page.stdout).toContain("default-src 'none'");
    expect(page.stdout).toContain('<details>');
    const text = await refrain([...given, 'text']);
    expect(text.stdout).toContain('Ferry freed after six hours on a sandbank');
    expect(text.stdout).toContain('WHO ELSE HAS THIS TEXT?');
  });

  test('passes a finding on as data, one line of it', async () => {
    const given = ['match', fixture('page.html'), '--corpus', articles, '--as'];
    const linked = await refrain([...given, 'jsonld']);
    expect(linked.results).toMatchObject([{ '@context': 'https://schema.org' }]);
    const cited = await refrain([...given, 'csl']);
    const [items] = cited.results as Record<string, unknown>[][];
    expect(items?.[0]).toMatchObject({
      type: 'article-newspaper',
      'original-publisher': 'Selby Courier',
    });
    const notes = await refrain([...given, 'annotation']);
    expect(notes.results).toMatchObject([{ type: 'AnnotationPage' }]);
    expect(notes.stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  test('knows no other form to pass a finding on', async () => {
    const { code, stderr } = await refrain([
      'match',
      fixture('page.html'),
      '--corpus',
      articles,
      '--as',
      'pdf',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('Allowed choices are html, text, links, jsonld, csl, annotation.');
  });

  test('names only keys that docs/report.md explains', async () => {
    const { results } = await refrain(['match', fixture('page.html'), '--corpus', articles]);
    const explained = new Set(readFileSync('docs/report.md', 'utf8').match(/\w+/g));
    const keys = (value: unknown): string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, inside]) => [
            ...(Array.isArray(value) ? [] : [key]),
            ...keys(inside),
          ]);
    expect(keys(results).filter((key) => !explained.has(key))).toEqual([]);
  });
});

describe('compare', () => {
  test('says in words what two texts share, how their headlines differ, and whose words they are', async () => {
    const { stdout, code } = await refrain(['compare', fixture('story.txt'), fixture('page.html')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^A {2}Drifting buoy blamed as ferry strands$/m);
    expect(stdout).toMatch(/^B {2}Ferry freed after six hours on a sandbank$/m);
    expect(stdout).toMatch(/% of A and \d+% of B, \d+ words in \d+ passages?/);
    expect(stdout).toContain('only A has: Drifting buoy blamed');
    expect(stdout).toContain('Selby Courier');
  });

  test('gives the same as data with --json', async () => {
    const { results } = await refrain(['compare', '--json', fixture('story.txt'), fixture('page.html')]);
    expect(results).toMatchObject([
      {
        a: { file: fixture('story.txt'), original_outlet: 'Selby Courier' },
        b: { file: fixture('page.html') },
        relation: 'edited-reprint',
        headlines: { only_a: expect.arrayContaining(['Drifting', 'buoy']) },
      },
    ]);
  });

  test('parts the words of a headline that do not stand side by side', async () => {
    const html = await readFile(fixture('page.html'), 'utf8');
    const later = await fileWith(
      'later.html',
      html.replaceAll('Ferry freed after six', 'Boat freed after nine'),
    );
    const { stdout } = await refrain(['compare', fixture('page.html'), later]);
    expect(stdout).toContain('only A has: Ferry … six; only B has: Boat … nine.');
  });

  test('compares two states of one page', async () => {
    const html = await readFile(fixture('page.html'), 'utf8');
    const later = await fileWith('later.html', html.replace('Nobody was hurt.', 'One sailor was hurt.'));
    const { results } = await refrain(['compare', '--json', fixture('page.html'), later]);
    expect(results).toMatchObject([{ relation: 'reprint', same_outlet: true }]);
  });

  test('says that nothing is shared where nothing is', async () => {
    const other = await fileWith('other.txt', `Lime trees\n\n${records.at(-1)?.text}\n`);
    const { stdout } = await refrain(['compare', fixture('story.txt'), other]);
    expect(stdout).toContain('No text is shared');
  });
});
