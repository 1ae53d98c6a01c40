import type { Chunks } from './chunks';
import { isRefused, sameId, withCredits } from './read-one';
import { recordsIn } from './records';
import type { ImportDeps, ImportFile, ImportOutcome } from './types';

/**
 * Reads the articles of one file that lies in memory; its format is told by name and content. Bad records are refused one by
 * one, each with its place and what to do, and the rest is read. Nothing is kept: the caller adds the articles to its library.
 */
export async function readImport(file: ImportFile, deps: ImportDeps): Promise<ImportOutcome> {
  const outcome: ImportOutcome = { articles: [], refused: [] };
  const places = new Map<string, string>();
  for await (const record of recordsIn({ name: file.name, chunks: chunksOf(file) }, deps)) {
    const read = record.read();
    if (isRefused(read)) {
      outcome.refused.push(read);
      continue;
    }
    const before = places.get(read.article.id);
    if (before === undefined) {
      places.set(read.article.id, read.where);
      outcome.articles.push(withCredits(read));
    } else outcome.refused.push({ where: read.where, why: sameId(read.article.id, before) });
  }
  return outcome;
}

async function* chunksOf(file: ImportFile): Chunks {
  yield 'text' in file ? new TextEncoder().encode(file.text) : file.bytes;
}
