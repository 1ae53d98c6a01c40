import type { ImportPreview } from '@/lib/app/messaging';
import type { PreparedArticle } from '@/lib/core/matching';
import {
  type ArticleFound,
  type ColumnMap,
  chunksOf,
  type ImportDeps,
  isRefused,
  type Refused,
  recordsIn,
  sameId,
  tableOf,
  withCredits,
} from '@/lib/corpus/sources/imports';
import type { Library, StagedFile } from '@/lib/corpus/store';
import { nearDuplicates } from './near-duplicates';
import { prepareImport } from './prepare-import';

interface Deps {
  library: Library;
  importDeps: ImportDeps;
  now: () => Date;
}

/** Records read in full and looked up; of the rest only the number is told. */
const readInFull = 60;
const shownRows = 5;
/** How long the rest of a large file is counted, in ms; then it is "more than". */
const patience = 2_000;

/** What importing a file would do: its first rows, how many records it has, what of them is held already. Nothing is stored. */
export async function previewImport(
  { name, content }: StagedFile,
  columns: ColumnMap | null,
  { library, importDeps, now }: Deps,
): Promise<ImportPreview> {
  const file = { name, columns: columns ?? undefined };
  const prepared: PreparedArticle[] = [];
  const refused: Refused[] = [];
  const firsts = new Map<string, ArticleFound>();
  let records = 0;
  let crawled = 0;
  let undated = 0;
  let more = false;
  const giveUp = now().getTime() + patience;
  for await (const record of recordsIn({ ...file, chunks: chunksOf(content) }, importDeps)) {
    records += 1;
    if (records > readInFull) {
      more = records % 500 === 0 && now().getTime() > giveUp;
      if (more) break;
      continue;
    }
    const found = record.read();
    if (isRefused(found)) {
      if (record.crawled) crawled += 1;
      else refused.push(found);
      continue;
    }
    const { article, where } = found;
    const first = firsts.get(article.id) ?? found;
    firsts.set(article.id, first);
    if (first.article.text !== article.text) {
      refused.push({ where, why: sameId(article.id, first.where) });
      continue;
    }
    const next = prepareImport(withCredits(found), { name, now: now(), restored: false });
    if (found.publishedAsPrinted !== null && next.held.published === null) undated += 1;
    prepared.push(next);
  }
  const ids = await Promise.all(prepared.map(({ held }) => library.find(held.id)));
  const near = await nearDuplicates(library)(prepared);
  const held = ids.filter((article) => article !== null).length;
  return {
    name,
    bytes: content.size,
    table: await tableOf({ name, chunks: chunksOf(content) }),
    records,
    more,
    looked: Math.min(records, readInFull),
    articles: prepared.length,
    held,
    near: near.filter((is, n) => is && ids[n] === null).length,
    undated,
    passedOver: crawled,
    refusals: refused.length,
    refused: refused.slice(0, shownRows),
    rows: prepared.slice(0, shownRows).map(({ held: article }) => ({
      title: article.title,
      outlet: article.outlet,
      published: article.published?.at.slice(0, 10) ?? null,
      words: article.words,
    })),
  };
}
