import { type Connection, keyedRows, type LibraryTransaction } from './connection';
import { addDead } from './postings/dead-refs';
import { idKey, isLive } from './rows/article-row';
import { readRow } from './rows/row-codec';
import { type ArticleRow, type LibraryState, storeNames } from './schema';
import { setSignatures } from './search/signature-rows';
import { signatureBytes } from './search/signatures';
import type { SingleWriter } from './single-writer';
import { checkedState } from './state';
import { newTally, settleTally, type Tally, tallyLive, tallySuperseded } from './tally';

const removeStores = ['state', 'articles', 'bodies', 'dead', 'outlets', 'years', 'signatures'] as const;

/** Rows looked through, and rows deleted, in one transaction at most. */
const rowsAStep = 500;

/**
 * Deletes revisions by ref: rows and texts at once, postings with the next merge (readers no longer see them from now on).
 * A live article takes its older revisions along. Must be run by the single writer.
 * @param of the other kind is passed over: articles of packs come and go with their pack, which counts on having them all
 * @returns how many live articles went, and the state after.
 */
export function removeRefs(
  connection: Connection,
  refs: readonly number[],
  of: 'own' | 'packs',
): Promise<{ removed: number; state: LibraryState | null }> {
  return connection.write(removeStores, async (tx) => {
    const state = checkedState(await tx.objectStore('state').get('library'));
    if (state === null) return { removed: 0, state };
    const tally = newTally();
    const gone = (await Promise.all(refs.map((ref) => removeRef(tx, ref, of, tally)))).flat();
    await Promise.all([
      addDead(tx, state, gone),
      setSignatures(tx, new Map(gone.map((ref) => [ref, new Uint8Array(signatureBytes)]))),
      settleTally(tx, state, tally),
    ]);
    state.purge ||= gone.length > 0;
    state.change++;
    await tx.objectStore('state').put(state, 'library');
    return { removed: gone.length, state };
  });
}

/** @returns the ref if a live article stood there. */
async function removeRef(
  tx: LibraryTransaction<'readwrite'>,
  ref: number,
  of: 'own' | 'packs',
  tally: Tally,
): Promise<number[]> {
  const row = readRow(await tx.objectStore('articles').get(ref));
  if (row === null || (row.shard === undefined) !== (of === 'own')) return [];
  const live = isLive(row);
  if (live) tallyLive(tally, row, -1);
  else tallySuperseded(tally, row, -1);
  await Promise.all([
    tx.objectStore('articles').delete(ref),
    tx.objectStore('bodies').delete(ref),
    // Articles of packs have no older revisions: those under their id, if any, are of the reader's own.
    live && of === 'own' ? removeHistory(tx, row, tally) : null,
  ]);
  return live ? [ref] : [];
}

async function removeHistory(
  tx: LibraryTransaction<'readwrite'>,
  row: ArticleRow,
  tally: Tally,
): Promise<void> {
  const articles = tx.objectStore('articles');
  const history = await keyedRows(articles.index('history'), idKey(row.held.id));
  const removals = history.map(async ([ref, stored]) => {
    const older = readRow(stored);
    if (older) tallySuperseded(tally, older, -1);
    await Promise.all([articles.delete(ref), tx.objectStore('bodies').delete(ref)]);
  });
  await Promise.all(removals);
}

/** Whether a revision is one of those wanted. */
type Wanted = (row: ArticleRow) => boolean;

/** Those of an outlet, by its key or its name. */
export function ofOutlet(outlet: string): Wanted {
  return ({ outlet: of }) => of !== null && (of.key === outlet || of.name === outlet);
}

/** Refs after `after` of the revisions wanted, a step's worth, and where to go on (`null` at the end). */
async function findWanted(
  connection: Connection,
  isWanted: Wanted,
  after: number,
): Promise<{ refs: number[]; next: number | null }> {
  const rows = await connection.read(['articles'], (tx) =>
    keyedRows(tx.objectStore('articles'), IDBKeyRange.lowerBound(after, true), rowsAStep),
  );
  const refs = rows.flatMap(([ref, stored]) => {
    const row = readRow(stored);
    return row !== null && isWanted(row) ? ref : [];
  });
  const [last = null] = rows.at(-1) ?? [];
  return { refs, next: rows.length < rowsAStep ? null : last };
}

interface RemoverDeps {
  connection: Connection;
  writer: SingleWriter;
  /** After each write, see `makeLibrary`. */
  settle: (state: LibraryState | null) => Promise<void>;
}

/** Ways to delete the reader's own revisions. Each tells how many live articles went. */
export function remover({ connection, writer, settle }: RemoverDeps) {
  /** In one transaction. */
  const remove = (refs: readonly number[]): Promise<number> =>
    writer.run(async () => {
      const { removed, state } = await removeRefs(connection, refs, 'own');
      await settle(state);
      return removed;
    });

  return {
    remove,

    /** However many; what waits to be written comes in between. */
    async removeInSteps(refs: readonly number[]): Promise<number> {
      let removed = 0;
      for (let at = 0; at < refs.length; at += rowsAStep)
        removed += await remove(refs.slice(at, at + rowsAStep));
      return removed;
    },

    async removeWanted(isWanted: Wanted): Promise<number> {
      let removed = 0;
      for (let after: number | null = 0; after !== null; ) {
        const step = await findWanted(connection, isWanted, after);
        if (step.refs.length > 0) removed += await remove(step.refs);
        after = step.next;
      }
      return removed;
    },
  };
}

/** Revisions after ref `after` that came with an import, a step's worth, and the ids of those that took another text's place. */
export async function findImported(
  connection: Connection,
  number: number,
  after: number,
): Promise<{ refs: number[]; replacing: string[]; next: number | null }> {
  const replacing: string[] = [];
  const ofImport: Wanted = (row) => {
    if (row.import !== number) return false;
    if (row.revision > 1) replacing.push(row.held.id);
    return true;
  };
  return { ...(await findWanted(connection, ofImport, after)), replacing };
}

/** Leaves no row of any kind. @returns the next ref of the library that was, so that no ref is given out twice. */
export function removeAll(connection: Connection): Promise<number> {
  return connection.write(storeNames, async (tx) => {
    const row: unknown = await tx.objectStore('state').get('library');
    const last = await tx.objectStore('articles').openKeyCursor(null, 'prev');
    await Promise.all(storeNames.map((store) => tx.objectStore(store).clear()));
    const stated = typeof row === 'object' && row !== null && 'nextRef' in row ? Number(row.nextRef) : 0;
    return Math.max(Number.isSafeInteger(stated) ? stated : 0, (last?.key ?? 0) + 1);
  });
}
