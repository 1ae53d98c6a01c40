import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { emptyFolder, fileWith, fixture, refrain } from '../cli/run-refrain';

const articles = fixture('articles.jsonl');
const records: { id: string; text: string }[] = readFileSync(articles, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

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

describe('pairs', () => {
  test('names each related pair once, with relation, shares and passages in both texts', async () => {
    const { results, code } = await refrain(['pairs', articles]);
    expect(code).toBe(0);
    const pairs = results as {
      a: string;
      b: string;
      relation: string;
      coverage_a: number;
      passages: { a: [number, number]; b: [number, number]; kind: string }[];
    }[];
    const named = pairs.map(({ a, b, relation }) => `${[a, b].sort().join(' ')} ${relation}`).sort();
    expect(named).toEqual([
      'courier-1 echo-1 reprint',
      'courier-1 post-1 edited-reprint',
      'echo-1 post-1 edited-reprint',
    ]);
    const texts = new Map(records.map(({ id, text }) => [id, text]));
    const folded = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g);
    for (const { a, b, passages } of pairs) {
      for (const passage of passages) {
        expect(passage.kind === 'same' || passage.kind === 'edited').toBe(true);
        const here = texts.get(a)?.slice(...passage.a) ?? '';
        const there = texts.get(b)?.slice(...passage.b) ?? '';
        expect(folded(here)?.at(0)).toBe(folded(there)?.at(0));
      }
    }
  });

  test('reads gzip files and standard input alike', async () => {
    const plain = await refrain(['pairs', articles]);
    const packed = await fileWith('articles.jsonl.gz', gzipSync(readFileSync(articles)));
    expect((await refrain(['pairs', packed])).stdout).toBe(plain.stdout);
    expect((await refrain(['pairs', '-'], readFileSync(articles, 'utf8'))).stdout).toBe(plain.stdout);
  });

  test('asks for as many shared words as --min-words says, within bounds', async () => {
    const shared =
      'the ferry lay on the sand until the tide came back at six in the evening with no one hurt';
    const apart = await fileWith(
      'apart.jsonl',
      [0, 3]
        .map((at, n) => ({ id: `${n}`, text: `${records.at(at)?.text.slice(0, 400)}\n\n${shared}.` }))
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
    );
    expect((await refrain(['pairs', apart])).results).toHaveLength(1);
    expect((await refrain(['pairs', '--min-words', '16', apart])).results).toHaveLength(0);
    const refused = await refrain(['pairs', '--min-words', '7', apart]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('Give a whole number from 8 to 60.');
  });

  test('finds nothing among unrelated articles and ends well', async () => {
    const unrelated = await fileWith(
      'two.jsonl',
      records
        .filter(({ id }) => /island|ashdown/.test(id))
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(''),
    );
    expect(await refrain(['pairs', unrelated])).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });
});

describe('stories', () => {
  test('puts each article on a line, tellings of one event in one story, with the terms that show it', async () => {
    const { results } = await refrain(['stories', articles]);
    const lines = results as { id: string; story: string; neighbours: { id: string; shared: string[] }[] }[];
    expect(lines.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    const story = new Map(lines.map(({ id, story }) => [id, story]));
    expect(story.get('post-1')).toBe(story.get('courier-1'));
    expect(story.get('echo-1')).toBe(story.get('courier-1'));
    expect(story.get('ashdown-1')).not.toBe(story.get('courier-1'));
    expect(lines.find(({ id }) => id === 'ashdown-1')?.neighbours).toEqual([]);
  });
});

describe('credits', () => {
  test('prints one credit a line with the article it stands in', async () => {
    const { results } = await refrain(['credits', articles]);
    expect(results).toContainEqual(
      expect.objectContaining({
        id: 'echo-1',
        line: 'This article originally appeared in the Selby Courier.',
        kind: 'republished',
        outlet: 'Selby Courier',
        outlet_as_printed: expect.stringContaining('Selby Courier'),
        author: null,
        url: null,
        field: 'text',
      }),
    );
    const ids = (results as { id: string }[]).map(({ id }) => id);
    expect(ids).not.toContain('ashdown-1');
    expect(ids).not.toContain('island-1');
  });
});

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

describe('pack', () => {
  test('built of articles is whole, says what it holds, and is searched like the articles themselves', async () => {
    const out = path.join(await emptyFolder(), 'river');
    const built = await refrain(['pack', 'build', '--out', out, '--title', 'Lodestar', articles]);
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(built.results).toMatchObject([{ pack: out, kind: 'full-text', articles: 5, outlets: 4 }]);
    expect((await refrain(['pack', 'verify', out])).results).toEqual([
      { pack: out, whole: true, shards: 3, articles: 5, signature: { state: 'none' } },
    ]);
    expect((await refrain(['pack', 'info', out])).results).toMatchObject([
      { title: 'Lodestar', kind: 'full-text', counts: { articles: 5, oldest: '2024-03-05' } },
    ]);
    const found = await refrain(['match', fixture('page.html'), '--corpus', out]);
    expect(found.results).toMatchObject([{ status: 'found', report: { outlets: 3 } }]);
  });

  test('without texts still finds the copies, and holds no sentence', async () => {
    const out = path.join(await emptyFolder(), 'river');
    await refrain(['pack', 'build', '--out', out, '--fingerprint-only', articles]);
    const { results } = await refrain(['match', fixture('page.html'), '--corpus', out]);
    expect(results).toMatchObject([
      {
        status: 'found',
        report: {
          sameText: expect.arrayContaining([
            expect.objectContaining({
              article: expect.objectContaining({ id: 'courier-1', held: 'fingerprint-only' }),
            }),
          ]),
        },
      },
    ]);
    expect(JSON.stringify(results).replace(/"anatomy":.*?"searched"/, '')).not.toContain('Nobody was hurt');
  });

  test('is the same to the byte when built again, from articles in any order', async () => {
    const folder = await emptyFolder();
    const back = await fileWith(
      'back.jsonl',
      records
        .toReversed()
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(''),
    );
    await refrain(['pack', 'build', '--out', path.join(folder, 'forth'), articles]);
    await refrain(['pack', 'build', '--out', path.join(folder, 'back'), back]);
    const files = await readdir(path.join(folder, 'forth'));
    expect(await readdir(path.join(folder, 'back'))).toEqual(files);
    for (const file of files) {
      expect(await readFile(path.join(folder, 'back', file))).toEqual(
        await readFile(path.join(folder, 'forth', file)),
      );
    }
  });

  test('takes pages, texts and folders', async () => {
    const out = path.join(await emptyFolder(), 'mixed');
    const built = await refrain([
      'pack',
      'build',
      '--out',
      out,
      articles,
      fixture('page.html'),
      fixture('story.txt'),
    ]);
    expect(built.results).toMatchObject([{ articles: 7 }]);
  });

  test('replaces an old pack, and nothing else', async () => {
    const folder = await emptyFolder();
    const out = path.join(folder, 'river');
    await refrain(['pack', 'build', '--out', out, articles]);
    expect((await refrain(['pack', 'build', '--out', out, fixture('story.txt')])).code).toBe(0);
    expect((await refrain(['pack', 'verify', out])).results).toMatchObject([{ articles: 1 }]);
    await writeFile(path.join(out, 'notes.txt'), 'mine');
    const refused = await refrain(['pack', 'build', '--out', out, articles]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('holds other files than a pack’s (notes.txt)'.replace('’', "'"));
    expect(await readFile(path.join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('that fails leaves nothing behind, and an old pack as it was', async () => {
    const folder = await emptyFolder();
    const out = path.join(folder, 'river');
    await refrain(['pack', 'build', '--out', out, articles]);
    const before = await readFile(path.join(out, 'manifest.json'), 'utf8');
    const broken = await fileWith('broken.jsonl', `${JSON.stringify(records[0])}\n{"id":\n`);
    expect((await refrain(['pack', 'build', '--out', out, broken])).code).toBe(1);
    expect((await refrain(['pack', 'build', '--out', path.join(folder, 'new'), broken])).code).toBe(1);
    expect(await readdir(folder)).toEqual(['river']);
    expect(await readFile(path.join(out, 'manifest.json'), 'utf8')).toBe(before);
  });

  test('with a file changed is named by verify and refused by match', async () => {
    const out = path.join(await emptyFolder(), 'river');
    await refrain(['pack', 'build', '--out', out, articles]);
    const shard = path.join(out, '2024-03-06.rfp.gz');
    const bytes = await readFile(shard);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(shard, bytes);
    const verified = await refrain(['pack', 'verify', out]);
    expect(verified.code).toBe(1);
    expect(verified.results).toMatchObject([{ whole: false, articles: 3 }]);
    expect(verified.stderr).toMatch(/2024-03-06\.rfp\.gz: .*SHA-256 differs.*\n$/);
    expect(await refrain(['match', fixture('page.html'), '--corpus', out])).toMatchObject({
      code: 1,
      stdout: '',
    });
  });
});

test('the same input gives the same output', async () => {
  const commands = [
    ['extract', fixture('page.html'), fixture('story.txt')],
    ['stories', articles],
    ['credits', articles],
    ['match', fixture('story.txt'), '--corpus', articles],
  ];
  for (const command of commands) {
    expect((await refrain(command)).stdout).toBe((await refrain(command)).stdout);
  }
});
