/**
 * Stories of a whole collection: each article's neighbours, and clusters of articles that tell the same event.
 * Terms of all articles are kept (a few kilobytes each), so that every pair that matters can be compared, also while
 * clusters are joined, and while those that hold two events of one kind are parted.
 */
import type { Article } from '@/lib/core/article';
import { clusterByLinks, type Link } from './cluster';
import { partByContrast, type Telling } from './contrast';
import { dayOf } from './dates';
import type { CollectionOptions } from './pairs';
import { indexPostings, type PostingsIndex, postingsOf } from './postings';
import { canBeOneEvent, daysBetween, eventScore, sameEventFrom, storyRelation } from './story-relation';
import { sharedTerms, similarity, type TermsTold, type TermVector, vectorOf } from './term-vectors';
import { rarity, storedTerms, termsOf } from './terms';
import type { StoryRelation } from './types';

export interface ArticleStory {
  id: string;
  /** Id of the cluster's first article; articles of one event have the same. */
  story: string;
  neighbours: { id: string; relation: StoryRelation; score: number; shared: string[] }[];
}

/** Neighbours named for an article, and articles compared to find them. */
const mostNeighbours = 20;
const mostCompared = 100;
/** Terms shown as evidence. */
const termsShown = 8;

/** One article of the collection as it is compared. */
interface Told extends Telling {
  id: string;
  title: string | null;
  text: string;
  vector: TermVector;
}

interface Neighbour {
  ref: number;
  score: number;
  days: number | null;
}

export interface StoriesOptions extends Pick<CollectionOptions, 'progress'> {
  /** Similarity from which on two tell the same event. */
  eventFrom?: number;
  /** Contrast from which on two groups of tellings tell two events. */
  contrastFrom?: number;
}

/** One line for each article, in the collection's order. */
export async function* findStories(
  articles: Iterable<Article> | AsyncIterable<Article>,
  options: StoriesOptions = {},
): AsyncGenerator<ArticleStory> {
  const eventFrom = options.eventFrom ?? sameEventFrom;
  const { told, index } = await readTold(articles, options);
  const neighbours = told.map((_, ref) => {
    options.progress?.('asking', ref, told.length);
    return neighboursOf(ref, told, index);
  });
  const links = neighbours.flatMap((list, a): Link[] =>
    list
      .filter(({ score, days }) => canBeOneEvent(score, days))
      .map(({ ref, score, days }) => ({ a, b: ref, score: eventScore(score, days) }))
      .filter(({ b, score }) => b > a && score >= eventFrom),
  );
  const alike = (a: number, b: number) => asOneEvent(told[a]!, told[b]!);
  const clusters = clusterByLinks(told.length, links, alike, eventFrom);
  const story = partClusters(clusters, told, options.contrastFrom);
  for (const [ref, { id }] of told.entries())
    yield {
      id,
      story: told[story[ref]!]!.id,
      neighbours: describeNeighbours(ref, neighbours[ref]!, told, story),
    };
  options.progress?.('asking', told.length, told.length);
}

/** Parts each cluster where it holds look-alike events. @returns for each article the first of its event */
function partClusters(clusters: readonly number[], told: readonly Told[], contrastFrom?: number): number[] {
  const story = [...clusters];
  const members = new Map<number, number[]>();
  for (const [ref, cluster] of clusters.entries()) {
    const known = members.get(cluster);
    if (known) known.push(ref);
    else members.set(cluster, [ref]);
  }
  for (const refs of members.values()) {
    const tellings = refs.map((ref) => told[ref]!);
    for (const event of partByContrast(tellings, contrastFrom))
      for (const place of event) story[refs[place]!] = refs[event[0]!]!;
  }
  return story;
}

async function readTold(
  articles: Iterable<Article> | AsyncIterable<Article>,
  { progress }: Pick<CollectionOptions, 'progress'>,
): Promise<{ told: Told[]; index: PostingsIndex }> {
  const read: { article: Article; terms: TermsTold }[] = [];
  const documents = new Map<number, number>();
  for await (const article of articles) {
    const terms = termsOf(article.title, article.text).slice(0, mostTerms);
    for (const { hash } of terms) documents.set(hash, (documents.get(hash) ?? 0) + 1);
    read.push({ article, terms: terms.map(({ hash, weight }) => ({ hash, weight })) });
    progress?.('reading', read.length, null);
  }
  const rarityHere = (hash: number) => rarity(hash, documents.get(hash) ?? 0, read.length);
  return {
    told: read.map(({ article: { id, title, text, published }, terms }) => ({
      id,
      title,
      text,
      day: dayOf(published),
      vector: vectorOf(terms, rarityHere),
      terms,
    })),
    index: indexPostings(
      read.map(({ terms }) => Uint32Array.from(terms.slice(0, storedTerms), ({ hash }) => hash)),
    ),
  };
}

/** Terms of an article that are kept while a collection is read. */
const mostTerms = 128;

function neighboursOf(ref: number, told: readonly Told[], index: PostingsIndex): Neighbour[] {
  const here = told[ref]!;
  const scores = new Map<number, number>();
  here.vector.hashes.forEach((hash, i) => {
    for (const other of postingsOf(index, hash).refs)
      scores.set(other, (scores.get(other) ?? 0) + here.vector.weights[i]! ** 2);
  });
  return [...scores]
    .filter(([other]) => other !== ref)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCompared)
    .map(([other]) => ({
      ref: other,
      score: similarity(here.vector, told[other]!.vector),
      days: daysBetween(here.day, told[other]!.day),
    }))
    .sort((a, b) => b.score - a.score || a.ref - b.ref);
}

function asOneEvent(a: Told, b: Told): number {
  return eventScore(similarity(a.vector, b.vector), daysBetween(a.day, b.day));
}

/** The cluster decides what is the same event, so that a neighbour never says other than `story` does. */
function describeNeighbours(
  ref: number,
  neighbours: readonly Neighbour[],
  told: readonly Told[],
  story: ArrayLike<number>,
): ArticleStory['neighbours'] {
  const { title, text, vector } = told[ref]!;
  const related = neighbours.flatMap(({ ref: other, score, days }) => {
    const isSameEvent = story[ref] === story[other];
    if (!isSameEvent && storyRelation(score, days) === null) return [];
    const relation: StoryRelation = isSameEvent ? 'same-event' : 'same-story';
    return { id: told[other]!.id, relation, score, other };
  });
  if (related.length === 0) return [];
  const printed = new Map(termsOf(title, text).map((term) => [term.hash, term.printed]));
  return related.slice(0, mostNeighbours).map(({ other, ...neighbour }) => {
    const shared = sharedTerms(vector, told[other]!.vector).slice(0, termsShown);
    return { ...neighbour, shared: shared.flatMap((hash) => printed.get(hash) ?? []) };
  });
}
