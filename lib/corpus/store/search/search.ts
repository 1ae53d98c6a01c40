import Fuse from 'fuse.js';
import type { HeldArticle } from '@/lib/core/matching/types';
import { type Connection, fetchRows, keyedRows, type LibraryTransaction } from '../connection';
import { isHidden, isLive, listedDay } from '../rows/article-row';
import { readRow } from '../rows/row-codec';
import type { ArticleRow, LibraryState } from '../schema';
import { readableState } from '../state';
import { foldForSearch, likeliest, signaturePlace } from './signatures';

/** Candidates that the funnel lets through: measured as good as ranking all headlines, a hundred times faster. */
const candidatesAtMost = 200;
/** Longest query looked at, in UTF-16 units. */
const longestQuery = 200;

/** What a search is narrowed to; `null` narrows nothing. */
export interface SearchFilter {
  /** Key of an outlet. */
  outlet: string | null;
  /** ISO days that the article is listed under, inclusive. */
  from: string | null;
  to: string | null;
  kind: HeldArticle['held'] | null;
}

const everything: SearchFilter = { outlet: null, from: null, to: null, kind: null };
/** Candidates looked at when most of them may be of another outlet or time. */
const whenNarrowed = 2_000;

/** A search of the library: the articles it finds, best first. */
export type HeadlineSearch = (query: string, limit: number, filter?: SearchFilter) => Promise<HeldArticle[]>;

/**
 * Articles whose headline, outlet or byline has the query's words, typos allowed, best first.
 * Fuse scans whatever it is given, so it is given only what the trigram signatures find likely. The signatures (5 MB for
 * 100,000 articles) are kept between searches, because reading them costs more than going through them: a full row changes
 * only when articles of it are superseded or deleted, and those are counted in `nextDead`.
 */
export function headlineSearch(connection: Connection): HeadlineSearch {
  let kept: { of: string; full: { row: number; signatures: unknown }[] } = { of: '', full: [] };

  async function signaturesAt(
    tx: LibraryTransaction<'readonly'>,
    state: LibraryState | null,
  ): Promise<typeof kept.full> {
    const of = state === null ? '' : `${state.generation} ${state.nextDead}`;
    const known = kept.of === of && state !== null ? kept.full : [];
    const later = IDBKeyRange.lowerBound(known.at(-1)?.row ?? -1, true);
    const rows = await keyedRows(tx.objectStore('signatures'), later);
    const all = [...known, ...rows.map(([row, signatures]) => ({ row, signatures }))];
    const filling = state === null ? 0 : signaturePlace(state.nextRef).row;
    kept = { of, full: all.filter(({ row }) => row < filling) };
    return all;
  }

  return async (query, limit, filter = everything) => {
    const isNarrowed = Object.values(filter).some((value) => value !== null);
    const folded = foldForSearch(query.slice(0, longestQuery));
    if (folded === '') return [];
    const candidates = await connection.read(['state', 'signatures', 'articles'], async (tx) => {
      const state = readableState(await tx.objectStore('state').get('library'));
      const signatures = await signaturesAt(tx, state);
      const likely = likeliest(signatures, folded, isNarrowed ? whenNarrowed : candidatesAtMost);
      const found = await fetchRows(tx, 'articles', likely);
      return likely
        .flatMap((ref, i) => {
          const row = readRow(found[i]);
          const isSeen = row !== null && isLive(row) && !isHidden(row, state);
          return isSeen && passes(row, filter) ? { ...row.held, ref, revision: row.revision } : [];
        })
        .slice(0, candidatesAtMost);
    });
    return rank(candidates, folded, limit);
  };
}

function passes({ outlet, held }: ArticleRow, filter: SearchFilter): boolean {
  if (filter.outlet !== null && outlet?.key !== filter.outlet) return false;
  if (filter.kind !== null && held.held !== filter.kind) return false;
  if (filter.from === null && filter.to === null) return true;
  const day = listedDay(held);
  return day !== null && day >= (filter.from ?? day) && day <= (filter.to ?? day);
}

/** Settings as measured: threshold .3 for typos, no field-length norm (titles differ little), position does not matter. */
function rank(candidates: HeldArticle[], query: string, limit: number): HeldArticle[] {
  const folded = candidates.map((article) => ({
    article,
    title: foldForSearch(article.title ?? ''),
    outlet: foldForSearch(article.outlet ?? ''),
    byline: foldForSearch(article.byline ?? ''),
  }));
  const fuse = new Fuse(folded, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'outlet', weight: 1 },
      { name: 'byline', weight: 1 },
    ],
    useTokenSearch: true,
    tokenMatch: 'any',
    threshold: 0.3,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  });
  return fuse.search(query, { limit }).map(({ item }) => item.article);
}
