import { describe, expect, it } from 'vitest';
import type { Article } from '@/lib/core/article';
import { articleOf, preparedOf, sentenceOf, textOf, wordsOf } from '@/tests/fixtures/made-up-articles';
import { findTextMatches, memoryCorpus } from './index';

const lines = (...parts: string[]) => parts.join('\n\n');
const relations = async (here: Article, there: Article) =>
  (await findTextMatches(here, memoryCorpus([preparedOf(there)]))).map(({ relation }) => relation);
const namesOf = async (here: Article, ...there: Article[]) =>
  (await findTextMatches(here, memoryCorpus(there.map((article) => preparedOf(article)))))
    .map(({ article }) => article.id)
    .sort();

describe('standing text', () => {
  const background = `${sentenceOf(1, 16)} ${sentenceOf(2, 18)}`;
  const told = (id: string, seed: number, day: string, shared: string, outlet = `${id}.example`) =>
    articleOf(id, lines(textOf(seed, 8), shared, textOf(seed + 1, 8)), { day, outlet });

  it('that two outlets print in the same days is shared text', async () => {
    const [a, b] = [told('a', 10, '2026-03-01', background), told('b', 20, '2026-03-04', background)];
    expect(await relations(a, b)).toEqual(['excerpt']);
  });

  it('that they print weeks apart is not', async () => {
    const [a, b] = [told('a', 10, '2026-03-01', background), told('b', 20, '2026-03-22', background)];
    expect(await relations(a, b)).toEqual([]);
  });

  it('is told from a paragraph that is taken over later, and from words that are quoted', async () => {
    const [paragraph, quotation] = [textOf(3, 2), `“${wordsOf(4, 16).join(' ')}”`];
    for (const shared of [paragraph, quotation]) {
      const [a, b] = [told('a', 10, '2026-03-01', shared), told('b', 20, '2026-03-22', shared)];
      expect(await relations(a, b)).toHaveLength(1);
    }
  });

  it('is told from a brief that is reprinted later', async () => {
    const brief = `${sentenceOf(5, 18)} ${sentenceOf(6, 18)}`;
    const [a, b] = [
      articleOf('a', brief, { day: '2026-03-01' }),
      articleOf('b', brief, { day: '2026-03-22' }),
    ];
    expect(await relations(a, b)).toEqual(['reprint']);
  });

  it('that third articles print under other stories is none, though it is of the same days here', async () => {
    const [a, b] = [told('a', 10, '2026-03-01', background), told('b', 20, '2026-03-02', background)];
    const third = (day: string) => [told('c', 40, day, background), told('d', 50, day, background)];
    expect(await namesOf(a, b, ...third('2026-01-10'))).toEqual([]);
    expect(await namesOf(a, b, ...third('2026-03-05'))).toEqual(['b', 'c', 'd']);
  });

  it('is not made by one article that prints the same again', async () => {
    const [a, b] = [told('a', 10, '2026-03-01', background), told('b', 20, '2026-03-02', background)];
    expect(await namesOf(a, b, told('c', 40, '2026-01-10', background))).toEqual(['b']);
  });

  it('is told from a copy of these days whose text has been printed before', async () => {
    const text = textOf(8, 6);
    const [a, b] = [articleOf('a', text, { day: '2026-03-01' }), articleOf('b', text, { day: '2026-03-02' })];
    const earlier = ['c', 'd'].map((id) => articleOf(id, text, { day: '2026-01-10' }));
    expect(await namesOf(a, b, ...earlier)).toEqual(['b', 'c', 'd']);
  });

  it('is told from a quotation that others have had before', async () => {
    const quotation = `“${wordsOf(4, 16).join(' ')}”`;
    const [a, b] = [told('a', 10, '2026-03-01', quotation), told('b', 20, '2026-03-02', quotation)];
    const earlier = ['c', 'd'].map((id, i) => told(id, 40 + i * 10, '2026-01-10', quotation));
    expect(await namesOf(a, b, ...earlier)).toEqual(['b', 'c', 'd']);
  });

  it('of one outlet may be as long as it likes: captions and galleries of other weeks are not shared text', async () => {
    const gallery = textOf(7, 3);
    const [a, b] = [
      told('a', 10, '2026-03-01', gallery, 'north.example'),
      told('b', 20, '2026-03-22', gallery, 'north.example'),
    ];
    expect(await relations(a, b)).toEqual([]);
  });
});

describe('a text that another quotes at length', () => {
  const essay = textOf(30, 4);
  const quoted = essay.split('\n\n').slice(0, 3).join(' ');

  it('is excerpted by it, though the words stand in quotation marks there', async () => {
    const report = lines(textOf(31, 8), `He wrote: “${quoted}”`, textOf(32, 8));
    expect(await relations(articleOf('essay', essay), articleOf('report', report))).toEqual(['excerpt']);
  });

  it('is a quotation both have where both put it in quotation marks', async () => {
    const notice = `The minister said: “${quoted}”`;
    const report = lines(textOf(31, 8), `She said: “${quoted}”`, textOf(32, 8));
    expect(await relations(articleOf('notice', notice), articleOf('report', report))).toEqual([
      'shared-quotation',
    ]);
  });
});

describe('a note that both texts end with', () => {
  const note = `${sentenceOf(31, 20)} ${sentenceOf(32, 20)}`;
  const ending = (id: string, seed: number, end: string) =>
    articleOf(id, lines(textOf(seed, 6), end), { day: '2026-03-01' });

  it('is no shared text, whatever line of an address stands behind it', async () => {
    expect(await relations(ending('a', 61, note), ending('b', 71, note))).toEqual([]);
    expect(await relations(ending('a', 61, `${note} tips@north.example`), ending('b', 71, note))).toEqual([]);
  });

  it('is shared text where one text goes on after it', async () => {
    const goesOn = articleOf('b', lines(textOf(71, 4), note, textOf(72, 2)));
    expect(await relations(ending('a', 61, note), goesOn)).toHaveLength(1);
  });

  it('is shared text where it has more words, or a speaker’s', async () => {
    for (const end of [textOf(33, 3), `${sentenceOf(31, 20)} “${sentenceOf(32, 20)}”`])
      expect(await relations(ending('a', 61, end), ending('b', 71, end))).toHaveLength(1);
  });

  it('is shared text where the texts have more in common', async () => {
    const [here, there] = ['a', 'b'].map((id, at) =>
      articleOf(id, lines(textOf(61 + at, 4), sentenceOf(34, 20), textOf(63 + at, 2), note)),
    );
    expect(await relations(here!, there!)).toHaveLength(1);
  });
});

describe('a quotation that is most of both texts', () => {
  it('is a quotation all the same', async () => {
    const said = `“${wordsOf(35, 60).join(' ')}”`;
    const [here, there] = ['a', 'b'].map((id, at) =>
      articleOf(id, lines(sentenceOf(65 + at, 25), said, sentenceOf(67 + at, 10))),
    );
    expect(await relations(here!, there!)).toEqual(['shared-quotation']);
  });
});
