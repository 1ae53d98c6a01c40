import type { Connection, LibraryTransaction } from '../connection';
import { isLarge, type Limits } from '../limits';
import type { LibraryState, Merging } from '../schema';
import type { Skipped } from '../skipped';
import { checkedState, mostBits, smallestBits } from '../state';
import { endOfKeys, mergedSlice, readSlice, type Slice, type SliceRead, writeSlice } from './merge-slice';
import { type Family, families } from './posting-lists';
import type { RecentCache } from './recent';

/**
 * The log is merged into the blocks slice by slice, each slice one transaction with its own place in the state, so
 * that a worker killed at any point goes on where it stopped, and queries and additions get in between.
 * While a merge runs, keys below its cursor are read from the new blocks and later log records, all others from
 * the old blocks and the whole log (`placeOf`). A merge also picks the number of blocks anew and drops dead refs.
 */

const mergeStores = ['state', 'log', 'dead', 'keyBlocks', 'termBlocks'] as const;

/** How much merging there is to do: `behind` cannot wait for a quiet moment. */
export type MergeNeed = 'none' | 'some' | 'behind';

/** How much there is to merge, told by the state alone. */
export function mergeNeed(state: LibraryState, limits: Limits): MergeNeed {
  let articles = 0;
  for (const entry of state.log) articles += entry.articles;
  const { keys, terms } = postingsIn(state.log);
  if (keys + terms >= limits.logPostingsAtMost || state.log.length >= limits.logRecordsAtMost)
    return 'behind';
  const due =
    articles >= limits.logArticles || state.merging !== null || state.purge || state.dead >= limits.deadRefs;
  return due ? 'some' : 'none';
}

/** The slice that comes next in a library as it was after so many changes. */
interface Ahead {
  generation: string;
  change: number;
  slice: Slice;
}

/**
 * Gives what does the next slice of the merge that is due, a small one where the library `isAsked`, and tells what is left to
 * do. While a slice is on its way to disk the one after it is worked out; it is worked out anew when anything was written in
 * between.
 */
export function sliceMerger(
  connection: Connection,
  recent: RecentCache,
  skipped: Skipped,
  limits: Limits,
): (isAsked: boolean) => Promise<MergeNeed> {
  let ahead: Ahead | null = null;
  const mergeNext = async (
    tx: LibraryTransaction<'readwrite'>,
    known: Ahead | null,
    isAsked: boolean,
  ): Promise<{ need: MergeNeed; next: Ahead | null }> => {
    const state = checkedState(await tx.objectStore('state').get('library'));
    if (state === null || mergeNeed(state, limits) === 'none') return { need: 'none', next: null };
    state.merging ??= beginning(state, limits);
    const { merging } = state;
    const latest = await recent.load(tx, state);
    const read = () =>
      readSlice(tx, state, merging, isAsked ? limits.blocksASliceWhenAsked : limits.blocksASlice);
    const merged = (found: SliceRead | null) => found && mergedSlice(found, state, merging, latest, skipped);
    const isKnown = known?.generation === state.generation && known.change === state.change;
    const slice = isKnown ? known.slice : merged(await read());
    if (slice) merging.cursor[slice.family] = slice.to;
    // Asked for before the slice is written, or it would be there only when that is done.
    const [found] = await Promise.all([
      isAsked ? null : read(),
      slice && writeSlice(tx, state, merging, slice),
    ]);
    if (families.every((name) => merging.cursor[name] >= endOfKeys)) await finish(tx, state, merging);
    state.change++;
    state.blockChange++;
    const put = tx.objectStore('state').put(state, 'library');
    const coming = merged(found);
    await put;
    const { generation, change } = state;
    return { need: mergeNeed(state, limits), next: coming && { generation, change, slice: coming } };
  };
  return async (isAsked) => {
    const known = ahead;
    ahead = null;
    const { need, next } = await connection.write(
      mergeStores,
      (tx) => mergeNext(tx, known, isAsked),
      'relaxed',
    );
    ahead = next;
    return need;
  };
}

function beginning(state: LibraryState, limits: Limits): Merging {
  const logged = postingsIn(state.log);
  return {
    throughLog: state.log.at(-1)?.number ?? 0,
    throughDead: state.nextDead - 1,
    toBits: {
      keys: bitsFor(state.postings.keys + logged.keys, limits),
      terms: bitsFor(state.postings.terms + logged.terms, limits),
    },
    dropFiner: isLarge(state, limits),
    cursor: { keys: 0, terms: 0 },
    postings: { keys: 0, terms: 0 },
    blockBytes: 0,
  };
}

function postingsIn(log: LibraryState['log']): Record<Family, number> {
  const sum = { keys: 0, terms: 0 };
  for (const entry of log) for (const family of families) sum[family] += entry.postings[family];
  return sum;
}

function bitsFor(postings: number, limits: Limits): number {
  const bits = Math.ceil(Math.log2(Math.max(1, postings / limits.postingsABlock)));
  return Math.min(mostBits, Math.max(smallestBits, bits));
}

async function finish(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  merging: Merging,
): Promise<void> {
  await tx.objectStore('log').delete(IDBKeyRange.upperBound(merging.throughLog));
  state.log = state.log.filter((entry) => entry.number > merging.throughLog);
  state.bits = merging.toBits;
  state.postings = merging.postings;
  state.bytes.blocks = merging.blockBytes;
  state.withoutFiner = merging.dropFiner;
  await buryTheDead(tx, state, merging);
  state.merging = null;
}

/** Tombstones from before the merge are done with: whatever they named stood in the blocks or in the part of the log that was merged. */
async function buryTheDead(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  merging: Merging,
): Promise<void> {
  const store = tx.objectStore('dead');
  await store.delete(IDBKeyRange.upperBound(merging.throughDead));
  const later: unknown[] = await store.getAll();
  state.dead = later.reduce<number>((sum, row) => sum + (row instanceof Uint32Array ? row.length : 0), 0);
  state.purge = state.purge && state.dead > 0;
}
