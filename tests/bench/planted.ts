/**
 * The planted set in this Node alone, its library in memory: `node tests/bench/run.mjs planted [articles] [seeds]`;
 * 20,000 articles and three seeds unless said otherwise. It asks in minutes what `matching` asks of the extension's
 * own library.
 */

import type { Article } from '@/lib/core/article';
import { finerLevel } from '@/lib/core/fingerprint';
import { type CorpusReader, findTextMatches, memoryCorpus, prepareArticle } from '@/lib/core/matching';
import { defaultLimits } from '@/lib/corpus/store/limits';
import { hasCollections } from '../collections';
import { type Answered, asAnswered } from './answered';
import { fromCollection } from './from-collection';
import { kindRows, plantedRows } from './matching-rows';
import { type PlantedRun, plantedRun } from './planted-measures';
import { newcomersSize, type PlantedSet, plantSet } from './planted-set';
import { printRows } from './table';

export default async function benchPlanted([articles = '20000', seeds = '3']: string[]): Promise<void> {
  if (!hasCollections) {
    console.log('Skipped: the collections of real articles are not here.');
    return;
  }
  const large: PlantedRun[] = [];
  const small: PlantedRun[] = [];
  for (let seed = 1; seed <= Number(seeds); seed++) {
    large.push(await runOf(plantSet(Number(articles), seed), seed));
    small.push(await runOf(plantSet(newcomersSize, seed), seed));
  }
  printRows([
    ...plantedRows(large, { f1: 0.97, precision: 0.98 }),
    ...plantedRows(small, { f1: 0.95, precision: 0.97 }),
    ...kindRows(large, small),
  ]);
}

async function runOf(set: PlantedSet, seed: number): Promise<PlantedRun> {
  const reader = corpusOf(set.library);
  const answers: Answered[] = [];
  for (const { article } of set.questions) {
    const began = performance.now();
    const matches = await findTextMatches(article, reader);
    answers.push(asAnswered(matches, performance.now() - began));
  }
  return plantedRun(set, seed, answers);
}

/** The library in memory, with the keys that the extension would keep, and look up, of one as large. */
export function corpusOf(library: readonly Article[]): CorpusReader {
  const keepsFiner = library.length < defaultLimits.keepsFinerBelow;
  const isKept = (level: number | undefined) => keepsFiner || level !== finerLevel;
  const corpus = memoryCorpus(
    library.map((article) => {
      const prepared = prepareArticle(article, fromCollection);
      return { ...prepared, keys: prepared.keys.filter((_, i) => isKept(prepared.levels[i])) };
    }),
  );
  return {
    ...corpus,
    postings: async (keys, levels) => {
      const found = await corpus.postings(keys);
      return found.map((one, i) => (isKept(levels?.[i]) ? one : notLookedUp));
    },
  };
}

const notLookedUp = { documents: 0, refs: new Uint32Array(0) };
