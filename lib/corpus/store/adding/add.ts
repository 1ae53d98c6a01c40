import { unwrap } from 'idb';
import type { PreparedArticle } from '@/lib/core/matching/types';
import {
  type Connection,
  type Durability,
  keyedRows,
  type LibraryTransaction,
  resultsOf,
} from '../connection';
import { articlesARecord } from '../postings/log-record';
import { idKey } from '../rows/article-row';
import { contentDigest } from '../rows/digest';
import { readRow } from '../rows/row-codec';
import type { ImportRow, LibraryState, StoreName } from '../schema';
import { checkedState, emptyState } from '../state';
import { type Arrived, arrivalOf } from './revision';
import {
  type Arriving,
  type BatchPlace,
  batchStores,
  isRebuilding,
  makeReady,
  newArrival,
  type ReadyBatch,
  writeBatch,
} from './write-batch';

/** What came of adding articles. */
export interface Added {
  added: number;
  /** A changed text under an id that was held: a new revision. */
  revised: number;
  /** Held already, or held in a fuller form. */
  unchanged: number;
}

/** A batch is one transaction: everything of it is kept or nothing. */
const articlesABatch = articlesARecord;
/** UTF-16 units of text in one batch, so that a few very long texts do not pile up in memory. */
const textABatch = 4_000_000;

/**
 * Cuts a list into batches. An id that comes twice with different content starts a new batch, because the second
 * is a revision of the first.
 */
export function* batchesOf(articles: readonly PreparedArticle[]): Generator<PreparedArticle[]> {
  let batch: PreparedArticle[] = [];
  let ids = new Set<string>();
  let text = 0;
  for (const article of articles) {
    const units = article.text?.length ?? 0;
    if (
      batch.length > 0 &&
      (batch.length >= articlesABatch || text + units > textABatch || ids.has(article.held.id))
    ) {
      yield batch;
      batch = [];
      ids = new Set();
      text = 0;
    }
    batch.push(article);
    ids.add(article.held.id);
    text += units;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Adds one batch of a pack's shards, beside whatever else the library holds; they must be hidden until all of them is there.
 * @param sent called when nothing is left to do but to wait for the transaction's end.
 * @returns `null` when the batch is not as the index needs it now: then nothing was written.
 */
export async function addShardBatch(
  place: BatchPlace,
  batch: ReadyBatch,
  sent: () => void,
): Promise<LibraryState | null> {
  const write = async (tx: LibraryTransaction<'readwrite'>) => {
    const state = checkedState(await tx.objectStore('state').get('library'));
    const hidden = new Set(state?.hidden);
    if (state === null || !batch.articles.every(({ row }) => hidden.has(row.shard ?? 0)))
      throw new Error('Articles came for a shard that nobody waits for.');
    if (isRebuilding(state) !== batch.keepsKeys) return null;
    await writeBatch(tx, state, batch, place);
    sent();
    return state;
  };
  // What makes the shard seen is written strictly.
  return place.connection.write(batchStores, write, 'relaxed');
}

/** More that is said of a batch. */
export interface BatchWays {
  /** The import it belongs to; its row, once it is known what came of each article, is written in the same transaction. */
  journal?: {
    import: number;
    row(arrivals: readonly Arrived[]): ImportRow;
    /** Ids whose text the import has had just as it is held; what it finds so in this batch is put in. */
    confirmed: Set<string>;
  };
  /** Whether an earlier revision comes back, which may hold less than what it takes the place of. */
  restoring?: boolean;
  /** `relaxed` where a strict write comes before anybody is told: waiting for the disk may be half of what a batch takes. */
  durability?: Durability;
}

/** What came of one batch. */
export interface BatchAdded {
  result: Added;
  arrivals: Arrived[];
  state: LibraryState | null;
}

/**
 * Adds a batch of which nothing is held so far; one transaction sees to that too.
 * @param firstRef for a library without a state row.
 * @param sent called when nothing is left to do but to wait for the transaction's end.
 * @returns `null` when something of it is held, or when it is not as the index needs it now: then nothing was written.
 */
export async function addNewBatch(
  place: BatchPlace,
  batch: ReadyBatch,
  firstRef: number,
  { journal, durability }: BatchWays,
  sent: () => void,
): Promise<BatchAdded | null> {
  const arrivals = batch.articles.map(({ arrival }) => arrival);
  const row = journal?.row(arrivals);
  const write = async (tx: LibraryTransaction<'readwrite'>) => {
    const [found, there] = await Promise.all([
      tx.objectStore('state').get('library'),
      refsUnder(
        tx,
        batch.articles.map(({ article }) => article),
      ),
    ]);
    if (there.some((ref) => ref !== undefined)) return null;
    const state = checkedState(found) ?? emptyState(firstRef);
    if (isRebuilding(state) !== batch.keepsKeys) return null;
    if (row) await tx.objectStore('imports').put(row, row.number);
    await writeBatch(tx, state, batch, place);
    sent();
    return { result: countArrivals(arrivals), arrivals, state };
  };
  return place.connection.write(storesFor(row), write, durability);
}

/** Adds one batch, whatever of it is held. @param firstRef for a library without a state row. */
export async function addBatch(
  place: BatchPlace,
  batch: readonly PreparedArticle[],
  firstRef: number,
  ways: BatchWays,
): Promise<BatchAdded> {
  const { connection } = place;
  const { journal, durability } = ways;
  for (;;) {
    const { state, arriving } = await lookUp(connection, batch, ways);
    const coming = arriving.filter(({ arrival }) => arrival === 'added' || arrival === 'revised');
    const arrivals = arriving.map(({ arrival }) => arrival);
    const result = countArrivals(arrivals);
    const row = journal?.row(arrivals);
    if (coming.length === 0) {
      if (row) await connection.write(['imports'], (tx) => tx.objectStore('imports').put(row, row.number));
      return { result, state, arrivals };
    }
    const marks = journal ? { import: journal.import } : {};
    const ready = await makeReady(place, coming, isRebuilding(state), () => marks);
    const write = async (tx: LibraryTransaction<'readwrite'>) => {
      const now = checkedState(await tx.objectStore('state').get('library'));
      // Somebody else wrote in between (a browser without locks): what was looked up no longer holds.
      if (now?.change !== state?.change || now?.generation !== state?.generation) return null;
      if (row) await tx.objectStore('imports').put(row, row.number);
      const after = now ?? emptyState(firstRef);
      await writeBatch(tx, after, ready, place);
      return after;
    };
    const written = await connection.write(storesFor(row), write, durability);
    if (written) return { result, state: written, arrivals };
  }
}

function storesFor(row: ImportRow | undefined): readonly StoreName[] {
  return row ? [...batchStores, 'imports'] : batchStores;
}

/** Live rows looked at under one id: one, as a rule, and what damage left beside it. */
const mostOfOneId = 4;

function lookUp(
  connection: Connection,
  batch: readonly PreparedArticle[],
  { journal, restoring }: BatchWays,
): Promise<{ state: LibraryState | null; arriving: Arriving[] }> {
  return connection.read(['state', 'articles'], async (tx) => {
    const index = tx.objectStore('articles').index('address');
    const find = async (article: PreparedArticle, isThere: boolean): Promise<Arriving> => {
      if (!isThere) return newArrival(article);
      const digest = contentDigest(article);
      const rows = await keyedRows(index, idKey(article.held.id), mostOfOneId);
      const found = rows.map(([ref, row]) => ({ ref, row: readRow(row) }));
      const before = found.find((item): item is NonNullable<Arriving['before']> => item.row !== null) ?? null;
      const unreadable = found.filter(({ row }) => row === null).map(({ ref }) => ref);
      const usual = arrivalOf(article, digest, before?.row ?? null);
      if (before?.row.digest === digest) journal?.confirmed.add(article.held.id);
      const isRepeated =
        journal !== undefined &&
        before !== null &&
        before.row.digest !== digest &&
        (before.row.import === journal.import || journal.confirmed.has(article.held.id));
      const arrival = isRepeated ? 'repeated' : restoring && before ? 'revised' : usual;
      return { article, digest, before, unreadable, arrival };
    };
    // One cheap question for each, and the rows only of those that are there.
    const [state, there] = await Promise.all([tx.objectStore('state').get('library'), refsUnder(tx, batch)]);
    const arriving = await Promise.all(batch.map((article, i) => find(article, there[i] !== undefined)));
    return { state: checkedState(state), arriving };
  });
}

/** For each article a ref held under its id, `undefined` where there is none. */
function refsUnder(
  tx: LibraryTransaction<'readonly' | 'readwrite'>,
  articles: readonly PreparedArticle[],
): Promise<(number | undefined)[]> {
  const index = unwrap(tx.objectStore('articles').index('address'));
  return resultsOf(
    articles.map(({ held }) => index.getKey(idKey(held.id)) as IDBRequest<number | undefined>),
  );
}

function countArrivals(arrivals: readonly Arrived[]): Added {
  const result: Added = { added: 0, revised: 0, unchanged: 0 };
  for (const arrival of arrivals) if (arrival !== 'repeated') result[arrival]++;
  return result;
}
