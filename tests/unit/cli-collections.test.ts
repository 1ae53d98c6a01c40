import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { fileWith, fixture, refrain } from '../cli/run-refrain';

const articles = fixture('articles.jsonl');
const records: { id: string; text: string }[] = readFileSync(articles, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

// Every test starts processes, and the first builds the command line: room for a slow machine.
vi.setConfig({ testTimeout: 120_000 });

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
        .map((at, n) => ({ id: `${n}`, text: records.at(at)?.text ?? '' }))
        .map(({ id, text }) => ({
          id,
          text: `${text.slice(0, 400)}\n\n${shared}.\n\n${text.slice(400, 800)}`,
        }))
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
