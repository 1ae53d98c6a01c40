import { type Article, readStamp } from '@/lib/core/article';
import {
  findStories,
  findStoryMatches,
  findTextMatches,
  memoryCorpus,
  prepareArticle,
  type StoryMatch,
} from '@/lib/core/matching';
import { asArticle, jsonLines, readArticles, seedPairs, seeds } from '../collections';
import { fromCollection } from './from-collection';

/** The seeds with the body and date that were told by hand. */
export function seedArticles(): Article[] {
  return seeds().map(({ id, text, truth, day }) => ({
    id,
    outlet: truth.outlet,
    url: null,
    title: truth.title,
    byline: null,
    published: readStamp(day, 'import'),
    modified: null,
    language: null,
    text: text.slice(...truth.body),
    paragraphs: [],
    completeness: 'full',
  }));
}

/** What each seed is told to share a story with, in a library of the other seeds and all of FA-KES. */
export async function storiesOfSeeds(): Promise<Map<string, StoryMatch[]>> {
  const articles = seedArticles();
  const others = readArticles('fa-kes');
  const found = new Map<string, StoryMatch[]>();
  for (const seed of articles) {
    const library = [...articles.filter((other) => other !== seed), ...others];
    const reader = memoryCorpus(library.map((article) => prepareArticle(article, fromCollection)));
    found.set(seed.id, await findStoryMatches(seed, reader, await findTextMatches(seed, reader)));
  }
  return found;
}

export interface BCubed {
  articles: number;
  clusters: number;
  precision: number;
  recall: number;
  f1: number;
}

/** B-cubed precision and recall (Bagga and Baldwin 1998): for each article, over those in its cluster. */
export function bCubed(gold: ReadonlyMap<string, string>, told: ReadonlyMap<string, string>): BCubed {
  const ids = [...gold.keys()];
  const sizeOf = (of: ReadonlyMap<string, string>) => {
    const sizes = new Map<string, number>();
    for (const id of ids) sizes.set(of.get(id) ?? id, (sizes.get(of.get(id) ?? id) ?? 0) + 1);
    return sizes;
  };
  const [goldSizes, toldSizes] = [sizeOf(gold), sizeOf(told)];
  const both = new Map<string, number>();
  const pairKey = (id: string) => `${gold.get(id)} ${told.get(id) ?? id}`;
  for (const id of ids) both.set(pairKey(id), (both.get(pairKey(id)) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  for (const id of ids) {
    const common = both.get(pairKey(id)) ?? 0;
    precision += common / (toldSizes.get(told.get(id) ?? id) ?? 1) / ids.length;
    recall += common / (goldSizes.get(gold.get(id) ?? id) ?? 1) / ids.length;
  }
  const f1 = (2 * precision * recall) / (precision + recall);
  return { articles: ids.length, clusters: toldSizes.size, precision, recall, f1 };
}

/** B-cubed on the triplets of BASIL, all stories in one collection. */
export async function clustersOfBasil(): Promise<BCubed> {
  const gold = new Map<string, string>();
  const told = new Map<string, string>();
  const stories = basilStories();
  for (const [at, story] of stories.entries()) for (const { id } of story) gold.set(id, String(at));
  for await (const { id, story } of findStories(stories.flat())) told.set(id, story);
  return bCubed(gold, told);
}

/** The ten pairs of seeds: how many are told as the truth has them (same event, same story, neither). */
export async function seedPairsRight(): Promise<{ right: number; wrong: string[] }> {
  const found = await storiesOfSeeds();
  const told = (a: string, b: string) =>
    found.get(a)?.find(({ article }) => article.id === b)?.relation ?? 'none';
  const wrong = seedPairs().flatMap(({ a, b, kind }) => {
    const relations = [told(a, b), told(b, a)];
    return relations.includes(kind) && !(kind === 'none' && relations.some((one) => one !== 'none'))
      ? []
      : [`${a}–${b}: ${relations.join('/')} for ${kind}`];
  });
  return { right: seedPairs().length - wrong.length, wrong };
}

/** The triplets of BASIL: what three outlets wrote of one event, as far as it is shared. */
export function basilStories(): Article[][] {
  const rows = jsonLines<{
    id: string;
    story: string;
    outlet: string;
    title: string;
    date: string;
    sents: Record<string, string>;
  }>('framing-basil', 'train.jsonl');
  const articles = rows.map(({ id, story, outlet, title, date, sents }) => {
    const text = Object.keys(sents)
      .map(Number)
      .filter((at) => at >= 0)
      .sort((a, b) => a - b)
      .map((at) => sents[at])
      .join('\n\n');
    return {
      story,
      article: asArticle({ id, outlet, url: null, title, byline: null, published: date, text }),
    };
  });
  return [...Map.groupBy(articles, ({ story }) => story).values()].map((list) =>
    list.map(({ article }) => article),
  );
}
