import { describe, expect, it } from 'vitest';
import { articleOf, preparedOf, sentenceOf, textOf } from '@/tests/fixtures/made-up-articles';
import { type ArticlePair, findPairs, findTextMatches, memoryCorpus } from './index';

const lines = (...parts: string[]) => parts.join('\n\n');
/** About 84 words. */
const brief = (seed: number) => textOf(seed, 2);
const briefs = [1, 2, 3, 4, 5].map(brief);
const digest = lines(...briefs.flatMap((text, n) => [`Story number ${'abcde'[n]} of the day`, text]));
const find = async (here: string, ...there: string[]) =>
  findTextMatches(
    articleOf('here', here),
    memoryCorpus(there.map((text, n) => preparedOf(articleOf(`there ${n}`, text)))),
  );

describe('a digest of five briefs', () => {
  it('tells of each brief that is another outlet’s, with how much of it that is', async () => {
    const matches = await find(digest, briefs[1]!, lines(textOf(60, 4), briefs[3]!, textOf(61, 4)));
    expect(matches.map(({ article, relation }) => [article.id, relation])).toEqual([
      ['there 0', 'excerpt'],
      ['there 1', 'excerpt'],
    ]);
    const [reprinted, excerpted] = matches.map(({ parts }) => parts);
    expect(reprinted).toMatchObject([{ relation: 'reprint', passages: [0], there: null }]);
    expect(reprinted?.[0]?.coverage.here).toBeGreaterThan(0.9);
    expect(excerpted).toMatchObject([{ relation: 'excerpt', there: null }]);
    const { start, end } = reprinted?.[0]?.here ?? { start: 0, end: 0 };
    expect(digest.slice(start, end)).toContain(briefs[1]);
  });

  it('that shares two of its briefs with one text tells of both', async () => {
    const other = lines(brief(70), '___', briefs[0]!, '___', briefs[4]!.split('\n\n')[0]!, textOf(71, 3));
    const [match] = await find(digest, other);
    expect(match?.parts?.map(({ relation, passages }) => [relation, passages])).toEqual([
      ['reprint', [0]],
      ['excerpt', [1]],
    ]);
  });

  it('cuts a passage that runs over two briefs', async () => {
    const [match] = await find(
      digest,
      lines(textOf(80, 8), briefs[2]!, 'Story number d of the day', briefs[3]!),
    );
    expect(match?.parts?.map(({ relation, passages }) => [relation, passages])).toEqual([
      ['excerpt', [0]],
      ['excerpt', [0]],
    ]);
    expect(match?.parts?.every(({ coverage }) => coverage.here > 0.9)).toBe(true);
  });

  it('needs no parts where it is copied whole', async () => {
    const [match] = await find(digest, lines(digest, sentenceOf(90)));
    expect(match).toMatchObject({ relation: 'reprint' });
    expect(match?.parts).toBeUndefined();
  });
});

describe('a text of one story', () => {
  it('has no parts', async () => {
    const [match] = await find(lines(textOf(40, 3), brief(41)), lines(brief(41), textOf(42, 3)));
    expect(match?.relation).toBe('excerpt');
    expect(match?.parts).toBeUndefined();
  });
});

describe('findPairs', () => {
  it('calls a pair by its strongest passage, and each passage by its own relation', async () => {
    const other = lines(brief(70), '___', briefs[0]!, '___', briefs[4]!.split('\n\n')[0]!, textOf(71, 3));
    const pairs: ArticlePair[] = [];
    for await (const pair of findPairs([articleOf('digest', digest), articleOf('other', other)]))
      pairs.push(pair);
    expect(pairs).toMatchObject([
      { relation: 'reprint', passages: [{ relation: 'reprint' }, { relation: 'excerpt' }] },
    ]);
  });
});
