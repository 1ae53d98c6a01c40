import { encodeBlock, type KeyLists, visitBlock } from './block';
import { FAMILIES, type Family, joinParts } from './cap';
import type { Connection, LibraryTransaction } from './connection';
import { listsOf, lowerBound } from './log-record';
import type { Recent, RecentCache } from './recent';
import { BLOCK_STORE, blockKey, type LibraryState, type Merging } from './schema';
import type { Skipped } from './skipped';
import { checkedState, SMALLEST_BITS } from './state';

/**
 * The log is merged into the blocks slice by slice, each slice one transaction with its own place in the state, so
 * that a worker killed at any point goes on where it stopped, and queries and additions get in between.
 * While a merge runs, keys below its cursor are read from the new blocks and later log records, all others from
 * the old blocks and the whole log (`placeOf`). A merge also picks the number of blocks anew and drops dead refs.
 */

/** Articles in the log from which on it is merged. */
const LOG_LIMIT = 1_024;
/** Dead refs from which on a merge is due though the log is short. */
const DEAD_LIMIT = 256;
/** Blocks rewritten in one transaction: measured 55 to 85 ms, short enough for a query to wait for. */
const BLOCKS_A_SLICE = 512;
/** Postings aimed at in one block: about 1 kB, the measured best between too many reads and too long ones. */
const POSTINGS_A_BLOCK = 256;
const MOST_BITS = 18;
const END = 2 ** 32;

const MERGE_STORES = ['state', 'log', 'dead', 'keyBlocks', 'termBlocks'] as const;

export function mergeIsDue(state: LibraryState): boolean {
  if (state.merging !== null || state.purge || state.dead >= DEAD_LIMIT) return true;
  let articles = 0;
  for (const entry of state.log) articles += entry.articles;
  return articles >= LOG_LIMIT;
}

/** Does the next slice of the merge that is due; @returns whether there is more to do. */
export function mergeSlice(connection: Connection, recent: RecentCache, skipped: Skipped): Promise<boolean> {
  return connection.write(
    MERGE_STORES,
    async (tx) => {
      const state = checkedState(await tx.objectStore('state').get('library'));
      if (state === null || !mergeIsDue(state)) return false;
      state.merging ??= beginning(state);
      const { merging } = state;
      const family = FAMILIES.find((name) => merging.cursor[name] < END);
      if (family) await mergeFamilySlice(tx, state, merging, family, await recent.load(tx, state), skipped);
      if (FAMILIES.every((name) => merging.cursor[name] >= END)) await finish(tx, state, merging);
      state.change++;
      state.blockChange++;
      await tx.objectStore('state').put(state, 'library');
      return mergeIsDue(state);
    },
    'relaxed',
  );
}

function beginning(state: LibraryState): Merging {
  const last = state.log.at(-1);
  const logged = { keys: 0, terms: 0 };
  for (const entry of state.log) {
    for (const family of FAMILIES) logged[family] += entry.postings[family];
  }
  return {
    throughLog: last?.number ?? 0,
    throughDead: state.nextDead - 1,
    throughRef: state.nextRef - 1,
    toBits: {
      keys: bitsFor(state.postings.keys + logged.keys),
      terms: bitsFor(state.postings.terms + logged.terms),
    },
    cursor: { keys: 0, terms: 0 },
    postings: { keys: 0, terms: 0 },
    blockBytes: 0,
  };
}

function bitsFor(postings: number): number {
  const bits = Math.ceil(Math.log2(Math.max(1, postings / POSTINGS_A_BLOCK)));
  return Math.min(MOST_BITS, Math.max(SMALLEST_BITS, bits));
}

async function mergeFamilySlice(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  merging: Merging,
  family: Family,
  recent: Recent,
  skipped: Skipped,
): Promise<void> {
  const bits = state.bits[family];
  const toBits = merging.toBits[family];
  const from = merging.cursor[family];
  const to = Math.min(END, from + END / Math.max(1, 2 ** Math.max(bits, toBits) / BLOCKS_A_SLICE));
  const store = tx.objectStore(BLOCK_STORE[family]);
  const range = blockRange(bits, from, to);
  const [blockKeys, rows] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  const old = listsInBlocks(bits, blockKeys, rows, (block) => skipped.note('index', `${family} ${block}`));
  const lists = withLog(family, old, logSlice(family, recent, merging.throughLog, from, to), recent.dead);
  const blocks = blocksOf(toBits, from, to, lists);
  merging.postings[family] += lists.refs.length;
  for (const { bytes } of blocks) merging.blockBytes += bytes.length;
  merging.cursor[family] = to;
  const cleared = blockKeys.length > 0 ? store.delete(range) : null;
  await Promise.all([cleared, ...blocks.map(({ key, bytes }) => store.put(bytes, key))]);
}

/** Keys of the blocks that cover [from, to); both are multiples of the block width. */
function blockRange(bits: number, from: number, to: number): IDBKeyRange {
  const width = 2 ** (32 - bits);
  return IDBKeyRange.bound(blockKey(bits, from / width), blockKey(bits, to / width), false, true);
}

/** Collects key lists in ascending order of key. */
class ListBuilder {
  #keys: number[] = [];
  #documents: number[] = [];
  #starts: number[] = [0];
  #parts: Uint32Array[] = [];
  #length = 0;

  add(key: number, documents: number, refs: Uint32Array): void {
    this.#keys.push(key);
    this.#documents.push(documents);
    this.#parts.push(refs);
    this.#length += refs.length;
    this.#starts.push(this.#length);
  }

  lists(): KeyLists {
    const refs = new Uint32Array(this.#length);
    for (const [i, part] of this.#parts.entries()) refs.set(part, this.#starts[i]!);
    return {
      keys: Uint32Array.from(this.#keys),
      documents: Uint32Array.from(this.#documents),
      starts: Uint32Array.from(this.#starts),
      refs,
    };
  }
}

function listsInBlocks(
  bits: number,
  blockKeys: readonly number[],
  rows: readonly unknown[],
  damaged: (block: number) => void,
): KeyLists {
  const all = new ListBuilder();
  for (const [i, block] of blockKeys.entries()) {
    const row = rows[i];
    const lowest = (block - blockKey(bits, 0)) * 2 ** (32 - bits);
    const inBlock: [number, number, Uint32Array][] = [];
    const whole =
      row instanceof Uint8Array &&
      visitBlock(row, lowest, {
        wants: () => true,
        list: (key, documents, refs) => {
          inBlock.push([key, documents, refs]);
        },
      });
    if (!whole) damaged(block);
    else for (const [key, documents, refs] of inBlock) all.add(key, documents, refs);
  }
  return all.lists();
}

/** Postings of the log with keys in [from, to), by key, then ref: `refs[i]` has key `keys[i]`. */
function logSlice(
  family: Family,
  recent: Recent,
  throughLog: number,
  from: number,
  to: number,
): { keys: Uint32Array; refs: Uint32Array } {
  const pieces: { keys: Uint32Array; refs: Uint16Array; base: number }[] = [];
  let length = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (const { entry, record } of recent.records) {
    if (entry.number > throughLog) continue;
    const { keys, refs } = listsOf(record, family);
    const start = lowerBound(keys, from);
    const end = to >= END ? keys.length : lowerBound(keys, to);
    pieces.push({ keys: keys.subarray(start, end), refs: refs.subarray(start, end), base: record.base });
    length += end - start;
    lowest = Math.min(lowest, record.base);
  }
  return sortedByKey(pieces, length, lowest);
}

/** A log never spans two million refs, so key (32 bits) and offset of the ref (21 bits) fit one float exactly. */
const REF_ROOM = 2 ** 21;

function sortedByKey(
  pieces: readonly { keys: Uint32Array; refs: Uint16Array; base: number }[],
  length: number,
  lowest: number,
): { keys: Uint32Array; refs: Uint32Array } {
  const packed = new Float64Array(length);
  let at = 0;
  for (const { keys, refs, base } of pieces) {
    for (let i = 0; i < keys.length; i++) packed[at++] = keys[i]! * REF_ROOM + (base + refs[i]! - lowest);
  }
  packed.sort();
  const keys = new Uint32Array(length);
  const refs = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const key = Math.floor(packed[i]! / REF_ROOM);
    keys[i] = key;
    refs[i] = packed[i]! - key * REF_ROOM + lowest;
  }
  return { keys, refs };
}

/** Old lists and log postings side by side, like the last step of a merge sort. */
function withLog(
  family: Family,
  old: KeyLists,
  log: { keys: Uint32Array; refs: Uint32Array },
  dead: ReadonlySet<number>,
): KeyLists {
  const all = new ListBuilder();
  let a = 0;
  let b = 0;
  while (a < old.keys.length || b < log.keys.length) {
    const key = Math.min(old.keys[a] ?? END, log.keys[b] ?? END);
    const parts = [];
    if (old.keys[a] === key) {
      const refs = old.refs.subarray(old.starts[a]!, old.starts[a + 1]!);
      parts.push({ documents: old.documents[a]!, refs });
      a++;
    }
    const start = b;
    while (log.keys[b] === key) b++;
    if (b > start) parts.push({ documents: b - start, refs: log.refs.subarray(start, b) });
    const list = joinParts(family, parts, dead);
    if (list.refs.length > 0) all.add(key, list.documents, list.refs);
  }
  return all.lists();
}

/** The blocks of 2^`bits` that these lists fill; empty ones are not written. */
function blocksOf(
  bits: number,
  from: number,
  to: number,
  lists: KeyLists,
): { key: number; bytes: Uint8Array<ArrayBuffer> }[] {
  const width = 2 ** (32 - bits);
  const blocks = [];
  let start = 0;
  for (let prefix = from / width; prefix < to / width && start < lists.keys.length; prefix++) {
    const next = (prefix + 1) * width;
    const end = next >= END ? lists.keys.length : lowerBound(lists.keys, next);
    if (end === start) continue;
    blocks.push({ key: blockKey(bits, prefix), bytes: encodeBlock(lists, start, end, prefix * width) });
    start = end;
  }
  return blocks;
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
  await buryTheDead(tx, state, merging);
  state.merging = null;
}

/** Tombstones from before the merge are done with, but for articles whose postings still stand in a later log record. */
async function buryTheDead(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  merging: Merging,
): Promise<void> {
  const store = tx.objectStore('dead');
  const range = IDBKeyRange.upperBound(merging.throughDead);
  const rows: unknown[] = await store.getAll(range);
  await store.delete(range);
  const refs = rows.flatMap((row) => (row instanceof Uint32Array ? [...row] : []));
  const left = refs.filter((ref) => ref > merging.throughRef);
  state.dead = Math.max(0, state.dead - (refs.length - left.length));
  if (left.length > 0) await store.put(Uint32Array.from(left), state.nextDead++);
  state.purge = state.purge && state.dead > 0;
}
