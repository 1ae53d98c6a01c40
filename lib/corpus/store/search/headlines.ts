import type { LibraryTransaction } from '../connection';

/**
 * Headline-only rows of a window of days, newest first, at most `limit`. Goes back day by day (a hop in the index
 * costs a fraction of a millisecond), because reading a whole window oldest first would read what is then dropped.
 * Within a day the latest arrivals come first.
 */
export async function headlinesWithin(
  tx: LibraryTransaction<'readonly'>,
  window: { from: string | null; to: string | null },
  limit: number,
): Promise<{ ref: number; row: unknown }[]> {
  const found: { ref: number; row: unknown }[] = [];
  const index = tx.objectStore('articles').index('headlineDay');
  const range = daysBetween(window.from, window.to);
  if (range === null) return found;
  let cursor = await index.openKeyCursor(range, 'prevunique');
  while (cursor && found.length < limit) {
    found.push(...(await headlinesOf(tx, cursor.key, limit - found.length)));
    cursor = found.length < limit ? await cursor.continue() : null;
  }
  return found;
}

async function headlinesOf(
  tx: LibraryTransaction<'readonly'>,
  day: string,
  limit: number,
): Promise<{ ref: number; row: unknown }[]> {
  const store = tx.objectStore('articles');
  const index = store.index('headlineDay');
  const refs = await index.getAllKeys(day);
  const latest = refs.slice(-limit);
  const rows: unknown[] =
    latest.length === refs.length
      ? await index.getAll(day)
      : await Promise.all(latest.map((ref) => store.get(ref)));
  return latest.map((ref, i) => ({ ref, row: rows[i] })).reverse();
}

function daysBetween(from: string | null, to: string | null): IDBKeyRange | null | undefined {
  if (from !== null && to !== null) return from <= to ? IDBKeyRange.bound(from, to) : null;
  if (from !== null) return IDBKeyRange.lowerBound(from);
  return to === null ? undefined : IDBKeyRange.upperBound(to);
}
