import { describe, expect, it } from 'vitest';
import type { Article } from '@/lib/core/article';
import { articleOf, textOf } from '@/tests/fixtures/made-up-articles';
import { type ArticlePair, findPairs, findStories, type TextShelf } from './index';
import { KeptTexts } from './kept-texts';

const all = async <Row>(rows: AsyncIterable<Row>): Promise<Row[]> => {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
};
const names = (pairs: ArticlePair[]) => pairs.map(({ a, b, relation }) => `${a} ${b} ${relation}`);

describe('findPairs', () => {
  const text = textOf(1, 6);
  const excerpt = `${textOf(2, 4)}\n\n${text.split('\n\n')[0]}`;
  const articles: Article[] = [
    articleOf('copy', text, { outlet: 'north.example' }),
    articleOf('other', textOf(3, 5)),
    articleOf('same outlet', text, { outlet: 'north.example' }),
    articleOf('excerpt', excerpt),
    articleOf('no outlet', text, { outlet: null }),
  ];

  it('yields each related pair once, copies within one outlet too', async () => {
    expect(names(await all(findPairs(articles))).sort()).toEqual([
      'copy excerpt excerpt',
      'copy no outlet reprint',
      'copy same outlet reprint',
      'excerpt no outlet excerpt',
      'same outlet excerpt excerpt',
      'same outlet no outlet reprint',
    ]);
  });

  it('says which share of either text is shared, and where', async () => {
    const pairs = await all(findPairs(articles));
    const pair = pairs.find(({ a, b }) => a === 'copy' && b === 'excerpt')!;
    expect(pair).toMatchObject({ words_shared: 42, same_outlet: false });
    expect([pair.coverage_a, pair.coverage_b]).toEqual([42 / 252, 42 / 210]);
    const [passage] = pair.passages;
    expect(text.slice(...passage!.a)).toBe(excerpt.slice(...passage!.b));
    expect(pairs.find(({ b }) => b === 'same outlet')?.same_outlet).toBe(true);
  });

  it('gives the same answer from a stream, and twice', async () => {
    async function* stream() {
      yield* articles;
    }
    const once = await all(findPairs(articles));
    expect(await all(findPairs(stream()))).toEqual(once);
  });

  it('aligns reworded sentences of reprints where that is asked for', async () => {
    const sentence = 'The ferry to Marvik came late on Monday, as thick fog lay low over Hessel.';
    const reworded = 'Thick fog on Monday: over Hessel it lay low, and late came the Marvik ferry.';
    const both = [articleOf('a', `${text}\n\n${sentence}`), articleOf('b', `${text}\n\n${reworded}`)];
    const [plain] = await all(findPairs(both));
    const [pair] = await all(findPairs(both, { editedSentences: true }));
    expect(plain!.passages.map(({ kind }) => kind)).toEqual(['same']);
    expect(pair!.passages.map(({ kind }) => kind)).toEqual(['same', 'edited']);
    expect(both[0]!.text.slice(...pair!.passages[1]!.a)).toBe(sentence);
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    await all(findPairs(articles, { progress: (step, done, of) => steps.push(`${step} ${done}/${of}`) }));
    expect(steps[0]).toBe('reading 1/null');
    expect(steps.at(-1)).toBe('asking 5/5');
  });

  it('takes two articles of one id as two', async () => {
    const twice = [articleOf('twice', text), articleOf('twice', text), articleOf('later', text)];
    expect(names(await all(findPairs(twice)))).toEqual([
      'twice twice reprint',
      'twice later reprint',
      'twice later reprint',
    ]);
  });

  it('names a bounded number of the copies that very many print, and each of them is named', async () => {
    const copies = Array.from({ length: 600 }, (_, i) => articleOf(`copy ${i}`, textOf(4, 2)));
    const pairs = await all(findPairs(copies));
    const named = new Map<string, number>();
    for (const { b } of pairs) named.set(b, (named.get(b) ?? 0) + 1);
    expect(named.size).toBe(599);
    expect(Math.max(...named.values())).toBeLessThanOrEqual(200);
  });

  it('looks at texts by their word hashes, and reads those that share something', async () => {
    const footer = 'Write to our newsroom in Harbour Street at any hour today.';
    const many = Array.from({ length: 30 }, (_, i) =>
      articleOf(`n${i}`, `${textOf(i + 50, 2)}\n\n${footer}`),
    );
    const shelf = new KeptTexts();
    const asked = { texts: 0, hashes: 0 };
    const counting: TextShelf = {
      add: (text, hashes) => shelf.add(text, hashes),
      text(number) {
        asked.texts++;
        return shelf.text(number);
      },
      hashes(number) {
        asked.hashes++;
        return shelf.hashes(number);
      },
    };
    const pairs = await all(findPairs([...many, articleOf('copy', many[7]!.text)], { shelf: counting }));
    expect(names(pairs)).toEqual(['n7 copy reprint']);
    expect(asked.hashes).toBeGreaterThan(100);
    expect(asked.texts - many.length).toBeLessThan(asked.hashes / 3);
  });

  it('takes an empty collection, and records without any text', async () => {
    expect(await all(findPairs([]))).toEqual([]);
    expect(await all(findPairs([articleOf('a', ''), articleOf('b', '')]))).toEqual([]);
  });
});

describe('findStories', () => {
  const flood = (id: string, sentence: string) =>
    articleOf(
      id,
      `${sentence} The Marvik levee broke at Hessel Point, and the barges of Tolde & Sons lay across the Marvik road.
Lockkeeper Anso Fenn counted forty cellars under water in Hessel.`,
      { day: '2026-05-02', title: `Marvik levee breaks at Hessel: ${id}` },
    );
  const vote = articleOf(
    'vote',
    'Voters in Carrowby chose Ilona Prast as mayor after a recount of the postal ballots.',
    {
      day: '2026-05-02',
      title: 'Carrowby elects Prast after recount',
    },
  );

  it('puts tellings of one event in one cluster named by its first article, others by themselves', async () => {
    const rows = await all(
      findStories([
        flood('one', 'Cellars filled within minutes before dawn.'),
        vote,
        flood('two', 'Schools stayed shut while crews filled bags.'),
      ]),
    );
    expect(rows.map(({ id, story }) => [id, story])).toEqual([
      ['one', 'one'],
      ['vote', 'vote'],
      ['two', 'one'],
    ]);
    expect(rows[0]!.neighbours.map(({ id, relation }) => [id, relation])).toEqual([['two', 'same-event']]);
  });

  it('calls tellings months apart no event, however much they resemble each other', async () => {
    const later = articleOf(
      'later',
      `Divers found a crack in the Marvik levee at Hessel Point. Surveyor Oda Brisk measured eleven centimetres, the council
of Hessel ordered steel plates from Quillmar, and Anso Fenn kept the road open.`,
      { day: '2026-09-12', title: 'Divers measure new crack in Marvik levee' },
    );
    const rows = await all(findStories([flood('one', 'Cellars filled within minutes before dawn.'), later]));
    expect(rows).toMatchObject([
      { id: 'one', story: 'one', neighbours: [] },
      { id: 'later', story: 'later', neighbours: [] },
    ]);
  });

  it('takes an empty collection', async () => {
    expect(await all(findStories([]))).toEqual([]);
  });
});
