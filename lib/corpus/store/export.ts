import type { Stamp } from '@/lib/core/article';
import type { HeldArticle } from '@/lib/core/matching/types';
import { type Connection, keyedRows } from './connection';
import { isHidden, isSuperseded, listedDay } from './rows/article-row';
import { heldIn, readRow } from './rows/row-codec';
import { unpackText } from './rows/text-codec';
import type { ArticleRow } from './schema';
import type { Skipped } from './skipped';
import { readableState } from './state';

/** One article as the command line and the import read it; the keys after `text` are kept by both. */
export interface ExportedArticle {
  id: string;
  outlet: string | null;
  url: string | null;
  title: string | null;
  byline: string | null;
  published: string | null;
  modified: string | null;
  /** `null` for headline-only and fingerprint-only articles. */
  text: string | null;
  language: string | null;
  summary: string | null;
  completeness: HeldArticle['completeness'];
  held: HeldArticle['held'];
  words: number;
  /** Where the foot of its page names who owns the outlet. */
  owner_line?: string;
  credits: HeldArticle['credits'];
  from: HeldArticle['from'];
  revision: number;
  stamps: { published: Stamp | null; modified: Stamp | null; first_seen: Stamp };
}

/** Whether an article belongs to what is exported; `day` is the ISO day it is listed under. */
export type Selected = (article: Pick<ArticleRow, 'held' | 'outlet'> & { day: string | null }) => boolean;

const rowsAStep = 64;

/**
 * Live articles in order of ref, from ref `cursor` on, until their JSON reaches `maxBytes` of UTF-8 (one article is
 * always given, however long). `next` is the cursor to go on with, `null` at the end.
 */
export async function exportArticles(
  connection: Connection,
  skipped: Skipped,
  cursor: number,
  maxBytes: number,
  accept?: Selected,
): Promise<{ records: ExportedArticle[]; next: number | null }> {
  const records: ExportedArticle[] = [];
  const encoder = new TextEncoder();
  let bytes = 0;
  for (let from: number | null = cursor; from !== null; ) {
    const step = await readStep(connection, from, accept);
    for (const { ref, row, body } of step.rows) {
      const record = exported(ref, row, body, skipped);
      if (record === null) continue;
      bytes += encoder.encode(JSON.stringify(record)).length + 1;
      if (records.length > 0 && bytes > maxBytes) return { records, next: ref };
      records.push(record);
    }
    from = step.next;
  }
  return { records, next: null };
}

function readStep(connection: Connection, from: number, accept: Selected = () => true) {
  return connection.read(['state', 'articles', 'bodies'], async (tx) => {
    const state = readableState(await tx.objectStore('state').get('library'));
    const rows = await keyedRows(tx.objectStore('articles'), IDBKeyRange.lowerBound(from), rowsAStep);
    const bodies = tx.objectStore('bodies');
    const seen = rows.flatMap(([ref, stored]) => {
      const row = readRow(stored);
      const isWanted = row === null || accept({ ...row, day: listedDay(row.held) });
      return isWanted && !(row && isHidden(row, state)) ? { ref, row: stored } : [];
    });
    const found = await Promise.all(
      seen.map(async ({ ref, row }) => ({ ref, row, body: await bodies.get(ref) })),
    );
    const [last] = rows.at(-1) ?? [];
    return { rows: found, next: last === undefined || rows.length < rowsAStep ? null : last + 1 };
  });
}

function exported(ref: number, row: unknown, body: unknown, skipped: Skipped): ExportedArticle | null {
  if (isSuperseded(row)) return null;
  const article = heldIn(ref, row);
  if (article === null) {
    skipped.note('articles', ref);
    return null;
  }
  const text = article.held === 'text' ? unpackText(body) : null;
  if (article.held === 'text' && text === null) {
    skipped.note('texts', ref);
    return null;
  }
  return recordOf(article, text);
}

function recordOf(article: HeldArticle, text: string | null): ExportedArticle {
  const {
    id,
    outlet,
    url,
    title,
    byline,
    published,
    modified = null,
    firstSeen,
    language,
    summary,
  } = article;
  const { completeness, held, words, credits, from, revision, ownerLine } = article;
  return {
    id,
    outlet,
    url,
    title,
    byline,
    published: published?.at ?? null,
    modified: modified?.at ?? null,
    text,
    language,
    summary,
    completeness,
    held,
    words,
    ...(ownerLine === undefined ? {} : { owner_line: ownerLine }),
    credits,
    from,
    revision,
    stamps: { published, modified, first_seen: firstSeen },
  };
}
