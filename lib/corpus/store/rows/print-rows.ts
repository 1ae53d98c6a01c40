import { fetchRows, keyedRows, type LibraryTransaction } from '../connection';

/** Refs in a row: a query asks for some hundred of them all over the library, so rows are short. */
export const printsARow = 128;

/** From a fourth of a library's rows on all are read at once: 157 rows take 2 ms then, 110 of them one by one 5 ms. */
const readAllFrom = 4;

/** Puts the prints of these refs, ascending, in their rows. */
export async function setPrints(
  tx: LibraryTransaction<'readwrite'>,
  prints: ReadonlyMap<number, number>,
): Promise<void> {
  const store = tx.objectStore('prints');
  const numbers = new Set(Array.from(prints.keys(), rowOf));
  const rows = [...numbers].map(async (number) => {
    const before: unknown = await store.get(number);
    const row = new Uint32Array(printsARow);
    if (isPrintRow(before)) row.set(before);
    for (const [ref, print] of prints) if (rowOf(ref) === number) row[ref % printsARow] = print;
    await store.put(row, number);
  });
  await Promise.all(rows);
}

/** Number of the row in which a ref’s print stands. */
export function rowOf(ref: number): number {
  return Math.floor(ref / printsARow);
}

function isPrintRow(row: unknown): row is Uint32Array {
  return row instanceof Uint32Array && row.length === printsARow;
}

async function fetchAll(tx: LibraryTransaction<'readonly'>): Promise<Map<number, unknown>> {
  return new Map(await keyedRows(tx.objectStore('prints')));
}

async function fetchSome(
  tx: LibraryTransaction<'readonly'>,
  numbers: readonly number[],
): Promise<Map<number, unknown>> {
  const rows = await fetchRows(tx, 'prints', numbers);
  return new Map(numbers.map((number, i) => [number, rows[i]]));
}

/** As much of a library's state as its prints depend on. */
interface Sized {
  generation: string;
  nextRef: number;
}

/**
 * Keeps rows that were read (4 bytes an article): a row changes only while it is being filled, at the end of the
 * library, and when everything is deleted.
 */
export function printCache(damaged: (row: number) => void) {
  let generation = '';
  let rows = new Map<number, Uint32Array>();
  const printIn = (row: Uint32Array | undefined, ref: number) => row?.[ref % printsARow] ?? 0;

  /** The prints where all of them are at hand, else `null`: the database need not be asked. */
  const atHand = (state: { generation: string } | null, refs: Uint32Array): Uint32Array | null =>
    state?.generation === generation && refs.every((ref) => rows.has(rowOf(ref)))
      ? refs.map((ref) => printIn(rows.get(rowOf(ref)), ref))
      : null;

  /**
   * Rows are asked for along with the state, which tells whether those kept are still the library's.
   *
   * @param guess the state as it was last seen: only how rows are fetched goes by it
   */
  const read = async (
    tx: LibraryTransaction<'readonly'>,
    guess: Sized | null,
    reading: Promise<Sized | null>,
    refs: Uint32Array,
  ): Promise<Uint32Array> => {
    const wanted = [...new Set(Array.from(refs, rowOf))];
    const missing = wanted.filter((number) => !rows.has(number));
    const isMuch = guess !== null && missing.length * readAllFrom > rowOf(guess.nextRef);
    const [state, found] = await Promise.all([reading, isMuch ? fetchAll(tx) : fetchSome(tx, missing)]);
    if (state === null) return new Uint32Array(refs.length);
    if (state.generation !== generation) {
      generation = state.generation;
      rows = new Map();
      if (missing.length < wanted.length) return read(tx, guess, reading, refs);
    }
    const filling = rowOf(state.nextRef);
    const fresh = new Map<number, Uint32Array>();
    for (const [number, row] of found)
      if (isPrintRow(row)) (number < filling ? rows : fresh).set(number, row);
    for (const number of missing) if (!isPrintRow(found.get(number))) damaged(number);
    return refs.map((ref) => printIn(rows.get(rowOf(ref)) ?? fresh.get(rowOf(ref)), ref));
  };

  return { atHand, read };
}
