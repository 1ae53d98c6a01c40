import { finerLevel } from '@/lib/core/fingerprint';
import type { PreparedArticle } from '@/lib/core/matching/types';
import { type Connection, keyedRows, type LibraryTransaction } from '../connection';
import { isLive, isOwnPage, termsIndexed } from '../rows/article-row';
import { type Fingerprint, unpackFingerprint } from '../rows/fingerprint-codec';
import { packPlaces } from '../rows/places-codec';
import { packRow, readRow } from '../rows/row-codec';
import { unpackText } from '../rows/text-codec';
import type { ArticleRow, LibraryState } from '../schema';
import { checkedState, smallestBits } from '../state';
import { appendLog } from './append-log';
import { putKeysBack } from './keys-put-back';
import { type IndexedArticle, logRecord, refsARecord } from './log-record';
import type { RecentCache } from './recent';

/**
 * The index made anew from the articles. It is emptied in one transaction and filled again article by article in order of ref,
 * each step a transaction with its place in the state, so it goes on after a kill. Meanwhile look-ups find what is indexed
 * so far, and articles that are added wait for their turn: their refs lie ahead. The keys of articles without text lie in
 * their bodies from before the index is emptied until it has them again.
 */

/** Makes keys, levels and terms of an article whose text is held. */
export type Prepare = (
  held: ArticleRow['held'],
  text: string,
) => Pick<PreparedArticle, 'keys' | 'levels' | 'terms'>;

/** What is thrown away with the index. */
export const indexStores = ['log', 'dead', 'keyBlocks', 'termBlocks'] as const;
const rowsAStep = 128;

/** Empties the index and notes that it is to be filled again; one that is being filled already goes on. */
export async function beginRebuild(connection: Connection): Promise<LibraryState | null> {
  for (;;) {
    const before = await connection.read(['state'], async (tx) =>
      checkedState(await tx.objectStore('state').get('library')),
    );
    if (before === null || before.rebuilt !== undefined) return before;
    const lostPrints = await putKeysBack(connection);
    const emptied = await empty(connection, before, lostPrints);
    if (emptied) return emptied;
  }
}

/** @returns `null` when somebody else wrote in between (a browser without locks): an article that came so has its keys in the index alone. */
function empty(
  connection: Connection,
  before: LibraryState,
  lostPrints: number,
): Promise<LibraryState | null> {
  return connection.write(['state', ...indexStores], async (tx) => {
    const state = checkedState(await tx.objectStore('state').get('library'));
    if (state?.change !== before.change || state.generation !== before.generation) return null;
    await Promise.all(indexStores.map((store) => tx.objectStore(store).clear()));
    const emptied = { ...withoutIndex(state), lostPrints };
    await tx.objectStore('state').put(emptied, 'library');
    return emptied;
  });
}

/** The state of the same library when its index was thrown away and has to be made anew. */
export function withoutIndex(state: LibraryState): LibraryState {
  return {
    ...state,
    log: [],
    dead: 0,
    nextDead: state.nextDead + 1,
    purge: false,
    merging: null,
    bits: { keys: smallestBits, terms: smallestBits },
    postings: { keys: 0, terms: 0 },
    bytes: { ...state.bytes, blocks: 0 },
    withoutFiner: false,
    rebuilt: 0,
    change: state.change + 1,
    blockChange: state.blockChange + 1,
  };
}

/** Indexes the next articles. @returns the state after; without `rebuilt` when all are indexed. Must be run by the single writer. */
export async function rebuildStep(
  connection: Connection,
  recent: RecentCache,
  prepare: Prepare,
): Promise<LibraryState | null> {
  const { state, rows, last } = await readStep(connection);
  if (state?.rebuilt === undefined) return state;
  const articles: IndexedArticle[] = [];
  const taken: { ref: number; row: unknown; print: Fingerprint }[] = [];
  for (const { ref, row, body } of rows) {
    const article = indexedOf(ref, row, body, prepare);
    if (article !== null) articles.push(article);
    const print = unpackFingerprint(body);
    if (print !== null) taken.push({ ref, row, print });
  }
  return connection.write(['state', 'log', 'articles', 'bodies'], async (tx) => {
    const now = checkedState(await tx.objectStore('state').get('library'));
    // Everything was deleted meanwhile, or somebody else did this step or took an article out.
    if (now === null || now.change !== state.change || now.generation !== state.generation) return now;
    await append(tx, now, recent, articles);
    for (const { ref, row, print } of taken) {
      const read = readRow(row);
      if (read && !read.places)
        await tx.objectStore('articles').put(packRow({ ...read, places: packPlaces(print) }), ref);
      await tx.objectStore('bodies').delete(ref);
    }
    if (last === null) delete now.rebuilt;
    else now.rebuilt = last;
    now.change++;
    await tx.objectStore('state').put(now, 'library');
    return now;
  });
}

function readStep(connection: Connection) {
  return connection.read(['state', 'articles', 'bodies'], async (tx) => {
    const state = checkedState(await tx.objectStore('state').get('library'));
    const range = IDBKeyRange.lowerBound(state?.rebuilt ?? 0, true);
    const found = await keyedRows(tx.objectStore('articles'), range, rowsAStep);
    const [first] = found[0] ?? [0];
    const near = found.filter(([ref]) => ref - first < refsARecord);
    const bodies = tx.objectStore('bodies');
    const rows = await Promise.all(
      near.map(async ([ref, row]) => ({ ref, row, body: await bodies.get(ref) })),
    );
    return { state, rows, last: rows.at(-1)?.ref ?? null };
  });
}

function indexedOf(ref: number, stored: unknown, body: unknown, prepare: Prepare): IndexedArticle | null {
  const row = readRow(stored);
  if (row === null || !isLive(row)) return null;
  const droppable = !isOwnPage(row.held);
  const print = unpackFingerprint(body);
  if (print) return { ref, keys: print.keys, terms: termsIndexed(print.terms, row), finer: () => false };
  const text = row.held.held === 'text' ? unpackText(body) : '';
  if (text === null) return null;
  const { keys, levels, terms } = prepare(row.held, text);
  return {
    ref,
    keys,
    terms: termsIndexed(terms, row),
    finer: (index) => droppable && levels[index] === finerLevel,
  };
}

async function append(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  recent: RecentCache,
  articles: readonly IndexedArticle[],
): Promise<void> {
  const [first, last] = [articles[0]?.ref, articles.at(-1)?.ref];
  if (first === undefined || last === undefined) return;
  await appendLog(tx, state, recent, logRecord(articles), { first, last, articles: articles.length });
}
