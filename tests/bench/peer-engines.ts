/**
 * The engines compared: each takes the same articles and is asked the same questions, each the way its users would ask
 * it. A search library is given the first thirty words of an article (whole articles take MiniSearch out of memory and
 * make neither any better), Fuse the headline, for which the first ten words stand here.
 */
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Article } from '@/lib/core/article';
import { findTextMatches, memoryCorpus, type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import { fromCollection } from './from-collection';

/** An article found, by its place in the collection; a higher score is a better one. */
export interface PeerHit {
  place: number;
  score: number;
}

export interface PeerEngine {
  add(article: Article, place: number): void;
  /** Called once, after the last article. */
  finish(): void;
  ask(article: Article): Promise<PeerHit[]>;
}

/** Hits taken from an engine, best first. */
const mostHits = 10;

const firstWords = (text: string, count: number) => text.split(/\s+/, count).join(' ');
const lede = ({ text }: Article) => firstWords(text, 30);
const headline = ({ text }: Article) => firstWords(text, 10);

/** Gives no scores; the order is all it says. */
function flexSearch(): PeerEngine {
  const index = new Index({ tokenize: 'strict' });
  return {
    add: ({ text }, place) => {
      index.add(place, text);
    },
    finish: () => undefined,
    ask: async (article) =>
      index
        .search(lede(article), { limit: mostHits, suggest: true })
        .map((place, rank) => ({ place: Number(place), score: 1 / (1 + rank) })),
  };
}

function miniSearch(): PeerEngine {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  return {
    add: ({ text }, id) => index.add({ id, text }),
    finish: () => undefined,
    ask: async (article) =>
      index
        .search(lede(article))
        .slice(0, mostHits)
        .map(({ id, score }) => ({ place: Number(id), score })),
  };
}

function fuse(): PeerEngine {
  const headlines: string[] = [];
  let index = new Fuse<string>([]);
  return {
    add: (article) => {
      headlines.push(headline(article));
    },
    finish: () => {
      index = new Fuse(headlines, { includeScore: true });
    },
    ask: async (article) =>
      index
        .search(headline(article), { limit: mostHits })
        .map(({ refIndex, score = 1 }) => ({ place: refIndex, score: 1 - score })),
  };
}

/** @param keepsFiner whether the finer level of fingerprints is kept, as a small library does */
function refrain(keepsFiner: boolean): PeerEngine {
  const prepared: PreparedArticle[] = [];
  let reader = memoryCorpus([]);
  return {
    add: (article) => {
      const one = prepareArticle(article, fromCollection);
      const isKept = (_: number, i: number) => keepsFiner || one.levels[i] !== 1;
      prepared.push({ ...one, keys: one.keys.filter(isKept) });
    },
    finish: () => {
      reader = memoryCorpus(prepared);
    },
    ask: async (article) => {
      const matches = await findTextMatches(article, reader);
      return matches.map(({ article: { ref }, wordsShared }) => ({ place: ref, score: wordsShared }));
    },
  };
}

export const peerNames = ['Refrain', 'FlexSearch', 'MiniSearch', 'Fuse'] as const;
export type PeerName = (typeof peerNames)[number];

export function peerEngine(name: PeerName, keepsFiner: boolean): PeerEngine {
  switch (name) {
    case 'Refrain':
      return refrain(keepsFiner);
    case 'FlexSearch':
      return flexSearch();
    case 'MiniSearch':
      return miniSearch();
    case 'Fuse':
      return fuse();
  }
}
