import { finerLevel } from '@/lib/core/fingerprint';
import type { PreparedArticle } from '@/lib/core/matching/types';
import { appendLog } from './append-log';
import { isOwnPage, isRow } from './article-row';
import type { Connection, LibraryTransaction } from './connection';
import { unpackFingerprint } from './fingerprint-codec';
import { type IndexedArticle, logRecord, REFS_A_RECORD } from './log-record';
import type { ArticleRow, LibraryState } from './schema';
import { checkedState, SMALLEST_BITS } from './state';
import { unpackText } from './text-codec';

/**
 * The index made anew from the articles. It is emptied in one transaction and filled again article by article in order of ref,
 * each step a transaction with its place in the state, so it goes on after a kill. Meanwhile look-ups find what is indexed
 * so far, and articles that are added wait for their turn: their refs lie ahead.
 */

/** Makes keys, levels and terms of an article whose text is held. */
export type Prepare = (
  held: ArticleRow['held'],
  text: string,
) => Pick<PreparedArticle, 'keys' | 'levels' | 'terms'>;

/** What is thrown away with the index. */
export const INDEX_STORES = ['log', 'dead', 'keyBlocks', 'termBlocks'] as const;
const ROWS_A_STEP = 128;

/** Empties the index and notes that it is to be filled again; one that is being filled already goes on. */
export function beginRebuild(connection: Connection): Promise<LibraryState | null> {
  return connection.write(['state', ...INDEX_STORES], async (tx) => {
    const state = checkedState(await tx.objectStore('state').get('library'));
    if (state === null || state.rebuilt !== undefined) return state;
    await Promise.all(INDEX_STORES.map((store) => tx.objectStore(store).clear()));
    const emptied = withoutIndex(state);
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
    bits: { keys: SMALLEST_BITS, terms: SMALLEST_BITS },
    postings: { keys: 0, terms: 0 },
    bytes: { ...state.bytes, blocks: 0 },
    withoutFiner: false,
    rebuilt: 0,
    change: state.change + 1,
    blockChange: state.blockChange + 1,
  };
}

/** Indexes the next articles. @returns the state after; without `rebuilt` when all are indexed. Must be run by the single writer. */
export async function rebuildStep(connection: Connection, prepare: Prepare): Promise<LibraryState | null> {
  const { state, rows, last } = await readStep(connection);
  if (state?.rebuilt === undefined) return state;
  const articles: IndexedArticle[] = [];
  for (const { ref, row, body } of rows) {
    const article = await indexedOf(ref, row, body, prepare);
    if (article !== null) articles.push(article);
  }
  return connection.write(['state', 'log'], async (tx) => {
    const now = checkedState(await tx.objectStore('state').get('library'));
    // Everything was deleted meanwhile, or somebody else did this step.
    if (now === null || now.rebuilt !== state.rebuilt || now.generation !== state.generation) return now;
    await append(tx, now, articles);
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
    const articles = tx.objectStore('articles');
    const [refs, found] = await Promise.all([
      articles.getAllKeys(range, ROWS_A_STEP),
      articles.getAll(range, ROWS_A_STEP),
    ]);
    const near = refs.filter((ref) => ref - (refs[0] ?? 0) < REFS_A_RECORD);
    const bodies = tx.objectStore('bodies');
    const rows = await Promise.all(
      near.map(async (ref, i) => ({
        ref,
        row: found[i] as unknown,
        body: (await bodies.get(ref)) as unknown,
      })),
    );
    return { state, rows, last: near.at(-1) ?? null };
  });
}

async function indexedOf(
  ref: number,
  row: unknown,
  body: unknown,
  prepare: Prepare,
): Promise<IndexedArticle | null> {
  if (!isRow(row) || row.addresses === undefined) return null;
  const droppable = !isOwnPage(row.held);
  const print = unpackFingerprint(body);
  if (print) return { ref, keys: print.keys, terms: print.terms, finer: () => false };
  const text = row.held.held === 'text' ? await unpackText(body) : '';
  if (text === null) return null;
  const { keys, levels, terms } = prepare(row.held, text);
  return { ref, keys, terms, finer: (index) => droppable && levels[index] === finerLevel };
}

async function append(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  articles: readonly IndexedArticle[],
): Promise<void> {
  const [first, last] = [articles[0]?.ref, articles.at(-1)?.ref];
  if (first === undefined || last === undefined) return;
  await appendLog(tx, state, logRecord(articles), { first, last, articles: articles.length });
}
