import { describe, expect, test, vi } from 'vitest';
import { fixture, refrain } from '../cli/run-refrain';

interface Extract {
  [key: string]: unknown;
  text: string;
  paragraphs: [number, number][];
  anatomy: { span: [number, number] }[];
  credits: { line: string; span: [number, number] | null; field: string }[];
}
const extracted = async (...files: string[]) => {
  const run = await refrain(['extract', ...files]);
  return run.results as Extract[];
};

// Every test starts processes, and the first builds the command line: room for a slow machine.
vi.setConfig({ testTimeout: 120_000 });

describe('extract', () => {
  test('prints the agreed fields, in their order, and no other', async () => {
    const [page] = await extracted(fixture('page.html'));
    expect(Object.keys(page ?? {})).toEqual([
      'file',
      'title',
      'outlet',
      'byline',
      'author',
      'published',
      'original_outlet',
      'completeness',
      'credits',
      'anatomy',
      'cited',
      'text',
      'paragraphs',
    ]);
    expect(page).toMatchObject({
      file: fixture('page.html'),
      title: 'Ferry freed after six hours on a sandbank',
      byline: 'By Nell Harrow',
      author: 'Nell Harrow',
      published: '2024-03-05T18:00:00Z',
      original_outlet: 'Selby Courier',
    });
  });

  test('cuts what stands around an article, and keeps the credit line it stands under', async () => {
    const [page] = await extracted(fixture('page.html'));
    expect(page?.text).toMatch(/^The ferry Lodestar/);
    expect(page?.text).not.toMatch(/Most read|All rights reserved|Front page/);
    expect(page?.credits).toEqual([
      expect.objectContaining({ kind: 'republished', outlet: 'Selby Courier' }),
    ]);
  });

  test('reads text files, several at once, one line each in the order given', async () => {
    const lines = await extracted(fixture('story.txt'), fixture('page.html'));
    expect(lines.map(({ file }) => file)).toEqual([fixture('story.txt'), fixture('page.html')]);
    expect(lines[0]).toMatchObject({
      title: 'Drifting buoy blamed as ferry strands',
      author: 'Tam Rowley',
      original_outlet: 'Selby Courier',
    });
  });

  test('gives spans that cut exactly what they speak of', async () => {
    for (const page of await extracted(fixture('story.txt'), fixture('page.html'))) {
      const cut = ([start, end]: [number, number]) => page.text.slice(start, end);
      expect(page.paragraphs.map(cut)).toEqual(page.text.split('\n\n'));
      for (const { span } of page.anatomy) expect(cut(span)).not.toBe('');
      for (const credit of page.credits) if (credit.span) expect(cut(credit.span)).toBe(credit.line);
    }
  });

  test('takes the address of a page from --url', async () => {
    const { results } = await refrain([
      'extract',
      '--url',
      'https://www.copyist.example/lodestar',
      fixture('page.html'),
    ]);
    expect(results).toMatchObject([{ outlet: expect.stringContaining('copyist.example') }]);
  });

  test('says of a page that is no article why, and ends well', async () => {
    const run = await refrain(['extract', fixture('list.html')]);
    expect(run.code).toBe(0);
    expect(run.results).toEqual([
      { file: fixture('list.html'), status: 'not-an-article', because: 'list-page' },
    ]);
    expect(run.stderr).toMatch(/^tests\/fixtures\/cli\/list\.html: .+\n$/);
  });

  test('goes on after a file that cannot be read, and ends with 1', async () => {
    const run = await refrain(['extract', 'nowhere.html', fixture('story.txt')]);
    expect(run.code).toBe(1);
    expect(run.results).toHaveLength(1);
    expect(run.stderr).toBe('nowhere.html: there is no such file. Check the name.\n');
  });
});
