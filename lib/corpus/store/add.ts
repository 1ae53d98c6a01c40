import { unwrap } from 'idb';
import { finerLevel } from '@/lib/core/fingerprint';
import { printOf } from '@/lib/core/matching/prints';
import type { PreparedArticle } from '@/lib/core/matching/types';
import { appendLog } from './append-log';
import { idKey, isOwnPage, isRow, liveRow, type RowMarks, supersededRow } from './article-row';
import { type Connection, type LibraryTransaction, resultsOf, rowSender } from './connection';
import { addDead } from './dead-refs';
import { contentDigest } from './digest';
import { ARTICLES_A_RECORD, type IndexedArticle, logRecord } from './log-record';
import type { Packing } from './packing';
import { setPrints } from './print-rows';
import { type Arrived, arrivalOf } from './revision';
import type { ArticleRow, Body, ImportRow, LibraryState, LogRecord } from './schema';
import { setSignatures } from './signature-rows';
import { SIGNATURE_BYTES, searchedText, signatureOf } from './signatures';
import { checkedState, emptyState } from './state';
import { newTally, settleTally, type Tally, tallyLive, tallySuperseded } from './tally';

/** What came of adding articles. */
export interface Added {
  added: number;
  /** A changed text under an id that was held: a new revision. */
  revised: number;
  /** Held already, or held in a fuller form. */
  unchanged: number;
}

/** A batch is one transaction: everything of it is kept or nothing. */
const ARTICLES_A_BATCH = ARTICLES_A_RECORD;
/** UTF-16 units of text in one batch, so that a few very long texts do not pile up in memory. */
const TEXT_A_BATCH = 4_000_000;

const ADD_STORES = [
  'state',
  'articles',
  'bodies',
  'log',
  'dead',
  'outlets',
  'years',
  'signatures',
  'prints',
] as const;

/** An article on its way in, with everything worked out that needs no transaction. */
interface Arriving {
  article: PreparedArticle;
  arrival: Arrived;
  digest: string;
  /** What it takes the place of. */
  before: { ref: number; row: ArticleRow } | null;
  /** Rows under its id that cannot be read; they give way to it. */
  unreadable: number[];
}

interface Ready extends Arriving {
  ref: number;
  row: ArticleRow;
  body: Body | null;
}

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
      (batch.length >= ARTICLES_A_BATCH || text + units > TEXT_A_BATCH || ids.has(article.held.id))
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
 * Adds one batch of a pack's shard, beside whatever else the library holds; must be run by the single writer.
 * @param shard its `shardKey`, which must be hidden until all of it is there.
 */
export async function addShardBatch(
  connection: Connection,
  batch: readonly PreparedArticle[],
  shard: number,
  firstRef: number,
  bodies: Packing,
): Promise<LibraryState> {
  const arriving = batch.map(
    (article): Arriving => ({
      article,
      digest: contentDigest(article),
      before: null,
      unreadable: [],
      arrival: 'added',
    }),
  );
  for (;;) {
    const state = await connection.read(['state'], async (tx) =>
      checkedState(await tx.objectStore('state').get('library')),
    );
    const ready = await makeReady(arriving, state, firstRef, bodies, { shard });
    const record = logRecord(ready.map(indexed));
    const written = await connection.write(ADD_STORES, async (tx) => {
      const now = checkedState(await tx.objectStore('state').get('library'));
      if (now === null || now.nextRef !== ready[0]?.ref) return null;
      if (isRebuilding(now) !== isRebuilding(state)) return null;
      if (!now.hidden?.includes(shard)) throw new Error('Articles came for a shard that nobody waits for.');
      return await writeBatch(tx, now, ready, record);
    });
    if (written) return written;
  }
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
}

/** Adds one batch; must be run by the single writer. @param firstRef for a library without a state row. */
export async function addBatch(
  connection: Connection,
  batch: readonly PreparedArticle[],
  firstRef: number,
  bodies: Packing,
  ways: BatchWays = {},
): Promise<{ result: Added; state: LibraryState | null; arrivals: Arrived[] }> {
  const { journal } = ways;
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
    const ready = await makeReady(coming, state, firstRef, bodies, marks);
    const record = logRecord(ready.map(indexed));
    const written = await connection.write(row ? [...ADD_STORES, 'imports'] : ADD_STORES, async (tx) => {
      const now = checkedState(await tx.objectStore('state').get('library'));
      // Somebody else wrote in between (a browser without locks): what was looked up no longer holds.
      if (now?.change !== state?.change || now?.generation !== state?.generation) return null;
      if (row) await tx.objectStore('imports').put(row, row.number);
      return await writeBatch(tx, now ?? emptyState(firstRef), ready, record);
    });
    if (written) return { result, state: written, arrivals };
  }
}

function lookUp(
  connection: Connection,
  batch: readonly PreparedArticle[],
  { journal, restoring }: BatchWays,
): Promise<{ state: LibraryState | null; arriving: Arriving[] }> {
  return connection.read(['state', 'articles'], async (tx) => {
    const index = tx.objectStore('articles').index('address');
    const keys = batch.map(({ held }) => idKey(held.id));
    const find = async (article: PreparedArticle, key: string, isThere: boolean): Promise<Arriving> => {
      const digest = contentDigest(article);
      if (!isThere) return { article, digest, before: null, unreadable: [], arrival: 'added' };
      const [refs, rows] = await Promise.all([index.getAllKeys(key, 4), index.getAll(key, 4)]);
      const found = refs.map((ref, i) => ({ ref, row: rows[i] }));
      const before = found.find((item): item is NonNullable<Arriving['before']> => isRow(item.row)) ?? null;
      const unreadable = found.filter(({ row }) => !isRow(row)).map(({ ref }) => ref);
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
    // Most of an import is new: one cheap question for each, and the rows only of those that are not.
    const plain = unwrap(index);
    const [state, there] = await Promise.all([
      tx.objectStore('state').get('library'),
      resultsOf(keys.map((key) => plain.getKey(key))),
    ]);
    const arriving = await Promise.all(
      batch.map((article, i) => find(article, keys[i]!, there[i] !== undefined)),
    );
    return { state: checkedState(state), arriving };
  });
}

function countArrivals(arrivals: readonly Arrived[]): Added {
  const result: Added = { added: 0, revised: 0, unchanged: 0 };
  for (const arrival of arrivals) if (arrival !== 'repeated') result[arrival]++;
  return result;
}

async function makeReady(
  coming: readonly Arriving[],
  state: LibraryState | null,
  firstRef: number,
  bodies: Packing,
  marks: RowMarks,
): Promise<Ready[]> {
  const ready: Ready[] = [];
  const ref = state?.nextRef ?? firstRef;
  for (const [i, item] of coming.entries()) {
    const { body, bytes } = await bodies.packed(item.article, isRebuilding(state));
    const revision = (item.before?.row.revision ?? 0) + 1;
    const row = liveRow(item.article.held, { revision, digest: item.digest, bodyBytes: bytes, ...marks });
    ready.push({ ...item, ref: ref + i, row, body });
  }
  return ready;
}

function isRebuilding(state: LibraryState | null): boolean {
  return state?.rebuilt !== undefined;
}

function indexed({ ref, article }: Ready): IndexedArticle {
  const { keys, levels, terms, held } = article;
  const droppable = !isOwnPage(held);
  return { ref, keys, terms, finer: (index) => droppable && levels[index] === finerLevel };
}

async function writeBatch(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  ready: readonly Ready[],
  record: LogRecord,
): Promise<LibraryState> {
  const tally = newTally();
  for (const item of ready) tallyArrival(tally, item);
  await Promise.all([
    writeRows(tx, ready),
    writeSignatures(tx, ready),
    setPrints(tx, new Map(ready.map(({ ref, row }) => [ref, printOf(row.held)]))),
    addDead(tx, state, supersededRefs(ready)),
    // An index that is being made anew comes to them in order of ref.
    isRebuilding(state)
      ? null
      : appendLog(tx, state, record, {
          first: state.nextRef,
          last: state.nextRef + ready.length - 1,
          articles: ready.length,
        }),
    settleTally(tx, state, tally),
  ]);
  state.nextRef += ready.length;
  state.change++;
  await tx.objectStore('state').put(state, 'library');
  return state;
}

function tallyArrival(tally: Tally, { row, before, unreadable }: Ready): void {
  tally.articles -= unreadable.length;
  if (before) {
    tallyLive(tally, before.row, -1);
    tallySuperseded(tally, before.row, 1);
  }
  tallyLive(tally, row, 1);
}

async function writeRows(tx: LibraryTransaction<'readwrite'>, ready: readonly Ready[]): Promise<void> {
  const putArticle = rowSender(tx, 'articles');
  const putBody = rowSender(tx, 'bodies');
  for (const { ref, row, body, before } of ready) {
    if (before) putArticle(supersededRow(before.row), before.ref);
    putArticle(row, ref);
    if (body) putBody(body, ref);
  }
  const lost = ready.flatMap(({ unreadable }) => unreadable);
  const articles = tx.objectStore('articles');
  const bodies = tx.objectStore('bodies');
  await Promise.all(lost.flatMap((ref) => [articles.delete(ref), bodies.delete(ref)]));
}

function supersededRefs(ready: readonly Ready[]): number[] {
  return ready.flatMap(({ before, unreadable }) => [...(before ? [before.ref] : []), ...unreadable]);
}

async function writeSignatures(tx: LibraryTransaction<'readwrite'>, ready: readonly Ready[]): Promise<void> {
  const changes = new Map<number, Uint8Array>();
  for (const { ref, row, before } of ready) {
    changes.set(ref, signatureOf(searchedText(row.held)));
    if (before) changes.set(before.ref, new Uint8Array(SIGNATURE_BYTES));
  }
  await setSignatures(tx, changes);
}
