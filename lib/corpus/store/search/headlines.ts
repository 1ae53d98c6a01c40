import type { LibraryTransaction } from '../connection';

/** Refs of headline-only articles within a window of days, newest first, the latest arrivals first within a day, at most `limit`. */
export async function headlineRefs(
  tx: LibraryTransaction<'readonly'>,
  { from, to }: { from: string | null; to: string | null },
  limit: number,
): Promise<number[]> {
  const index = tx.objectStore('articles').index('headlineDay');
  if (from === null) return latestRefs(tx, to, limit);
  if (to !== null && from > to) return [];
  const range = to === null ? IDBKeyRange.lowerBound(from) : IDBKeyRange.bound(from, to);
  return (await index.getAllKeys(range)).reverse().slice(0, limit);
}

/**
 * The same with no first day. Goes back day by day (a hop in the index costs a fraction of a millisecond), because reading
 * all that there are, oldest first, would read what is then dropped.
 */
async function latestRefs(
  tx: LibraryTransaction<'readonly'>,
  to: string | null,
  limit: number,
): Promise<number[]> {
  const index = tx.objectStore('articles').index('headlineDay');
  const range = to === null ? undefined : IDBKeyRange.upperBound(to);
  const found: number[] = [];
  let cursor = await index.openKeyCursor(range, 'prevunique');
  while (cursor && found.length < limit) {
    found.push(...(await index.getAllKeys(cursor.key)).reverse());
    cursor = found.length < limit ? await cursor.continue() : null;
  }
  return found.slice(0, limit);
}
