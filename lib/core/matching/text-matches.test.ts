import { describe, expect, it } from 'vitest';
import type { Article } from '@/lib/core/article';
import { badTexts } from '@/tests/fixtures/bad-texts';
import { articleOf, preparedOf, sentenceOf, textOf, wordsOf } from '@/tests/fixtures/made-up-articles';
import { type CorpusReader, findTextMatches, memoryCorpus, noCommonShingles } from './index';

const library = (...articles: Article[]) => memoryCorpus(articles.map((article) => preparedOf(article)));
const find = (here: Article, ...there: Article[]) => findTextMatches(here, library(...there));
const lines = (...parts: string[]) => parts.join('\n\n');

describe('findTextMatches calls', () => {
  it('a copy in other typography a reprint, wholly covered', async () => {
    const text = `“We stay,” the mayor’s clerk said — twice.\n\n${textOf(1)}`;
    const copy = text.replace(/[“”]/g, '"').replace('’', "'").replace('—', '--').toUpperCase();
    const [match] = await find(articleOf('a', text), articleOf('b', copy));
    expect(match).toMatchObject({ relation: 'reprint', coverage: { here: 1, there: 1 } });
  });

  it('a copy with a sentence of its own put in a reprint still', async () => {
    const text = textOf(90, 6);
    const [first, ...rest] = text.split('\n\n');
    const added = [first, sentenceOf(91), ...rest].join('\n\n');
    expect(await find(articleOf('a', text), articleOf('b', added))).toMatchObject([{ relation: 'reprint' }]);
  });

  it('a copy with every tenth word changed and two paragraphs cut an edited reprint', async () => {
    const original = textOf(2, 8);
    const kept = original.split('\n\n').filter((_, i) => i !== 2 && i !== 5);
    const edited = kept.join('\n\n').replace(/(\S+\s+){9}/g, (run) => `${run}elsewhere `);
    const [match] = await find(articleOf('a', original), articleOf('b', edited));
    expect(match?.relation).toBe('edited-reprint');
    expect(match?.coverage.here).toBeCloseTo(6 / 8, 1);
  });

  it.each([
    ['below', '\n\n— Quay Watch (@quaywatch) May 3, 2019'],
    ['behind', ' — Quay Watch (@quaywatch) May 3, 2019'],
  ])('a post that both embed a quotation, signed %s', async (_, signature) => {
    const post = `${sentenceOf(7)} ${sentenceOf(8)} ${sentenceOf(9)}${signature}`;
    const [here, there] = [textOf(10, 4), textOf(11, 4)].map((text, at) =>
      articleOf(`${at}`, lines(text, post, textOf(12 + at))),
    );
    expect(await find(here!, there!)).toMatchObject([
      { relation: 'shared-quotation', passages: [{ quoted: 1 }] },
    ]);
  });

  it('a text cut to its first half a shortened, edited reprint', async () => {
    const text = textOf(3, 8);
    const half = text.split('\n\n').slice(0, 4).join('\n\n');
    expect(await find(articleOf('a', text), articleOf('b', half))).toMatchObject([
      { relation: 'edited-reprint' },
    ]);
  });

  it('one paragraph among own words an excerpt', async () => {
    const taken = textOf(4, 1);
    const [match] = await find(
      articleOf('a', lines(textOf(5, 3), taken, textOf(6, 3))),
      articleOf('b', lines(taken, textOf(7, 5))),
    );
    expect(match).toMatchObject({ relation: 'excerpt', wordsShared: 42 });
  });

  it('several scattered paragraphs a shared source', async () => {
    const wire = [textOf(8, 1), textOf(9, 1), textOf(10, 1)];
    const mixed = (seed: number) => lines(...wire.flatMap((part, i) => [part, textOf(seed + i, 2)]));
    expect(await find(articleOf('a', mixed(20)), articleOf('b', mixed(30)))).toMatchObject([
      {
        relation: 'shared-source',
        wordsShared: 126,
        passages: [{ words: 42 }, { words: 42 }, { words: 42 }],
      },
    ]);
  });

  it('a speaker’s words in both a shared quotation, though one text lost its marks', async () => {
    const quote = wordsOf(11, 14).join(' ');
    const here = articleOf('a', lines(textOf(12, 3), `“${quote},” the mayor said.`, textOf(13, 2)));
    const marked = articleOf('b', lines(textOf(14, 3), `The mayor said: "${quote}."`));
    const unmarked = articleOf('c', lines(textOf(15, 3), `The mayor said that ${quote}.`));
    const matches = await find(here, marked, unmarked);
    expect(matches.map(({ article, relation }) => [article.id, relation]).sort()).toEqual([
      ['b', 'shared-quotation'],
      ['c', 'shared-quotation'],
    ]);
  });
});

describe('findTextMatches', () => {
  it('gives passages that print the same words in both texts', async () => {
    const taken = textOf(4, 1);
    const here = lines(textOf(5, 3), taken);
    const there = lines(taken, textOf(7, 5));
    const [match] = await find(articleOf('a', here), articleOf('b', there));
    const [passage] = match!.passages;
    const printed = taken.slice(0, -1);
    expect(here.slice(passage!.here.start, passage!.here.end)).toBe(printed);
    expect(there.slice(passage!.there.start, passage!.there.end)).toBe(printed);
  });

  it('finds moved paragraphs as passages of their own', async () => {
    const [a, b] = [textOf(16, 2), textOf(17, 2)];
    const [match] = await find(articleOf('a', lines(a, b)), articleOf('b', lines(b, a)));
    expect(match).toMatchObject({
      coverage: { here: 1, there: 1 },
      passages: [{ words: 84 }, { words: 84 }],
    });
  });

  it('lists the strongest relation first', async () => {
    const text = textOf(18, 6);
    const [first, ...rest] = text.split('\n\n');
    const matches = await find(
      articleOf('a', text),
      articleOf('excerpt', lines(first!, textOf(19, 6))),
      articleOf('copy', text),
      articleOf('shortened', rest.slice(1).join('\n\n')),
    );
    expect(matches.map(({ article }) => article.id)).toEqual(['copy', 'shortened', 'excerpt']);
  });

  it('never names the article itself, by id or address', async () => {
    const text = textOf(20);
    const here = articleOf('a', text, { url: 'https://a.example/1' });
    const moved = articleOf('other id', text, { url: 'https://a.example/1' });
    expect(await find(here, here, moved)).toEqual([]);
  });

  it('says when the other text is of the same outlet', async () => {
    const text = textOf(21);
    const matches = await find(
      articleOf('a', text, { url: 'https://www.north.example/1' }),
      articleOf('b', text, { url: 'https://north.example/2' }),
      articleOf('c', text, { outlet: null }),
    );
    expect(new Map(matches.map(({ article, sameOutlet }) => [article.id, sameOutlet]))).toEqual(
      new Map([
        ['b', true],
        ['c', false],
      ]),
    );
  });

  it('asks for as many words as the reader says', async () => {
    const shared = wordsOf(22, 20).join(' ');
    const here = articleOf('a', lines(textOf(23, 3), shared));
    const there = library(articleOf('b', lines(shared, textOf(24, 3))));
    expect(await findTextMatches(here, there)).toHaveLength(1);
    expect(await findTextMatches(here, there, { minWords: 30 })).toEqual([]);
  });

  it('asks for more words outside quotation marks than inside', async () => {
    const shared = wordsOf(25, 13).join(' ');
    const wrap = (seed: number, part: string) => lines(textOf(seed, 3), part, textOf(seed + 1, 3));
    const plain = await find(articleOf('a', wrap(26, shared)), articleOf('b', wrap(28, shared)));
    const quoted = await find(
      articleOf('a', wrap(26, `“${shared}”`)),
      articleOf('b', wrap(28, `“${shared}”`)),
    );
    expect([plain.length, quoted.length]).toEqual([0, 1]);
  });
});

describe('boilerplate', () => {
  const footer = `${sentenceOf(40, 20)} ${sentenceOf(41, 20)}`;
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

  it('of one outlet, on all its pages, is no shared text', async () => {
    const pages = Array.from({ length: 12 }, (_, i) =>
      articleOf(`p${i}`, lines(textOf(100 + i, 4), footer), { outlet: 'north.example', day: day(i * 5) }),
    );
    const here = articleOf('a', lines(textOf(99, 4), footer), { outlet: 'north.example', day: day(31) });
    expect(await find(here, ...pages)).toEqual([]);
  });

  it('used by all outlets over months is no shared text', async () => {
    const pages = Array.from({ length: 12 }, (_, i) =>
      articleOf(`p${i}`, lines(textOf(120 + i, 4), footer), { day: day(i * 9) }),
    );
    expect(await find(articleOf('a', lines(textOf(98, 4), footer), { day: day(50) }), ...pages)).toEqual([]);
  });

  it('is not a whole text that many outlets rerun for months', async () => {
    const column = textOf(77, 8);
    const copies = Array.from({ length: 12 }, (_, i) => articleOf(`p${i}`, column, { day: day(i * 9) }));
    const matches = await find(articleOf('a', column, { day: day(50) }), ...copies);
    expect(matches).toHaveLength(12);
    expect(matches.every(({ relation }) => relation === 'reprint')).toBe(true);
  });

  it('is not what many outlets ran within three days: every copy of a wire story is found', async () => {
    const wire = textOf(50, 5);
    const copies = Array.from({ length: 80 }, (_, i) =>
      articleOf(`w${i}`, lines(wire, sentenceOf(500 + i)), { day: day(20 + (i % 3)) }),
    );
    const matches = await find(articleOf('a', wire, { day: day(21) }), ...copies);
    expect(matches).toHaveLength(80);
  });

  it('is left out of what counts where real reuse stands beside it', async () => {
    const pages = Array.from({ length: 12 }, (_, i) =>
      articleOf(`p${i}`, lines(textOf(140 + i, 4), footer), { outlet: 'north.example', day: day(i * 5) }),
    );
    const quote = `“${wordsOf(60, 16).join(' ')}”`;
    const here = articleOf('a', lines(textOf(97, 4), quote, footer), {
      outlet: 'north.example',
      day: day(31),
    });
    const other = articleOf('b', lines(textOf(96, 4), quote, textOf(95, 2)), { day: day(31) });
    const matches = await find(here, ...pages, other);
    expect(matches).toMatchObject([{ article: { id: 'b' }, relation: 'shared-quotation', wordsShared: 16 }]);
  });

  it('of the list handed in is no shared text, even in a library of one', async () => {
    const there = library(articleOf('b', lines(textOf(160, 4), footer, textOf(162, 1))));
    const here = articleOf('a', lines(textOf(161, 4), footer));
    const keys = new Set(preparedOf(articleOf('f', footer)).keys);
    expect(await findTextMatches(here, there, { common: noCommonShingles })).toHaveLength(1);
    expect(await findTextMatches(here, there, { common: { has: (key) => keys.has(key) } })).toEqual([]);
  });
});

describe('a fingerprint-only article', () => {
  const evidence = (id: string, text: string, day = '2026-03-01') => {
    const prepared = preparedOf(articleOf(id, text, { day }));
    return { ...prepared, text: null, held: { ...prepared.held, held: 'fingerprint-only' as const } };
  };

  it('is matched by its fingerprints, with passages of this page alone', async () => {
    const taken = textOf(70, 2);
    const here = lines(textOf(71, 2), taken, textOf(72, 2));
    const reader = memoryCorpus([evidence('b', lines(taken, textOf(73, 6)))]);
    const [match] = await findTextMatches(articleOf('a', here), reader);
    expect(match).toMatchObject({ relation: 'excerpt', passages: [{ there: { start: 0, end: 0 } }] });
    const [passage] = match!.passages;
    const found = here.slice(passage!.here.start, passage!.here.end);
    expect(taken).toContain(found);
    expect(found.length).toBeGreaterThan(taken.length * 0.7);
    expect(match!.wordsShared).toBe(passage!.words);
  });

  it('that is a copy is called a reprint, also where only the base level is held', async () => {
    const text = textOf(74, 8);
    const whole = evidence('b', text);
    const isBase = (_: number, i: number) => whole.levels[i] === 0;
    const base = {
      ...whole,
      keys: whole.keys.filter(isBase),
      positions: whole.positions.filter(isBase),
      levels: whole.levels.filter((level) => level === 0),
    };
    for (const held of [whole, base])
      expect(await findTextMatches(articleOf('a', text), memoryCorpus([held]))).toMatchObject([
        { relation: 'reprint' },
      ]);
  });

  it('shares less than the reader asks for, or standing text of other weeks, and is not named', async () => {
    const shared = textOf(78, 1);
    const reader = memoryCorpus([evidence('b', lines(textOf(79, 6), shared, textOf(77, 6)), '2026-03-01')]);
    const asked = (day: string) => articleOf('a', lines(textOf(71, 6), shared, textOf(72, 6)), { day });
    expect(await findTextMatches(asked('2026-03-02'), reader)).toHaveLength(1);
    expect(await findTextMatches(asked('2026-03-02'), reader, { minWords: 50 })).toEqual([]);
    expect(await findTextMatches(asked('2026-03-29'), reader)).toEqual([]);
  });

  it('with too few shared fingerprints is not named', async () => {
    const shared = sentenceOf(75, 12);
    const reader = memoryCorpus([evidence('b', lines(shared, textOf(76, 6)))]);
    expect(await findTextMatches(articleOf('a', lines(textOf(77, 3), shared)), reader)).toEqual([]);
  });
});

describe('what is asked of a library', () => {
  it('is postings once, prints once, and no more articles than there may be candidates', async () => {
    const asked = { postings: 0, prints: 0, articles: 0 };
    const shared = textOf(80, 1);
    const reader = library(
      ...Array.from({ length: 350 }, (_, i) => articleOf(`p${i}`, lines(shared, textOf(200 + i, 3)))),
    );
    const counting: CorpusReader = {
      ...reader,
      postings: (keys) => {
        asked.postings++;
        return reader.postings(keys);
      },
      prints: (refs) => {
        asked.prints++;
        return reader.prints(refs);
      },
      whole: (refs) => {
        asked.articles += refs.length;
        return reader.whole(refs);
      },
    };
    await findTextMatches(articleOf('a', lines(textOf(81, 3), shared)), counting);
    expect([asked.postings, asked.prints]).toEqual([1, 1]);
    expect(asked.articles).toBeLessThanOrEqual(256);
  });

  it.each(badTexts)('is answered sensibly for %s', async (_, text, relation) => {
    const matches = await find(articleOf('a', text), articleOf('b', text), articleOf('c', textOf(82)));
    expect(matches.map(({ article, relation }) => [article.id, relation])).toEqual(
      relation === null ? [] : [['b', relation]],
    );
  });

  it('is answered for a thousand identical articles', async () => {
    const text = textOf(83, 3);
    const copies = Array.from({ length: 1_000 }, (_, i) => articleOf(`p${i}`, text, { day: '2026-02-01' }));
    const matches = await find(articleOf('a', text, { day: '2026-02-01' }), ...copies);
    expect(matches.length).toBeGreaterThanOrEqual(60);
    expect(matches.every(({ relation }) => relation === 'reprint')).toBe(true);
  });
});
