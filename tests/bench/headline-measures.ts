import type { Article } from '@/lib/core/article';
import { findStoryMatches, memoryCorpus, type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import { dayOf, isoDay } from '@/lib/core/matching/dates';
import { readArticles } from '../collections';
import { fromCollection } from './from-collection';
import { basilStories } from './story-measures';

/** How well other tellings are found of which only the headline is held. */
export interface HeadlineFigures {
  asked: number;
  /** Headlines of the same story that are found, and that there are. */
  found: number;
  there: number;
  /** Headlines of other stories that are told. */
  wrong: number;
}

/** Headlines of other stories among which the right ones are looked for. */
const others = 2_000;
/** Headlines so near in time to a page that they may tell its story are not taken for others. */
const farDays = 60;

/**
 * Each article of BASIL asks for the headlines of the two others of its story, among two thousand of other stories moved to
 * its days.
 * @param isDated whether the date of the asking article is known
 */
export async function headlinesOfBasil(isDated: boolean): Promise<HeadlineFigures> {
  const headlines = readArticles('allsides-2012-2016').map(headlineOf);
  const figures: HeadlineFigures = { asked: 0, found: 0, there: 0, wrong: 0 };
  for (const story of basilStories()) {
    for (const article of story) {
      const same = story.filter((one) => one !== article);
      const items = [...same.map(headlineOf), ...othersAround(dayOf(article.published) ?? 0, headlines)];
      const asking = isDated ? article : { ...article, published: null };
      const told = await findStoryMatches(asking, memoryCorpus(items), []);
      const right = told.filter(({ article: { id } }) => same.some((one) => one.id === id)).length;
      figures.asked++;
      figures.there += same.length;
      figures.found += right;
      figures.wrong += told.length - right;
    }
  }
  return figures;
}

function headlineOf(article: Article): PreparedArticle {
  return prepareArticle({ ...article, text: '', paragraphs: [], completeness: 'summary' }, fromCollection);
}

/** Headlines from all over the collection, far from this day, as if they had run within three days of it. */
function othersAround(day: number, headlines: readonly PreparedArticle[]): PreparedArticle[] {
  const far = headlines.filter(({ held }) => Math.abs((dayOf(held.published) ?? day) - day) > farDays);
  const step = Math.max(1, Math.floor(far.length / others));
  return far
    .filter((_, i) => i % step === 0)
    .map((one, i) => ({
      ...one,
      held: { ...one.held, published: { at: isoDay(day + (i % 7) - 3), precision: 'day', from: 'import' } },
    }));
}
