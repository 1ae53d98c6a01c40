import type { Connection } from '../connection';

const ROWS_A_STEP = 500;

/** Every row of a store, a few hundred in one transaction, so that queries get in between. */
export async function eachRow(
  connection: Connection,
  name: 'articles' | 'keyBlocks' | 'termBlocks' | 'log',
  visit: (key: number, row: unknown) => void,
): Promise<void> {
  for (let after = -1; ; ) {
    const { keys, rows } = await connection.read([name], async (tx) => {
      const store = tx.objectStore(name);
      const range = IDBKeyRange.lowerBound(after, true);
      const [keys, rows] = await Promise.all([
        store.getAllKeys(range, ROWS_A_STEP),
        store.getAll(range, ROWS_A_STEP),
      ]);
      return { keys, rows };
    });
    for (const [i, key] of keys.entries()) visit(key, rows[i]);
    const last = keys.at(-1);
    if (last === undefined || keys.length < ROWS_A_STEP) return;
    after = last;
  }
}
