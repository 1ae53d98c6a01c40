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
import { type Coming, prepareImport } from './prepare-import';

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
  const file = { name, columns: columns ?? undefined, chunks: chunksOf(content) };
  const { prepared, refused, crawled, undated, records, more } = await lookThrough(
    name,
    recordsIn(file, importDeps),
    now,
  );
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

/** What the records that were read in full hold. */
interface Looked {
  prepared: PreparedArticle[];
  refused: Refused[];
  /** Crawled pages that are no articles. */
  crawled: number;
  /** Articles with a date that cannot be read or believed. */
  undated: number;
}

/** Counts records, until patience ends (`more`), and reads the first of them in full. */
async function lookThrough(
  name: string,
  file: ReturnType<typeof recordsIn>,
  now: () => Date,
): Promise<Looked & { records: number; more: boolean }> {
  const looked: Looked = { prepared: [], refused: [], crawled: 0, undated: 0 };
  const firsts = new Map<string, ArticleFound>();
  const giveUp = now().getTime() + patience;
  let records = 0;
  for await (const record of file) {
    records += 1;
    if (records <= readInFull) {
      const found = record.read();
      if (isRefused(found) && record.crawled) looked.crawled += 1;
      else if (isRefused(found)) looked.refused.push(found);
      else takeArticle(found, looked, firsts, { name, now: now(), restored: false });
    } else if (records % 500 === 0 && now().getTime() > giveUp) return { ...looked, records, more: true };
  }
  return { ...looked, records, more: false };
}

/** @param firsts articles of the file by id: another text under the same id is refused */
function takeArticle(
  found: ArticleFound,
  looked: Looked,
  firsts: Map<string, ArticleFound>,
  coming: Coming,
): void {
  const { article, where } = found;
  const first = firsts.get(article.id) ?? found;
  firsts.set(article.id, first);
  if (first.article.text !== article.text) {
    looked.refused.push({ where, why: sameId(article.id, first.where) });
    return;
  }
  const next = prepareImport(withCredits(found), coming);
  if (found.publishedAsPrinted !== null && next.held.published === null) looked.undated += 1;
  looked.prepared.push(next);
}
