import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { builtCommandLine, emptyFolder, fileWith, fixture, refrain } from '../cli/run-refrain';

// Every test starts processes, and the first builds the command line: room for a slow machine.
vi.setConfig({ testTimeout: 120_000 });

const good = '{"id":"n1","text":"Rain fell on the hills all night."}';

/** What is wrong, the file's name, what it holds, and what must be said of it after its name. */
const badRecords: [string, string, string | Uint8Array, RegExp][] = [
  ['an empty file', 'news.jsonl', '', /: the file is empty\. Choose/],
  ['a file of blank lines', 'news.jsonl', '\n \n', /: the file is empty\. Choose/],
  ['a broken line', 'news.jsonl', `${good}\n\n{"id":"n2","te`, /, line 3: the line is not whole JSON\. Put/],
  [
    'an article without id',
    'news.jsonl',
    `${good}\n{"text":"Rain."}\n`,
    /, line 2: the article has no "id"\. Give/,
  ],
  ['an article without text', 'news.jsonl', '{"id":"n2"}', /, line 1: the article has no "text"\. Give/],
  [
    'an id used twice',
    'news.jsonl',
    `${good}\n${good}\n`,
    /, line 2: the id "n1" was used before \(.*line 1\)\. Give/,
  ],
  [
    'a list in place of records',
    'news.jsonl',
    '[{"id":"n1","text":"Rain."}]',
    /, line 1: this is not an article\. Put/,
  ],
  [
    'a line that is not UTF-8',
    'news.jsonl',
    Uint8Array.of(0x22, 0xfc, 0x22),
    /, line 1: the line is not UTF-8\. Save/,
  ],
  ['a table of numbers', 'news.csv', 'a,b\n1,2', /: no column of the table holds texts or headlines\. Say/],
  [
    'a binary file',
    'news.pdf',
    Uint8Array.of(0x25, 0x50, 0, 1),
    /: the format of the file is not known\. Refrain reads/,
  ],
  [
    'half a gzip file',
    'news.jsonl.gz',
    gzipSync(good.repeat(99)).subarray(0, 30),
    /: the gzip file ends early\. Get/,
  ],
  [
    'a broken gzip file',
    'news.jsonl.gz',
    Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 255),
    /: the gzip file is broken\. Get/,
  ],
];

describe('bad input ends with 1 and one line that says what, where and what to do:', () => {
  test.each(badRecords)('%s', async (_, name, content, said) => {
    const file = await fileWith(name, content);
    const run = await refrain(['pairs', file]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr.startsWith(file)).toBe(true);
    expect(run.stderr.slice(file.length)).toMatch(said);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    [
      'a file that is not there',
      ['pairs', 'nowhere.jsonl'],
      /^nowhere\.jsonl: there is no such file\. Check/,
    ],
    [
      'a page that is not there',
      ['match', 'nowhere.html', '--corpus', fixture('articles.jsonl')],
      /^nowhere\.html: there is no such file/,
    ],
    [
      'a corpus that is not there',
      ['match', fixture('page.html'), '--corpus', 'nowhere'],
      /^nowhere: there is no such file/,
    ],
    [
      'records where a page is wanted',
      ['extract', fixture('articles.jsonl')],
      /: this file holds article records/,
    ],
    [
      'a page without text to compare',
      ['compare', fixture('list.html'), fixture('page.html')],
      /list\.html: no article text was found/,
    ],
    [
      'an address that is none',
      ['extract', '--url', 'quayherald.example', fixture('page.html')],
      /^--url: "quayherald\.example" is no web address/,
    ],
    ['a file where a pack is wanted', ['pack', 'info', fixture('page.html')], /page\.html: this is no pack/],
    [
      'a folder without a pack',
      ['pack', 'verify', 'tests/fixtures/cli'],
      /manifest\.json: there is no manifest\.json here/,
    ],
    [
      'a file where a folder is wanted',
      ['pack', 'build', '--out', fixture('page.html'), fixture('articles.jsonl')],
      /page\.html: this is a file/,
    ],
  ] as [string, string[], RegExp][])('%s', async (_, args, said) => {
    const run = await refrain(args);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(said);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('an empty page or text, and a folder without articles', async () => {
    const folder = await emptyFolder();
    expect(await refrain(['pairs', folder])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there are no'),
    });
    for (const name of ['page.html', 'story.txt']) {
      const file = await fileWith(name, '');
      const run = await refrain(['extract', file]);
      expect(run).toMatchObject({
        code: 1,
        stdout: '',
        stderr: `${file}: the file is empty. Choose a file that holds articles.\n`,
      });
    }
  });

  test('a pack of a newer version', async () => {
    const manifest = await fileWith('manifest.json', '{"format":"refrain-pack","version":9}');
    const run = await refrain(['pack', 'info', manifest]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/format version 9; this Refrain reads version 1\. Update Refrain/);
  });
});

test('a page without text is no article: said in words and as data, and no fault', async () => {
  const file = await fileWith('page.html', '<!doctype html><title>Nothing</title><p>Soon.</p>');
  const run = await refrain(['extract', file]);
  expect(run.code).toBe(0);
  expect(run.results).toEqual([{ file, status: 'not-an-article', because: 'no-text' }]);
  expect(run.stderr.startsWith(`${file}: `)).toBe(true);
});

describe('a command that is not understood ends with 2:', () => {
  test.each([
    ['an unknown command', ['guess']],
    ['an unknown option', ['pairs', '--loud', fixture('articles.jsonl')]],
    ['a missing argument', ['extract']],
    ['a missing option', ['match', fixture('page.html')]],
    [
      'a kind that is none',
      ['pack', 'build', '--out', 'x', '--kind', 'everything', fixture('articles.jsonl')],
    ],
    [
      'two kinds at once',
      ['pack', 'build', '--out', 'x', '--kind', 'evidence', '--fingerprint-only', fixture('articles.jsonl')],
    ],
    ['a day that is none', ['pack', 'build', '--out', 'x', '--created', 'today', fixture('articles.jsonl')]],
    [
      'a language that is none',
      ['pack', 'build', '--out', 'x', '--language', 'not a language', fixture('articles.jsonl')],
    ],
    [
      'answers to hide in a report that asks no questions',
      [
        'match',
        fixture('page.html'),
        '--corpus',
        fixture('articles.jsonl'),
        '--as',
        'text',
        '--hide-answers',
      ],
    ],
    ['a command without its second word', ['pack']],
    ['no command', []],
  ] as [string, string[]][])('%s', async (_, args) => {
    const run = await refrain(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).not.toBe('');
  });

  test('help and version are no mistakes', async () => {
    expect(await refrain(['--help'])).toMatchObject({ code: 0, stderr: '' });
    expect(await refrain(['pack', 'build', '--help'])).toMatchObject({ code: 0, stderr: '' });
    expect((await refrain(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('a reader that goes away early ends the command quietly', async () => {
  const line = (n: number) =>
    JSON.stringify({
      id: `n${n}`,
      text: `Source: Paper ${n}\n\n${'Rain fell on the hills. '.repeat(40)}\n\nThis article originally appeared in the Selby Courier.`,
    });
  const file = await fileWith('many.jsonl', Array.from({ length: 2_000 }, (_, n) => `${line(n)}\n`).join(''));
  const child = spawn(process.execPath, [await builtCommandLine(), 'credits', file]);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  expect([code, stderr]).toEqual([0, '']);
});

test.skipIf(!existsSync('/dev/full'))('a full disk under the results is said in one line', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [await builtCommandLine(), 'extract', fixture('page.html')], {
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  expect([code, stderr]).toEqual([
    1,
    'standard output: it cannot be written (ENOSPC). Make room, or write to another place.\n',
  ]);
});
