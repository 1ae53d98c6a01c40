import { finerLevel } from '@/lib/core/fingerprint';
import { printOf } from '@/lib/core/matching/prints';
import type { PreparedArticle } from '@/lib/core/matching/types';
import { type Connection, type LibraryTransaction, rowSender } from '../connection';
import { isLarge, type Limits } from '../limits';
import { appendLog } from '../postings/append-log';
import { addDead } from '../postings/dead-refs';
import { type IndexedArticle, logRecord, withoutFiner } from '../postings/log-record';
import { entryOf } from '../postings/posting-lists';
import type { RecentCache } from '../postings/recent';
import { isOwnPage, liveRow, type RowMarks, supersededRow, termsIndexed } from '../rows/article-row';
import { contentDigest } from '../rows/digest';
import { packContent } from '../rows/packing';
import { setPrints } from '../rows/print-rows';
import { packRow } from '../rows/row-codec';
import type { ArticleRow, BareRow, Body, LibraryState, LogRecord, PackedRow } from '../schema';
import { setSignatures } from '../search/signature-rows';
import { searchedText, signatureBytes, signatureOf } from '../search/signatures';
import type { Questions } from '../single-writer';
import { newTally, settleTally, type Tally, tallyLive, tallySuperseded } from '../tally';
import type { Arrived } from './revision';

/** What a batch is written to. */
export const batchStores = [
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

/** Where batches are written, by what measures, and who may ask meanwhile. */
export interface BatchPlace {
  connection: Connection;
  recent: RecentCache;
  limits: Limits;
  questions: Questions;
}

/** An article on its way in. */
export interface Arriving {
  article: PreparedArticle;
  arrival: Arrived;
  digest: string;
  /** What it takes the place of. */
  before: { ref: number; row: ArticleRow } | null;
  /** Rows under its id that cannot be read; they give way to it. */
  unreadable: number[];
}

/** An article of which nothing is held. */
export function newArrival(article: PreparedArticle): Arriving {
  return { ...packArrival(article), digest: contentDigest(article) };
}

/** An article of a pack, which comes beside whatever is held. */
export function packArrival(article: PreparedArticle): Arriving {
  return { article, digest: '', before: null, unreadable: [], arrival: 'added' };
}

interface Ready extends Arriving {
  row: ArticleRow;
  stored: PackedRow | BareRow;
  body: Body | null;
  signature: Uint8Array;
  print: number;
}

/** A batch with everything worked out that needs no transaction, so all but the refs. */
export interface ReadyBatch {
  articles: Ready[];
  /** Postings of these articles as though the first had ref 0. */
  record: LogRecord;
  /** Whether it is made for an index that is being made anew, see `packContent`. */
  keepsKeys: boolean;
}

/** Whether the index is being made anew and comes to new articles by itself, in order of ref. */
export function isRebuilding(state: LibraryState | null): boolean {
  return state?.rebuilt !== undefined;
}

/**
 * Works out all that needs no transaction: rows, packed bodies, sorted postings. Questions are heard in between.
 *
 * @param keepsKeys see `ReadyBatch`
 */
export async function makeReady(
  { questions }: BatchPlace,
  coming: readonly Arriving[],
  keepsKeys: boolean,
  marksOf: (article: PreparedArticle) => RowMarks,
): Promise<ReadyBatch> {
  const articles: Ready[] = [];
  for (const item of coming) {
    const { held } = item.article;
    const { body, bytes, places } = packContent(item.article, keepsKeys);
    const revision = (item.before?.row.revision ?? 0) + 1;
    const facts = { revision, digest: item.digest, bodyBytes: bytes, places, ...marksOf(item.article) };
    const row = liveRow(held, facts);
    const signature = signatureOf(searchedText(held));
    articles.push({ ...item, row, stored: packRow(row), body, signature, print: printOf(held) });
    await questions.heard();
  }
  return { articles, record: logRecord(articles.map(indexed)), keepsKeys };
}

function indexed({ article, row }: Ready, ref: number): IndexedArticle {
  const { keys, levels, held } = article;
  const droppable = !isOwnPage(held);
  const terms = termsIndexed(article.terms, row);
  return { ref, keys, terms, finer: (index) => droppable && levels[index] === finerLevel };
}

/** Writes a batch under the next refs, and what it makes of the state, which is changed in place. */
export async function writeBatch(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  { articles, record }: ReadyBatch,
  { recent, limits }: BatchPlace,
): Promise<void> {
  const first = state.nextRef;
  const tally = newTally();
  for (const item of articles) tallyArrival(tally, item);
  await Promise.all([
    writeRows(tx, articles, first),
    writeSignatures(tx, articles, first),
    setPrints(tx, new Map(articles.map(({ print }, i) => [first + i, print]))),
    addDead(tx, state, supersededRefs(articles)),
    isRebuilding(state)
      ? null
      : appendLog(
          tx,
          state,
          recent,
          // The next merge would drop them.
          { ...(isLarge(state, limits) ? withoutFiner(record) : record), base: entryOf(first, false) },
          { first, last: first + articles.length - 1, articles: articles.length },
        ),
    settleTally(tx, state, tally),
  ]);
  state.nextRef += articles.length;
  state.change++;
  await tx.objectStore('state').put(state, 'library');
}

function tallyArrival(tally: Tally, { row, before, unreadable }: Ready): void {
  tally.articles -= unreadable.length;
  if (before) {
    tallyLive(tally, before.row, -1);
    tallySuperseded(tally, before.row, 1);
  }
  tallyLive(tally, row, 1);
}

async function writeRows(
  tx: LibraryTransaction<'readwrite'>,
  ready: readonly Ready[],
  first: number,
): Promise<void> {
  const putArticle = rowSender(tx, 'articles');
  const putBody = rowSender(tx, 'bodies');
  for (const [i, { stored, body, before }] of ready.entries()) {
    if (before) putArticle(packRow(supersededRow(before.row)), before.ref);
    putArticle(stored, first + i);
    if (body) putBody(body, first + i);
  }
  const lost = ready.flatMap(({ unreadable }) => unreadable);
  const articles = tx.objectStore('articles');
  const bodies = tx.objectStore('bodies');
  await Promise.all(lost.flatMap((ref) => [articles.delete(ref), bodies.delete(ref)]));
}

function supersededRefs(ready: readonly Ready[]): number[] {
  return ready.flatMap(({ before, unreadable }) => [...(before ? [before.ref] : []), ...unreadable]);
}

async function writeSignatures(
  tx: LibraryTransaction<'readwrite'>,
  ready: readonly Ready[],
  first: number,
): Promise<void> {
  const changes = new Map<number, Uint8Array>();
  for (const [i, { signature, before }] of ready.entries()) {
    changes.set(first + i, signature);
    if (before) changes.set(before.ref, new Uint8Array(signatureBytes));
  }
  await setSignatures(tx, changes);
}
