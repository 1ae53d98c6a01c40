import { type Article, readStamp } from '@/lib/core/article';
import {
  findStories,
  findStoryMatches,
  findTextMatches,
  memoryCorpus,
  prepareArticle,
  type StoryMatch,
} from '@/lib/core/matching';
import { jsonLines, readArticles, seeds } from '../collections';
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

/** Agreement of the engine's same-event clusters with the ECB+ gold (two look-alike events in every topic), B-cubed. */
export async function clustersOfEcb(): Promise<BCubed> {
  const gold = new Map<string, string>();
  for (const { cluster, ids } of jsonLines<{ cluster: string; ids: string[] }>(
    'ecbplus',
    'clusters.gold.jsonl',
  ))
    for (const id of ids) gold.set(id, cluster);
  const told = new Map<string, string>();
  for await (const { id, story } of findStories(readArticles('ecbplus')))
    if (gold.has(id)) told.set(id, story);
  return bCubed(gold, told);
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
