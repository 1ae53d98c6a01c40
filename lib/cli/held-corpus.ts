import path from 'node:path';
import { addedOutlets, editOutlets, type OutletEdit } from '@/lib/core/article';
import {
  type ArrivalDetails,
  type CorpusReader,
  memoryCorpus,
  type PreparedArticle,
  prepareArticle,
} from '@/lib/core/matching';
import { readCredits } from '@/lib/core/provenance';
import type { Credit } from '@/lib/core/provenance/types';
import type { Tokens } from '@/lib/core/text';
import { readPack, withAllLevels } from '@/lib/corpus/packs';
import { entryAt } from './files';
import { type InputArticle, inputArticles } from './inputs';
import { isPack, packAt, refusedIn } from './pack-place';

/**
 * An article of a file as a library takes it. When its file was last changed is when it was first here.
 * @param credits where they were read already.
 * @param tokens of the text, where they are at hand.
 */
export function prepareInput(
  input: InputArticle,
  credits: Credit[] = readCredits(input.reading),
  tokens?: Tokens,
): PreparedArticle {
  const { article, summary, changed, file } = input;
  const details: ArrivalDetails = {
    firstSeen: { at: changed.toISOString(), precision: 'minute', from: 'first-seen' },
    from: { kind: 'import', name: file },
    credits,
    summary,
  };
  return prepareArticle(article, details, tokens);
}

/** Packs and files of articles as one library in memory. */
export async function heldCorpus(given: readonly string[], now: Date): Promise<CorpusReader> {
  const prepared: PreparedArticle[] = [];
  const said: OutletEdit[] = [];
  const files: string[] = [];
  for (const one of given) {
    if (!(await isPack(one))) {
      files.push(one);
      continue;
    }
    const { articles, manifest } = await wholePack(one);
    said.push(...(manifest.outlets ?? []));
    for (const article of articles) prepared.push(withAllLevels(article.prepared));
  }
  if (files.length > 0) {
    for await (const article of inputArticles(files, now)) prepared.push(prepareInput(article));
  }
  editOutlets(addedOutlets(said));
  return memoryCorpus(prepared);
}

/** When the pack's manifest was last changed is when its articles were first here. */
async function wholePack(given: string) {
  const { place, source, dated } = await packAt(given);
  const { mtime } = await entryAt(dated);
  const outcome = await readPack(source, { packName: path.basename(place), now: mtime });
  if (outcome.status === 'refused') throw refusedIn(place, outcome);
  return outcome;
}
