import { finerLevel } from '@/lib/core/fingerprint';
import type {
  CorpusReader,
  HeldArticle,
  HeldBody,
  Postings,
  Searched,
  WholeArticle,
} from '@/lib/core/matching/types';
import { type Connection, fetchRows } from './connection';
import { revisionsOf } from './find';
import { answer, fetchBlocks } from './postings/lookup';
import type { Family } from './postings/posting-lists';
import type { RecentCache } from './postings/recent';
import { isHidden, isSuperseded } from './rows/article-row';
import { type KeptPlaces, unpackFingerprint } from './rows/fingerprint-codec';
import { unpackPlaces } from './rows/places-codec';
import { printCache } from './rows/print-rows';
import { heldOf, readRow } from './rows/row-codec';
import { unpackText } from './rows/text-codec';
import type { ArticleRow, LibraryState } from './schema';
import { headlineRefs } from './search/headlines';
import { type SharedRead, sharedRead } from './shared-read';
import type { Skipped } from './skipped';
import { readableState } from './state';
import { dateSpan } from './tally';

/**
 * Gives a reader for each question, which answers matching from the database, in one transaction as a rule. The index is never
 * loaded as a whole: a query reads the blocks of its keys, half a kB each, and the part of the log that it does not know yet.
 * Nothing that lies damaged in the database makes a question fail; it is skipped and counted.
 *
 * @param atOpening the state as the library was opened: the blocks' places are guessed from it, so that they are asked for at once
 */
export function corpusReaders(
  connection: Connection,
  recent: RecentCache,
  skipped: Skipped,
  atOpening: LibraryState | null,
): () => CorpusReader {
  const prints = printCache((row) => skipped.note('index', `prints ${row}`));
  let known = atOpening;

  const readState = (row: unknown): LibraryState | null => {
    const state = readableState(row);
    if (state === null && row !== undefined) skipped.note('index', 'state');
    return state;
  };

  const postings = async (
    read: SharedRead,
    family: Family,
    keys: Uint32Array,
    levels?: Uint8Array,
  ): Promise<Postings[]> => {
    const none = () => Array.from(keys, () => ({ documents: 0, refs: new Uint32Array(0) }));
    const keysFor = (state: LibraryState) => (levels && isWithoutFiner(state) ? coarser(keys, levels) : keys);
    if (keys.length === 0) return [];
    const found = await read(async (tx) => {
      // The blocks' places seldom change, so they are asked for along with the state that tells whether they have.
      const guess = known;
      const [row, early] = await Promise.all([
        tx.objectStore('state').get('library'),
        guess === null ? null : fetchBlocks(tx, family, guess, keysFor(guess)),
      ]);
      const state = readState(row);
      known = state;
      if (state === null) return null;
      const right =
        guess?.generation === state.generation &&
        guess.blockChange === state.blockChange &&
        guess.ownPages === state.ownPages;
      const [blocks, latest] = await Promise.all([
        right && early !== null ? early : fetchBlocks(tx, family, state, keysFor(state)),
        recent.load(tx, state),
      ]);
      return { state, blocks, latest };
    });
    if (found === null) return none();
    return answer(family, keys, found.state, found.blocks, found.latest, skipped);
  };

  const readOrSkipped = (ref: number, stored: unknown, state: LibraryState | null): ArticleRow[] => {
    if (stored === undefined || isSuperseded(stored)) return [];
    const row = readRow(stored);
    if (row) return isHidden(row, state) ? [] : [row];
    skipped.note('articles', ref);
    return [];
  };

  const heldOrSkipped = (ref: number, stored: unknown, state: LibraryState | null): HeldArticle[] =>
    readOrSkipped(ref, stored, state).map((row) => heldOf(ref, row));

  const bodyOf = (ref: number, row: unknown): HeldBody | null => {
    if (row === undefined) return null;
    const kept = unpackPlaces(row) ?? placesInWhole(row);
    if (kept) return { form: 'fingerprint', ...kept };
    const text = unpackText(row);
    if (text !== null) return { form: 'text', text };
    skipped.note('texts', ref);
    return null;
  };

  const readerOn = (read: SharedRead): CorpusReader => ({
    searched: (): Promise<Searched> =>
      read(async (tx) => {
        const [row, span] = await Promise.all([tx.objectStore('state').get('library'), dateSpan(tx)]);
        const counts = readState(row)?.counts;
        return { articles: counts?.articles ?? 0, outlets: counts?.outlets ?? 0, ...span };
      }),
    postings: (keys, levels) => postings(read, 'keys', keys, levels),
    termPostings: (terms) => postings(read, 'terms', terms),
    prints: async (refs) =>
      prints.atHand(known, refs) ??
      read((tx) => prints.read(tx, known, tx.objectStore('state').get('library').then(readState), refs)),
    articles: (refs) =>
      read(async (tx) => {
        const [state, rows] = await Promise.all([
          tx.objectStore('state').get('library'),
          fetchRows(tx, 'articles', refs),
        ]);
        const known = readState(state);
        return refs.flatMap((ref, i) => heldOrSkipped(ref, rows[i], known));
      }),
    whole: async (refs) => {
      const [state, rows, bodies] = await read((tx) =>
        Promise.all([
          tx.objectStore('state').get('library'),
          fetchRows(tx, 'articles', refs),
          fetchRows(tx, 'bodies', refs),
        ]),
      );
      const known = readState(state);
      return refs.flatMap((ref, i) =>
        readOrSkipped(ref, rows[i], known).map((row): WholeArticle => {
          return { article: heldOf(ref, row), body: bodyOf(ref, bodies[i] ?? row.places) };
        }),
      );
    },
    text: async (ref) => {
      const [row, body] = await read((tx) =>
        Promise.all([tx.objectStore('articles').get(ref), tx.objectStore('bodies').get(ref)]),
      );
      const live = heldOrSkipped(ref, row, null).length > 0 ? bodyOf(ref, body) : null;
      return live?.form === 'text' ? live.text : null;
    },
    revisions: (id) => revisionsOf(read, id),
    headlineRefs: (window, limit) => read((tx) => headlineRefs(tx, window, limit)),
  });
  return () => readerOn(sharedRead(connection));
}

function placesInWhole(row: unknown): KeptPlaces | null {
  const print = unpackFingerprint(row);
  if (print === null) return null;
  const { keys, positions, terms } = print;
  return { places: { by: 'key', keys, positions }, terms };
}

/** Whether no key of the finer level would find more than the others: none is left of it in the blocks. */
function isWithoutFiner({ withoutFiner, ownPages }: LibraryState): boolean {
  return withoutFiner === true && ownPages === 0;
}

function coarser(keys: Uint32Array, levels: Uint8Array): Uint32Array {
  return keys.filter((_, i) => levels[i] !== finerLevel);
}
