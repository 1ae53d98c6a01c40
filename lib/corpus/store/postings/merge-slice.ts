import { lowerBound } from '@/lib/core/matching/sorted-numbers';
import { type LibraryTransaction, rowSender } from '../connection';
import { blockKey, blockStore, type LibraryState, lowestIn, type Merging } from '../schema';
import type { Skipped } from '../skipped';
import { encodeBlock } from './block';
import { visitBlock } from './block-read';
import { type KeyLists, ListBuilder } from './key-lists';
import { listsOf } from './log-record';
import { type Entry, type Family, families, isFiner, refIn } from './posting-lists';
import type { Recent } from './recent';
import { sortByKey } from './sort-by-key';

/** End of the space of 32-bit keys. */
export const endOfKeys = 2 ** 32;

/** What the blocks of one family have for the next slice. */
export interface SliceRead {
  family: Family;
  from: number;
  to: number;
  blockKeys: readonly number[];
  rows: readonly unknown[];
}

/** A slice of one family's blocks, merged. */
export interface Slice {
  family: Family;
  to: number;
  blocks: { key: number; bytes: Uint8Array<ArrayBuffer> }[];
  /** Keys of blocks that are done with, ascending. */
  leaving: readonly number[];
  postings: number;
}

/** Reads what is there of the slice that comes next; `null` when all of them are merged. */
export async function readSlice(
  tx: LibraryTransaction<'readwrite'>,
  { bits }: LibraryState,
  { cursor, toBits }: Merging,
  blocksASlice: number,
): Promise<SliceRead | null> {
  const family = families.find((name) => cursor[name] < endOfKeys);
  if (family === undefined) return null;
  const from = cursor[family];
  const to = Math.min(endOfKeys, from + sliceWidth(bits[family], toBits[family], blocksASlice));
  const store = tx.objectStore(blockStore[family]);
  const range = blockRange(bits[family], from, to);
  const [blockKeys, rows] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return { family, from, to, blockKeys, rows };
}

/** Merges what was read with what the log has for it. */
export function mergedSlice(
  { family, from, to, blockKeys, rows }: SliceRead,
  state: LibraryState,
  merging: Merging,
  recent: Recent,
  skipped: Skipped,
): Slice {
  const damaged = (block: number) => skipped.note('index', `${family} ${block}`);
  const old = within(listsInBlocks(family, blockKeys, rows, damaged), from, to);
  const gone = (entry: Entry) => (merging.dropFiner && isFiner(entry)) || recent.dead.has(refIn(entry));
  const lists = withLog(family, old, logSlice(family, recent, merging.throughLog, from, to), gone);
  const blocks = blocksOf(merging.toBits[family], from, to, lists);
  // Blocks that stay are overwritten, which is half the work of deleting them first.
  const staying = new Set(blocks.map(({ key }) => key));
  const width = 2 ** (32 - state.bits[family]);
  const leaving = blockKeys.filter((key) => lowestIn(key) + width <= to && !staying.has(key));
  return { family, to, blocks, leaving, postings: lists.entries.length };
}

/** Puts a slice in the place of what it was merged from. */
export async function writeSlice(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  merging: Merging,
  { family, blocks, leaving, postings }: Slice,
): Promise<void> {
  merging.postings[family] += postings;
  for (const { bytes } of blocks) merging.blockBytes += bytes.length;
  const putBlock = rowSender(tx, blockStore[family]);
  for (const { key, bytes } of blocks) putBlock(bytes, key);
  const store = tx.objectStore(blockStore[family]);
  if (state.bits[family] === merging.toBits[family])
    await Promise.all(leaving.map((key) => store.delete(key)));
  else if (leaving.length > 0) await store.delete(IDBKeyRange.bound(leaving[0], leaving.at(-1)));
}

/** Whole blocks of the new size, of an old block perhaps a part: the first large import makes very many blocks of few. */
function sliceWidth(bits: number, toBits: number, blocks: number): number {
  return Math.max(blocks * 2 ** (32 - Math.max(bits, toBits)), 2 ** (32 - toBits));
}

/** Keys of the blocks that hold any of [from, to). */
function blockRange(bits: number, from: number, to: number): IDBKeyRange {
  const width = 2 ** (32 - bits);
  const [first, beyond] = [Math.floor(from / width), Math.ceil(to / width)];
  return IDBKeyRange.bound(blockKey(bits, first), blockKey(bits, beyond), false, true);
}

function listsInBlocks(
  family: Family,
  blockKeys: readonly number[],
  rows: readonly unknown[],
  damaged: (block: number) => void,
): KeyLists {
  const all = new ListBuilder(family);
  for (const [i, block] of blockKeys.entries()) {
    const row = rows[i];
    const mark = all.mark();
    if (row instanceof Uint8Array && visitBlock(row, lowestIn(block), all)) continue;
    all.dropAfter(mark);
    damaged(block);
  }
  return all.lists();
}

/** The lists whose keys are in [from, to). */
function within({ keys, documents, starts, entries }: KeyLists, from: number, to: number): KeyLists {
  const [first, beyond] = [lowerBound(keys, from), lowerBound(keys, to)];
  return {
    keys: keys.subarray(first, beyond),
    documents: documents.subarray(first, beyond),
    starts: starts.subarray(first, beyond + 1),
    entries,
  };
}

/** Log entries with keys in a slice, by key, then entry: `entries[i]` has key `keys[i]`. */
interface LogSlice {
  keys: Uint32Array;
  entries: Uint32Array;
}

function logSlice(family: Family, recent: Recent, throughLog: number, from: number, to: number): LogSlice {
  const pieces: { keys: Uint32Array; offsets: Uint16Array; base: number }[] = [];
  for (const { entry, record } of recent.records) {
    if (entry.number > throughLog) continue;
    const { keys, offsets } = listsOf(record, family);
    const start = lowerBound(keys, from);
    const end = to >= endOfKeys ? keys.length : lowerBound(keys, to);
    const piece = { keys: keys.subarray(start, end), offsets: offsets.subarray(start, end) };
    pieces.push({ ...piece, base: record.base });
  }
  return sortedByKey(pieces);
}

/** Records come in order of their entries, which therefore ascend within a key. */
function sortedByKey(pieces: readonly { keys: Uint32Array; offsets: Uint16Array; base: number }[]): LogSlice {
  let length = 0;
  for (const { keys } of pieces) length += keys.length;
  const all = new Uint32Array(length);
  const entries = new Uint32Array(length);
  let at = 0;
  for (const { keys, offsets, base } of pieces) {
    all.set(keys, at);
    for (let i = 0; i < offsets.length; i++) entries[at++] = base + offsets[i]!;
  }
  const sorted = sortByKey(all, entries);
  return { keys: sorted.keys, entries: sorted.values };
}

/** Old lists and log entries side by side, like the last step of a merge sort; those that are gone stay behind. */
function withLog(family: Family, old: KeyLists, log: LogSlice, gone: (entry: Entry) => boolean): KeyLists {
  const all = new ListBuilder(family);
  let a = 0;
  let b = 0;
  while (a < old.keys.length || b < log.keys.length) {
    const key = Math.min(old.keys[a] ?? endOfKeys, log.keys[b] ?? endOfKeys);
    let documents = 0;
    all.begin(key);
    const keep = (entry: Entry) => {
      if (gone(entry)) documents--;
      else all.entry(entry);
    };
    if (old.keys[a] === key) {
      documents += old.documents[a]!;
      for (let i = old.starts[a]!; i < old.starts[a + 1]!; i++) keep(old.entries[i]!);
      a++;
    }
    for (; log.keys[b] === key; b++) {
      documents++;
      keep(log.entries[b]!);
    }
    all.end(documents);
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
    const end = next >= endOfKeys ? lists.keys.length : lowerBound(lists.keys, next);
    if (end === start) continue;
    blocks.push({ key: blockKey(bits, prefix), bytes: encodeBlock(lists, start, end, prefix * width) });
    start = end;
  }
  return blocks;
}
