import { type Connection, keyedRows } from '../connection';

const rowsAStep = 500;

/** Every row of a store, a few hundred in one transaction, so that queries get in between. */
export async function eachRow(
  connection: Connection,
  name: 'articles' | 'keyBlocks' | 'termBlocks' | 'log',
  visit: (key: number, row: unknown) => void,
): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await connection.read([name], (tx) =>
      keyedRows(tx.objectStore(name), IDBKeyRange.lowerBound(after, true), rowsAStep),
    );
    for (const [key, row] of rows) visit(key, row);
    const [last] = rows.at(-1) ?? [];
    if (last === undefined || rows.length < rowsAStep) return;
    after = last;
  }
}
