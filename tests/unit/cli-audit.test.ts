import { describe, expect, test, vi } from 'vitest';
import { fileWith, fixture, refrain } from '../cli/run-refrain';

const articles = fixture('articles.jsonl');
vi.setConfig({ testTimeout: 120_000 });

interface BlindPair {
  a: string;
  b: string;
  judgement: string;
  relation: string;
  passages: { a: { passage: string }; b: { passage: string } }[];
}

const lines = (values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const pairsFile = async () => fileWith('pairs.jsonl', (await refrain(['pairs', articles])).stdout);

describe('audit', () => {
  test('gives pairs to judge with both texts, and nothing of what they were called', async () => {
    const pairs = await pairsFile();
    const run = await refrain(['audit', pairs, '--articles', articles, '--sample', '2', '--seed', '7']);
    expect(run.code).toBe(0);
    const sample = run.results as BlindPair[];
    expect(sample).toHaveLength(2);
    for (const { judgement, relation, passages } of sample) {
      expect([judgement, relation]).toEqual(['', '']);
      expect(passages[0]?.a.passage.length).toBeGreaterThan(40);
      expect(passages[0]?.b.passage.length).toBeGreaterThan(40);
    }
    expect(Object.keys(sample[0] ?? {})).not.toEqual(expect.arrayContaining(['coverage_a']));
    const again = await refrain(['audit', pairs, '--articles', articles, '--sample', '2', '--seed', '7']);
    expect(again.stdout).toBe(run.stdout);
  });

  test('scores the judged sample against what the pairs were called', async () => {
    const pairs = await pairsFile();
    const { results } = await refrain(['audit', pairs, '--articles', articles]);
    const judged = (results as BlindPair[]).map((pair, i) => ({
      ...pair,
      judgement: ['reuse', 'formula', ''][i],
      relation: i === 0 ? 'reprint' : '',
    }));
    const run = await refrain(['audit', pairs, '--judged', await fileWith('judged.jsonl', lines(judged))]);
    expect(run.code).toBe(0);
    expect(run.results).toMatchObject([
      { judged: 2, unjudged: 1, precision: { right: 1, of: 2, share: 0.5 }, relation_agreement: { of: 1 } },
    ]);
    expect(run.stderr).toContain('Reuse as called: 1 of 2 (50.0 %, 95 % interval 9.5 to 90.5 %).');
    expect(run.stderr).toContain('1 not judged yet.');
  });

  test.each([
    ['neither articles nor judgements', [], 2, /--articles.*--judged/],
    ['both', ['--articles', articles, '--judged', articles], 2, /cannot be used with/],
    ['a sample of no number', ['--articles', articles, '--sample', 'many'], 2, /whole number/],
    [
      'articles that the pairs are not of',
      ['--articles', fixture('story.txt')],
      1,
      /is in none of the files/,
    ],
  ])('says what to do when given %s', async (_, options, code, words) => {
    const run = await refrain(['audit', await pairsFile(), ...options]);
    expect(run.code).toBe(code);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(words);
  });

  test.each([
    [
      'a word that is no judgement',
      { a: 'courier-1', b: 'echo-1', judgement: 'yes' },
      /must be one of reuse/,
    ],
    ['a pair that was not called one', { a: 'courier-1', b: 'x', judgement: 'reuse' }, /not among the pairs/],
  ])('refuses a judged file with %s', async (_, line, words) => {
    const judged = await fileWith('judged.jsonl', lines([line]));
    const run = await refrain(['audit', await pairsFile(), '--judged', judged]);
    expect([run.code, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toMatch(words);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('refuses a file that holds no pairs', async () => {
    const run = await refrain(['audit', articles, '--articles', articles]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/line 1: this is no pair/);
  });
});
