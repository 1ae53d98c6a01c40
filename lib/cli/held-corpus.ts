import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type CorpusReader, memoryCorpus, type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import { readCredits } from '@/lib/core/provenance';
import { manifestName, type PackRefused, type PackSource, readPack, withAllLevels } from '@/lib/corpus/packs';
import { BadInput } from './bad-input';
import { entryAt, locate, standardInput } from './files';
import { type InputArticle, inputArticles } from './inputs';

/** A pack by its folder, or by the manifest in it. */
export async function packAt(given: string): Promise<{ folder: string; source: PackSource }> {
  const isFolder = (await entryAt(given)).isDirectory();
  const folder = isFolder ? given : path.dirname(given);
  if (!isFolder && path.basename(given) !== manifestName) {
    throw new BadInput(given, 'this is no pack. Name the folder of one.');
  }
  return { folder, source: packIn(folder) };
}

/** The refusal of a pack's file as bad input. */
export function refusedIn(folder: string, { where, why }: PackRefused): BadInput {
  return new BadInput(path.join(folder, where), why);
}

/** An article of a file as a library takes it. When its file was last changed is when it was first here. */
export function prepareInput({ article, reading, summary, changed, file }: InputArticle): PreparedArticle {
  return prepareArticle(article, {
    firstSeen: { at: changed.toISOString(), precision: 'minute', from: 'first-seen' },
    from: { kind: 'import', name: file },
    credits: readCredits(article, reading.lines, reading.metadata),
    summary,
  });
}

/** Packs and files of articles as one library in memory. */
export async function heldCorpus(given: readonly string[], now: Date): Promise<CorpusReader> {
  const prepared: PreparedArticle[] = [];
  const files: string[] = [];
  for (const one of given) {
    if (await isPack(one)) for (const article of await articlesOfPack(one)) prepared.push(article);
    else files.push(one);
  }
  if (files.length > 0) {
    for await (const article of inputArticles(files, now)) prepared.push(prepareInput(article));
  }
  return memoryCorpus(prepared);
}

async function isPack(given: string): Promise<boolean> {
  if (given === standardInput) return false;
  if (!(await entryAt(given)).isDirectory()) return path.basename(given) === manifestName;
  return (await packIn(given)(manifestName)) !== null;
}

/** When the pack's manifest was last changed is when its articles were first here. */
async function articlesOfPack(given: string): Promise<PreparedArticle[]> {
  const { folder, source } = await packAt(given);
  const { mtime } = await entryAt(path.join(folder, manifestName));
  const outcome = await readPack(source, { packName: path.basename(folder), now: mtime });
  if (outcome.status === 'refused') throw refusedIn(folder, outcome);
  return outcome.articles.map(({ prepared }) => withAllLevels(prepared));
}

/** Largest file of a pack that is read at all, in bytes; what is larger than the format allows is refused when it is read. */
const largestFile = 64 * 1024 * 1024;

/** A pack's files, from its folder. */
function packIn(folder: string): PackSource {
  return async (name) => {
    const given = path.join(folder, name);
    try {
      const { size } = await stat(locate(given));
      if (size > largestFile) {
        throw new BadInput(given, 'the file is larger than any file of a pack. Get the pack again.');
      }
      return new Uint8Array(await readFile(locate(given)));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  };
}
