import * as v from 'valibot';
import type { Article, Stamp } from '@/lib/core/article';
import { type HeldArticle, type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import type { ImportedArticle } from '@/lib/corpus/sources/imports';

/** A date later than this after it was first seen is none, in ms: clocks differ by zones, not by more. */
const aheadAtMost = 86_400_000;

/** What a record of a backup says of the article's coming. */
const comingSchema = v.object({
  stamps: v.object({
    first_seen: v.object({
      at: v.pipe(v.string(), v.maxLength(40), v.isoTimestamp()),
      precision: v.picklist(['minute', 'day']),
    }),
  }),
  from: v.object({
    kind: v.picklist(['feed', 'page', 'import']),
    name: v.pipe(v.string(), v.maxLength(1_000)),
  }),
});

/** How an article comes in: with which file, when, and whether this library wrote the file itself. */
export interface Coming {
  name: string;
  now: Date;
  restored: boolean;
}

/**
 * An article of a file, ready for the library. A date of the future is not believed. A record of a backup keeps where it first
 * came from and when it was first seen, where it says so.
 */
export function prepareImport(
  { article, credits, summary, extra, where }: ImportedArticle,
  { name, now, restored }: Coming,
): PreparedArticle {
  const published = isAhead(article.published, now) ? null : article.published;
  const before = restored ? v.safeParse(comingSchema, extra) : null;
  const firstSeen = before?.success
    ? before.output.stamps.first_seen
    : { at: now.toISOString(), precision: 'minute' as const };
  const from: HeldArticle['from'] = before?.success ? before.output.from : { kind: 'import', name };
  return prepareArticle(
    { ...article, id: restored ? article.id : idAcrossFiles(article, where), published },
    { firstSeen: { ...firstSeen, from: 'first-seen' }, credits, summary, from },
  );
}

/** "1", "2", "3" count the rows of a file and name no article: another file's rows are other articles, none of them a revision. */
const countsRows = /^\d{1,9}$/;
const placeInFile = /, (?:line|row) \d+$/;

function idAcrossFiles({ id, url }: Pick<Article, 'id' | 'url'>, where: string): string {
  return url === null && countsRows.test(id) ? `${where.replace(placeInFile, '')}, ${id}` : id;
}

function isAhead(stamp: Stamp | null, now: Date): boolean {
  return stamp !== null && Date.parse(stamp.at) > now.getTime() + aheadAtMost;
}
