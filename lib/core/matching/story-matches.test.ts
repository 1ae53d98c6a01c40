import { describe, expect, it } from 'vitest';
import type { Article } from '@/lib/core/article';
import { articleOf, preparedOf, textOf } from '@/tests/fixtures/made-up-articles';
import {
  type CorpusReader,
  findStoryMatches,
  findTextMatches,
  memoryCorpus,
  type PreparedArticle,
} from './index';

/** Tellings of made-up events by made-up outlets. */
const dam = articleOf(
  'dam',
  `Engineers lowered the Orsk-Talvi dam's reservoir on Tuesday after cracks were found in its eastern wall, and 4,000
people in Talvi Lower Town were told to leave.

Chief engineer Runa Teskel said the cracks at Orsk-Talvi had grown by two metres overnight. Pumps from Brelin arrived
in the evening. The reservoir must fall by nine metres before divers can look at the wall, Teskel said.`,
  { title: 'Thousands leave Talvi as cracks open in dam wall', day: '2026-04-07' },
);
const damElsewhere = articleOf(
  'dam elsewhere',
  `Residents of Talvi spent the night in school halls while crews raced to empty the reservoir behind them.

The evacuation of Lower Town came hours after Runa Teskel, who leads the engineers at the Orsk-Talvi dam, found cracks
in the eastern wall. Brelin sent pumps. "We have nine metres to go," a tired Teskel told neighbours.`,
  { title: 'Talvi sleeps in school halls below the cracked dam', day: '2026-04-08' },
);
const damInquiry = articleOf(
  'dam inquiry',
  `A parliamentary inquiry into the Orsk-Talvi dam opened in the capital with a question nobody answered: who signed off
the eastern wall?

Runa Teskel, the chief engineer, said inspectors had asked for new sensors in the reservoir for six years. Families
evacuated from Talvi listened from the gallery.`,
  { title: 'Who signed off the wall? Inquiry into Orsk-Talvi dam opens', day: '2026-04-27' },
);
const otherDam = articleOf(
  'other dam',
  `A dam above Quillmar overflowed after a week of rain, and the mayor asked people in the valley to stay upstairs.

Nobody was hurt. The reservoir, built for irrigation, holds little water in most years. Firefighters from Pennick
brought sandbags, and the army flew over the spillway.`,
  { title: 'Rain spills over dam above Quillmar', day: '2026-04-08' },
);
const filler = Array.from({ length: 40 }, (_, i) =>
  articleOf(`filler ${i}`, textOf(900 + i, 3), { day: '2026-04-07' }),
);

const library = (...articles: Article[]) =>
  memoryCorpus([...articles, ...filler].map((article) => preparedOf(article)));
const find = (here: Article, ...there: Article[]) => findStoryMatches(here, library(...there), []);
const told = async (here: Article, ...there: Article[]) =>
  (await find(here, ...there)).map(({ article, relation }) => [article.id, relation]);

describe('a fingerprint-only article', () => {
  const evidence = (article: Article): PreparedArticle => {
    const prepared = preparedOf(article);
    return { ...prepared, text: null, held: { ...prepared.held, held: 'fingerprint-only' } };
  };

  it('is told by its stored terms: the same event, and not a look-alike of another place', async () => {
    const held = [damElsewhere, otherDam, ...filler].map(evidence);
    const matches = await findStoryMatches(dam, memoryCorpus(held), []);
    expect(matches).toMatchObject([{ article: { id: 'dam elsewhere' }, relation: 'same-event' }]);
    expect(matches[0]!.shared).toContain('Talvi');
  });

  it('may belong to the same story weeks later', async () => {
    const [match] = await findStoryMatches(dam, memoryCorpus([damInquiry, ...filler].map(evidence)), []);
    expect(match).toMatchObject({ article: { id: 'dam inquiry' }, relation: 'same-story' });
  });
});

describe('findStoryMatches', () => {
  it('names another telling of the event, with the terms both print', async () => {
    const [match] = await find(dam, damElsewhere, otherDam);
    expect(match).toMatchObject({
      article: { id: 'dam elsewhere' },
      relation: 'same-event',
      sameOutlet: false,
    });
    expect(match!.shared).toContain('Talvi');
    for (const term of match!.shared) expect(`${dam.title} ${dam.text}`).toContain(term);
  });

  it('tells a later part of the story from the event', async () => {
    expect(await told(dam, damElsewhere, damInquiry)).toEqual([
      ['dam elsewhere', 'same-event'],
      ['dam inquiry', 'same-story'],
    ]);
  });

  it('does not name a look-alike of another event', async () => {
    expect(await told(dam, otherDam)).toEqual([]);
  });

  it('leaves out what lies months away', async () => {
    expect(
      await told(dam, { ...damElsewhere, published: { at: '2027-01-05', precision: 'day', from: 'page' } }),
    ).toEqual([]);
  });

  it('still finds the story where no date is known, on more agreement', async () => {
    const undated = { ...dam, published: null };
    expect((await told(undated, damElsewhere, otherDam)).map(([id]) => id)).toEqual(['dam elsewhere']);
  });

  it('leaves out articles that share text, and the article itself', async () => {
    const copy = articleOf('copy', dam.text, { title: 'Dam cracks', day: '2026-04-07' });
    const reader = library(dam, copy, damElsewhere);
    const stories = await findStoryMatches(dam, reader, await findTextMatches(dam, reader));
    expect(stories.map(({ article }) => article.id)).toEqual(['dam elsewhere']);
  });

  it('answers with nothing for an empty article and an empty library', async () => {
    expect(await find(articleOf('empty', ''), dam)).toEqual([]);
    expect(await findStoryMatches(dam, memoryCorpus([]), [])).toEqual([]);
  });
});

describe('items with a headline only', () => {
  const item = (id: string, title: string, day: string, summary: string | null = null): PreparedArticle =>
    preparedOf(articleOf(id, '', { title, day, completeness: 'summary' }), { summary });
  const items = [
    item('typo', 'Cracks in damm wall: thousands leave Talvy', '2026-04-07'),
    item(
      'summary',
      'Night in the gym',
      '2026-04-08',
      'Thousands had to leave Talvi after cracks in the dam wall.',
    ),
    item('other', 'Council of Brelin buys new trams', '2026-04-07'),
    item('old', 'Thousands leave Talvi as cracks open in dam wall', '2025-01-02'),
  ];
  const reader = memoryCorpus([...items, ...filler.map((article) => preparedOf(article))]);

  it('are found by their words, small differences of spelling aside', async () => {
    const matches = await findStoryMatches(dam, reader, []);
    expect(matches.map(({ article }) => article.id).sort()).toEqual(['summary', 'typo']);
    expect(matches.every(({ article }) => article.held === 'headline-only')).toBe(true);
  });

  it('are not told by words that many headlines print, whatever is known of the date', async () => {
    const chance = item('chance', 'Thousands leave city as doors open at the new wall', '2026-04-07');
    const corpus = memoryCorpus([chance, ...filler.map((article) => preparedOf(article))]);
    expect(await findStoryMatches(dam, corpus, [])).toEqual([]);
    expect(await findStoryMatches({ ...dam, published: null }, corpus, [])).toEqual([]);
  });

  it('are read only where they have any of the strongest terms', async () => {
    const unrelated = item('unrelated', 'Violinist wins a prize', '2026-04-07');
    const corpus = memoryCorpus([unrelated, ...items, ...filler.map((article) => preparedOf(article))]);
    const read: number[] = [];
    const articles: CorpusReader['articles'] = (refs) => {
      read.push(...refs);
      return corpus.articles(refs);
    };
    await findStoryMatches(dam, { ...corpus, articles }, []);
    const ids = (await corpus.articles(read)).map(({ id }) => id);
    expect(ids).toContain('typo');
    expect(ids).not.toContain('unrelated');
  });

  it('are not found without the search through headlines', async () => {
    const without = { ...reader, headlineRefs: async () => [] };
    const found = await findStoryMatches(dam, without, []);
    expect(found.map(({ article }) => article.id)).not.toContain('typo');
  });

  it('are asked for within days of the article, two thousand at most', async () => {
    const asked: unknown[] = [];
    const headlineRefs: CorpusReader['headlineRefs'] = async (...args) => {
      asked.push(args);
      return [];
    };
    await findStoryMatches(dam, { ...reader, headlineRefs }, []);
    expect(asked).toEqual([[{ from: '2026-03-31', to: '2026-04-14' }, 2_000]]);
  });
});

describe('words that two texts have alike', () => {
  const note = `Korrin and Dacey’s podcast Upstream, by the Tarnholt River Foundation, is out on Soundwell every Thursday.
Write to upstream@tarnholt.example, or to the Foundation’s reader desk in Tarnholt.`;
  const withNote = (article: Article) => ({ ...article, text: `${article.text}\n\n${note}` });

  it('make no story of two, be they rare, and are no part of what is shown of one', async () => {
    const [here, other, elsewhere] = [withNote(dam), withNote(otherDam), withNote(damElsewhere)];
    expect(await told(here, other, elsewhere)).toEqual([['dam elsewhere', 'same-event']]);
    const [match] = await find(here, elsewhere);
    expect(match?.shared).not.toContain('Tarnholt');
  });
});
