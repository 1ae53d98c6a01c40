/**
 * Stories of a whole collection: each article's neighbours, and clusters of articles that tell the same event.
 */
import type { Article } from '@/lib/core/article';
import { memoryCorpus } from './memory-corpus';
import { asAsked, type CollectionOptions, readCollection } from './pairs';
import { findStoryMatches } from './story-matches';
import { findTextMatches } from './text-matches';
import type { StoryRelation } from './types';

export interface ArticleStory {
  id: string;
  /** Id of the cluster's first article; articles of one event have the same. */
  story: string;
  neighbours: { id: string; relation: StoryRelation; score: number; shared: string[] }[];
}

const mostNeighbours = 20;

/** One line for each article, in the collection's order. Articles that share text count as telling the same event. */
export async function* findStories(
  articles: Iterable<Article> | AsyncIterable<Article>,
  options: CollectionOptions = {},
): AsyncGenerator<ArticleStory> {
  const { prepared } = await readCollection(articles, options);
  const reader = memoryCorpus(prepared);
  const neighbours: { ref: number; relation: StoryRelation; score: number; shared: string[] }[][] = [];
  for (const [ref, one] of prepared.entries()) {
    options.progress?.('asking', ref, prepared.length);
    const article = asAsked(one);
    const accept = (held: { ref: number }) => held.ref !== ref;
    const stories = await findStoryMatches(article, reader, [], { most: mostNeighbours, accept });
    const copies = await findTextMatches(article, reader, { ...options, accept, sameAddress: true });
    const told = stories.map(({ article: held, relation, score, shared }) => ({
      ref: held.ref,
      relation,
      score,
      shared,
    }));
    const copied = copies
      .filter(
        ({ relation, article: held }) => isCopy.has(relation) && !told.some(({ ref }) => ref === held.ref),
      )
      .map(({ article: held, coverage }) => ({
        ref: held.ref,
        relation: 'same-event' as const,
        score: Math.max(coverage.here, coverage.there),
        shared: [],
      }));
    neighbours.push([...told, ...copied].sort((a, b) => b.score - a.score));
  }
  const story = cluster(neighbours);
  for (const [ref, one] of prepared.entries())
    yield {
      id: one.held.id,
      story: prepared[story[ref]!]!.held.id,
      neighbours: neighbours[ref]!.map(({ ref: other, ...rest }) => ({
        id: prepared[other]!.held.id,
        ...rest,
      })),
    };
}

const isCopy: ReadonlySet<string> = new Set(['reprint', 'edited-reprint']);

/**
 * Clusters by same-event neighbours, strongest first: two clusters become one when at least half of the possible
 * links between them exist, so that one loose link does not chain two events.
 * @returns for each article the first article of its cluster
 */
function cluster(neighbours: readonly { ref: number; relation: StoryRelation; score: number }[][]): number[] {
  const links = neighbours
    .flatMap((list, a) =>
      list.filter(({ relation }) => relation === 'same-event').map(({ ref: b, score }) => ({ a, b, score })),
    )
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const linked = new Set(links.map(({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}`));
  const members = neighbours.map((_, ref) => [ref]);
  const of = neighbours.map((_, ref) => ref);
  const density = (x: readonly number[], y: readonly number[]) => {
    const found = x.reduce(
      (sum, a) => sum + y.filter((b) => linked.has(`${Math.min(a, b)} ${Math.max(a, b)}`)).length,
      0,
    );
    return found / (x.length * y.length);
  };
  for (const { a, b } of links) {
    const [x, y] = [of[a]!, of[b]!];
    if (x === y || density(members[x]!, members[y]!) < 0.5) continue;
    const [keep, drop] = x < y ? [x, y] : [y, x];
    for (const ref of members[drop]!) of[ref] = keep;
    members[keep] = [...members[keep]!, ...members[drop]!];
    members[drop] = [];
  }
  return of.map((keep) => Math.min(...members[keep]!));
}
