import type { LibraryTransaction } from './connection';
import { type OutletChange, settleOutlets } from './outlet-counts';
import { isOwnPage, isoDayOf } from './rows/article-row';
import type { ArticleRow, LibraryState } from './schema';

/** Changes to the counts, gathered over a batch and written in its transaction, so that no count is ever made by scanning. */
export interface Tally {
  outlets: Map<string, OutletChange>;
  days: Map<string, number>;
  articles: number;
  ownPages: number;
  headlineOnly: number;
  fingerprintOnly: number;
  superseded: number;
  bytes: number;
  parts: { headlines: number; packs: number; revisions: number };
}

/** Of a batch of which nothing is counted yet. */
export function newTally(): Tally {
  return {
    outlets: new Map(),
    days: new Map(),
    articles: 0,
    ownPages: 0,
    headlineOnly: 0,
    fingerprintOnly: 0,
    superseded: 0,
    bytes: 0,
    parts: { headlines: 0, packs: 0, revisions: 0 },
  };
}

/** Counts a live article in (`by` 1) or out (`by` -1). */
export function tallyLive(tally: Tally, row: ArticleRow, by: 1 | -1): void {
  const { held } = row;
  tally.articles += by;
  if (isOwnPage(held)) tally.ownPages += by;
  if (held.held === 'headline-only') tally.headlineOnly += by;
  if (held.held === 'fingerprint-only') tally.fingerprintOnly += by;
  tally.bytes += by * row.bytes;
  if (row.shard !== undefined) tally.parts.packs += by * row.bytes;
  else if (held.held === 'headline-only') tally.parts.headlines += by * row.bytes;
  if (row.outlet !== null) {
    const { key, name } = row.outlet;
    const { change, own } = tally.outlets.get(key) ?? { change: 0, own: 0 };
    tally.outlets.set(key, { name, change: change + by, own: own + (row.shard === undefined ? by : 0) });
  }
  const day = isoDayOf(held.published);
  if (day !== null) tally.days.set(day, (tally.days.get(day) ?? 0) + by);
}

/** Counts an older revision in or out. */
export function tallySuperseded(tally: Tally, row: ArticleRow, by: 1 | -1): void {
  tally.superseded += by;
  tally.bytes += by * row.bytes;
  tally.parts.revisions += by * row.bytes;
}

/** Writes a tally into the state (in place) and the count stores. */
export async function settleTally(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  tally: Tally,
): Promise<void> {
  state.counts.articles = Math.max(0, state.counts.articles + tally.articles);
  if (state.ownPages !== undefined) state.ownPages = Math.max(0, state.ownPages + tally.ownPages);
  state.counts.headlineOnly += tally.headlineOnly;
  state.counts.fingerprintOnly += tally.fingerprintOnly;
  state.counts.superseded += tally.superseded;
  state.bytes.articles = Math.max(0, state.bytes.articles + tally.bytes);
  const before = state.parts ?? { headlines: 0, packs: 0, revisions: 0 };
  state.parts = {
    headlines: Math.max(0, before.headlines + tally.parts.headlines),
    packs: Math.max(0, before.packs + tally.parts.packs),
    revisions: Math.max(0, before.revisions + tally.parts.revisions),
  };
  const [outlets] = await Promise.all([settleOutlets(tx, tally.outlets), settleDays(tx, tally.days)]);
  state.counts.outlets = Math.max(0, state.counts.outlets + outlets);
}

const daysAYear = 12 * 31;

function dayPlace(day: string): number {
  return (Number(day.slice(5, 7)) - 1) * 31 + Number(day.slice(8)) - 1;
}

function dayAt(year: string, place: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(Math.floor(place / 31) + 1)}-${two((place % 31) + 1)}`;
}

async function settleDays(
  tx: LibraryTransaction<'readwrite'>,
  changes: ReadonlyMap<string, number>,
): Promise<void> {
  const years = new Set([...changes.keys()].map((day) => day.slice(0, 4)));
  const store = tx.objectStore('years');
  const steps = [...years].map(async (year) => {
    const before: unknown = await store.get(year);
    const counts = new Uint32Array(daysAYear);
    if (isYear(before)) counts.set(before);
    for (const [day, change] of changes) {
      if (!day.startsWith(year)) continue;
      const place = dayPlace(day);
      counts[place] = Math.max(0, counts[place]! + change);
    }
    if (counts.every((count) => count === 0)) await store.delete(year);
    else await store.put(counts, year);
  });
  await Promise.all(steps);
}

function isYear(row: unknown): row is Uint32Array {
  return row instanceof Uint32Array && row.length === daysAYear;
}

/** First and last day that has an article. The two rows at the ends of the store say it; no other is read. */
export async function dateSpan(
  tx: LibraryTransaction<'readonly'>,
): Promise<{ oldest: string | null; newest: string | null }> {
  const store = tx.objectStore('years');
  const [first, last] = await Promise.all([store.openCursor(), store.openCursor(null, 'prev')]);
  const isHeld = (count: number) => count > 0;
  return {
    oldest: first && isYear(first.value) ? dayOrNull(first.key, first.value.findIndex(isHeld)) : null,
    newest: last && isYear(last.value) ? dayOrNull(last.key, last.value.findLastIndex(isHeld)) : null,
  };
}

function dayOrNull(year: string, place: number): string | null {
  return place < 0 ? null : dayAt(year, place);
}
