/**
 * The matching engine against its targets: `node tests/bench/run.mjs matching [articles] [seeds]`; 100,000 articles and
 * three seeds unless said otherwise. Everything but the comparison with other engines runs in Chromium, in the
 * background worker of the production build and on its own library. Real articles come first; where they do not
 * suffice the library is filled up with generated text, and the table says how much of it.
 */
import { hasCollections } from '../collections';
import { type LibraryMeasured, measureLibrary } from './library-measures';
import { figureRows, kindRows } from './matching-rows';
import { measurePeers } from './peer-measures';
import { peerRows } from './peer-rows';
import { type PlantedRun, plantedRun } from './planted-measures';
import { newcomersSize, type PlantedSet, plantSet } from './planted-set';
import { printRows } from './table';

const restarts = { worker: 20, browser: 5 };
const noRestarts = { worker: 0, browser: 0 };

/** One set, what its library was measured at and how its questions were answered. */
export interface Run extends PlantedRun {
  measured: LibraryMeasured;
}

export default async function benchMatching([articles = '100000', seeds = '3']: string[]): Promise<void> {
  if (!hasCollections) {
    console.log('Skipped: the collections of real articles are not here.');
    return;
  }
  const list = Array.from({ length: Number(seeds) }, (_, i) => i + 1);
  const small: Run[] = [];
  for (const seed of list) small.push(await run(plantSet(newcomersSize, seed), seed, false));
  const large: Run[] = [];
  for (const seed of list.slice(1)) large.push(await run(plantSet(Number(articles), seed), seed, false));
  const first = plantSet(Number(articles), 1);
  large.unshift(await run(first, 1, true));
  const peers = await measurePeers(first);
  printRows([...figureRows(large, small), ...peerRows(peers), ...kindRows(large, small)]);
}

async function run(set: PlantedSet, seed: number, isTimed: boolean): Promise<Run> {
  console.log(`seed ${seed}: ${set.library.length} articles, ${set.questions.length} questions …`);
  const measured = await measureLibrary(set, isTimed ? restarts : noRestarts);
  return { ...plantedRun(set, seed, measured.answers), measured };
}
