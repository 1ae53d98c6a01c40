import type { Article } from '@/lib/core/article';
import { findStories, type StoriesOptions } from '@/lib/core/matching';
import { jsonLines, readArticles } from '../collections';
import { type BCubed, bCubed } from './story-measures';

/** Articles of ECB+ with the gold event of each: two look-alike events in every topic. */
interface Ecb {
  articles: Article[];
  events: ReadonlyMap<string, string>;
}

function readEcb(): Ecb {
  const events = new Map<string, string>();
  for (const { cluster, ids } of jsonLines<{ cluster: string; ids: string[] }>(
    'ecbplus',
    'clusters.gold.jsonl',
  ))
    for (const id of ids) events.set(id, cluster);
  return { articles: readArticles('ecbplus').filter(({ id }) => events.has(id)), events };
}

/** Agreement of the engine's same-event clusters with the gold, B-cubed. */
export async function clustersOfEcb(): Promise<BCubed> {
  return scoreEcb(readEcb(), {});
}

async function scoreEcb(
  { articles, events }: Ecb,
  settings: Pick<StoriesOptions, 'eventFrom' | 'contrastFrom'>,
): Promise<BCubed> {
  const told = new Map<string, string>();
  for await (const { id, story } of findStories(articles, settings)) told.set(id, story);
  return bCubed(new Map(articles.map(({ id }) => [id, events.get(id)!])), told);
}

/** Thresholds tried: similarity of two texts, contrast of two groups of them. */
const settingsTried = [0.18, 0.22, 0.26, 0.3, 0.4, 0.5].flatMap((eventFrom) =>
  [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6].map((contrastFrom) => ({ eventFrom, contrastFrom })),
);

/** A part of the topics, scored by the thresholds that the other parts set. */
export interface PartScored {
  eventFrom: number;
  contrastFrom: number;
  scored: BCubed;
}

/**
 * B-cubed on parts of the topics (the rest of a topic's number by `parts`), each by the thresholds with the best recall
 * at a precision of `leastPrecision` on the others.
 */
export async function partsOfEcb(parts: number, leastPrecision: number): Promise<PartScored[]> {
  const { articles, events } = readEcb();
  const partOf = ({ id }: Article) => Number.parseInt(events.get(id)!, 10) % parts;
  const scores = await Promise.all(
    Array.from({ length: parts }, (_, part) => {
      const own = { articles: articles.filter((article) => partOf(article) === part), events };
      return Promise.all(settingsTried.map((settings) => scoreEcb(own, settings)));
    }),
  );
  return scores.map((own, part) => {
    const best = bestOn(
      scores.filter((_, other) => other !== part),
      leastPrecision,
    );
    return { ...settingsTried[best]!, scored: own[best]! };
  });
}

/** Place of the settings with the best recall at a precision, or where none has it, with the best precision. */
function bestOn(scores: readonly BCubed[][], leastPrecision: number): number {
  const means = settingsTried.map((_, at) => meanOf(scores.map((part) => part[at]!)));
  const worth = ({ precision, recall }: Pick<BCubed, 'precision' | 'recall'>) =>
    precision >= leastPrecision ? 1 + recall : precision;
  return means.reduce((best, mean, at) => (worth(mean) > worth(means[best]!) ? at : best), 0);
}

/** Precision and recall over parts, by their articles. */
export function meanOf(scores: readonly BCubed[]): { articles: number; precision: number; recall: number } {
  const articles = scores.reduce((sum, score) => sum + score.articles, 0);
  const mean = (of: 'precision' | 'recall') =>
    scores.reduce((sum, score) => sum + score[of] * score.articles, 0) / articles;
  return { articles, precision: mean('precision'), recall: mean('recall') };
}
