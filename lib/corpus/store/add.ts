import type { PreparedArticle } from '@/lib/core/matching/types';
import { idKey, isRow, liveRow, supersededRow } from './article-row';
import { type Connection, type LibraryTransaction, rowSender } from './connection';
import { contentDigest } from './digest';
import {
  ARTICLES_A_RECORD,
  extendRecord,
  type IndexedArticle,
  isLogRecord,
  logRecord,
  REFS_A_RECORD,
} from './log-record';
import { type Arrival, arrivalOf } from './revision';
import type { ArticleRow, Body, LibraryState, LogRecord } from './schema';
import { SIGNATURE_BYTES, SIGNATURES_A_ROW, searchedText, signatureOf, signaturePlace } from './signatures';
import { checkedState, emptyState } from './state';
import { newTally, settleTally, type Tally, tallyLive, tallySuperseded } from './tally';
import { packText, storedBytes } from './text-codec';

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

const ADD_STORES = ['state', 'articles', 'bodies', 'log', 'dead', 'outlets', 'months', 'signatures'] as const;

/** An article on its way in, with everything worked out that needs no transaction. */
interface Arriving {
  article: PreparedArticle;
  arrival: Arrival;
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

/** Adds one batch; must be run by the single writer. @param firstRef for a library without a state row. */
export async function addBatch(
  connection: Connection,
  batch: readonly PreparedArticle[],
  firstRef: number,
): Promise<{ result: Added; state: LibraryState | null }> {
  for (;;) {
    const { state, arriving } = await lookUp(connection, batch);
    const coming = arriving.filter(({ arrival }) => arrival !== 'unchanged');
    const result = countArrivals(arriving);
    if (coming.length === 0) return { result, state };
    const ready = await makeReady(coming, state?.nextRef ?? firstRef);
    const record = logRecord(ready.map(indexed));
    const written = await connection.write(ADD_STORES, async (tx) => {
      const now = checkedState(await tx.objectStore('state').get('library'));
      // Somebody else wrote in between (a browser without locks): what was looked up no longer holds.
      if (now?.change !== state?.change || now?.generation !== state?.generation) return null;
      return await writeBatch(tx, now ?? emptyState(firstRef), ready, record);
    });
    if (written) return { result, state: written };
  }
}

function lookUp(
  connection: Connection,
  batch: readonly PreparedArticle[],
): Promise<{ state: LibraryState | null; arriving: Arriving[] }> {
  return connection.read(['state', 'articles'], async (tx) => {
    const index = tx.objectStore('articles').index('address');
    const find = async (article: PreparedArticle): Promise<Arriving> => {
      const digest = contentDigest(article);
      const key = idKey(article.held.id);
      // Most of an import is new: one cheap question for each, and the rows only of those that are not.
      if ((await index.getKey(key)) === undefined)
        return { article, digest, before: null, unreadable: [], arrival: 'added' };
      const [refs, rows] = await Promise.all([index.getAllKeys(key, 4), index.getAll(key, 4)]);
      const found = refs.map((ref, i) => ({ ref, row: rows[i] }));
      const before = found.find((item): item is NonNullable<Arriving['before']> => isRow(item.row)) ?? null;
      const unreadable = found.filter(({ row }) => !isRow(row)).map(({ ref }) => ref);
      const arrival = arrivalOf(article, digest, before?.row ?? null);
      return { article, digest, before, unreadable, arrival };
    };
    const [state, ...arriving] = await Promise.all([
      tx.objectStore('state').get('library'),
      ...batch.map(find),
    ]);
    return { state: checkedState(state), arriving };
  });
}

function countArrivals(arriving: readonly Arriving[]): Added {
  const result: Added = { added: 0, revised: 0, unchanged: 0 };
  for (const { arrival } of arriving) result[arrival]++;
  return result;
}

/** Compresses the texts one after the other: measured faster than all at once. */
async function makeReady(coming: readonly Arriving[], firstRef: number): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const [i, item] of coming.entries()) {
    const { body, bytes } = await bodyOf(item.article);
    const revision = (item.before?.row.revision ?? 0) + 1;
    const row = liveRow(item.article.held, { revision, digest: item.digest, bodyBytes: bytes });
    ready.push({ ...item, ref: firstRef + i, row, body });
  }
  return ready;
}

async function bodyOf(article: PreparedArticle): Promise<{ body: Body | null; bytes: number }> {
  const { held, text, keys, positions, terms } = article;
  if (held.held === 'headline-only') return { body: null, bytes: 0 };
  if (held.held === 'fingerprint-only') {
    const bytes = keys.byteLength + positions.byteLength + terms.byteLength;
    return { body: { form: 'fingerprint', keys, positions, terms }, bytes };
  }
  const body = await packText(text ?? '');
  return { body, bytes: storedBytes(body) };
}

/** Pages the reader read keep their finer level for good; it is of these that a short shared run matters most. */
function indexed({ ref, article }: Ready): IndexedArticle {
  const { keys, levels, terms, held } = article;
  const droppable = held.from.kind !== 'page' && held.from.kind !== 'held-page';
  return { ref, keys, terms, finer: (index) => droppable && levels[index] === 1 };
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
    addDead(tx, state, supersededRefs(ready)),
    writeLog(tx, state, ready, record),
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

/** Puts these signatures in their rows; all-zero ones are never found. */
export async function setSignatures(
  tx: LibraryTransaction<'readwrite'>,
  changes: ReadonlyMap<number, Uint8Array>,
): Promise<void> {
  const byRow = new Map<number, [offset: number, signature: Uint8Array][]>();
  for (const [ref, signature] of changes) {
    const { row, offset } = signaturePlace(ref);
    const inRow = byRow.get(row) ?? [];
    inRow.push([offset, signature]);
    byRow.set(row, inRow);
  }
  const store = tx.objectStore('signatures');
  const writes = [...byRow].map(async ([row, inRow]) => {
    const before: unknown = await store.get(row);
    const bytes = new Uint8Array(SIGNATURES_A_ROW * SIGNATURE_BYTES);
    if (before instanceof Uint8Array && before.length === bytes.length) bytes.set(before);
    for (const [offset, signature] of inRow) bytes.set(signature, offset);
    await store.put(bytes, row);
  });
  await Promise.all(writes);
}

/** From now on no reader sees these refs; their postings go with the next merge. */
export async function addDead(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  refs: readonly number[],
): Promise<void> {
  if (refs.length === 0) return;
  state.dead += refs.length;
  await tx.objectStore('dead').put(Uint32Array.from(refs), state.nextDead++);
}

async function writeLog(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  ready: readonly Ready[],
  record: LogRecord,
): Promise<void> {
  const first = ready[0];
  const last = ready.at(-1);
  if (!first || !last || record.keys.length + record.terms.length === 0) return;
  const store = tx.objectStore('log');
  const added = { keys: record.keys.length, terms: record.terms.length };
  const tail = state.log.at(-1);
  if (tail && canExtend(tail, state, ready.length, last.ref)) {
    const row: unknown = await store.get(tail.number);
    if (isLogRecord(row)) {
      tail.articles += ready.length;
      tail.lastRef = last.ref;
      tail.postings = { keys: tail.postings.keys + added.keys, terms: tail.postings.terms + added.terms };
      await store.put(extendRecord(row, record), tail.number);
      return;
    }
  }
  const number = state.nextLog++;
  state.log.push({
    number,
    articles: ready.length,
    firstRef: first.ref,
    lastRef: last.ref,
    postings: added,
  });
  await store.put(record, number);
}

/** A record that a merge has begun to take up is never touched again; offsets within a record are 16 bits. */
function canExtend(
  tail: LibraryState['log'][number],
  state: LibraryState,
  articles: number,
  lastRef: number,
): boolean {
  return (
    tail.number > (state.merging?.throughLog ?? 0) &&
    tail.articles + articles <= ARTICLES_A_RECORD &&
    lastRef - tail.firstRef < REFS_A_RECORD
  );
}
