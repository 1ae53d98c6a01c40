import { fetchRows, type LibraryTransaction, rowSender } from './connection';
import { addressNumber } from './rows/digest';
import type { OutletCount, OutletCounts } from './schema';

/** How many live articles of an outlet came (or went); `own`: of these, otherwise than in a pack. */
export interface OutletChange {
  name: string;
  change: number;
  own: number;
}

/** A large batch has articles of very many outlets, and a row of their own would cost each as much as an article's. */
const groups = 16;

/** Number of the row that counts an outlet. PART OF THE FORMAT. */
export function groupOf(key: string): number {
  return addressNumber(key) % groups;
}

/** Writes changes by outlet. @returns by how many the number of outlets changed */
export async function settleOutlets(
  tx: LibraryTransaction<'readwrite'>,
  changes: ReadonlyMap<string, OutletChange>,
): Promise<number> {
  const changed = [...Map.groupBy(changes, ([key]) => groupOf(key))];
  const rows = await fetchRows(
    tx,
    'outlets',
    changed.map(([group]) => group),
  );
  const put = rowSender(tx, 'outlets');
  let more = 0;
  for (const [i, [group, ofGroup]] of changed.entries()) {
    const counts = countsIn(rows[i]);
    more -= counts.size;
    for (const [key, change] of ofGroup) settle(counts, key, change);
    more += counts.size;
    put(counts, group);
  }
  return more;
}

function settle(counts: OutletCounts, key: string, { name, change, own }: OutletChange): void {
  const before = counts.get(key) ?? { name, articles: 0, own: 0 };
  const articles = before.articles + change;
  if (articles <= 0) counts.delete(key);
  else counts.set(key, { name: before.name, articles, own: Math.max(0, ownOf(before) + own) });
}

/** Of an outlet's articles, those that came otherwise than in a pack; an early library did not count them, and all pass for such. */
export function ownOf({ articles, own = articles }: OutletCount): number {
  return own;
}

/** The counts in a row of the store, by outlet; without what cannot be counted with. */
export function countsIn(row: unknown): OutletCounts {
  return new Map(row instanceof Map ? [...row].filter(isEntry) : []);
}

function isEntry(entry: [unknown, unknown]): entry is [string, OutletCount] {
  return typeof entry[0] === 'string' && isOutletCount(entry[1]);
}

/** Whether it can be counted with. */
export function isOutletCount(row: unknown): row is OutletCount {
  return (
    typeof row === 'object' &&
    row !== null &&
    'name' in row &&
    typeof row.name === 'string' &&
    'articles' in row &&
    Number.isSafeInteger(row.articles) &&
    (!('own' in row) || Number.isSafeInteger(row.own))
  );
}
