import type { Postings } from '@/lib/core/matching/types';
import { fetchRows, type LibraryTransaction } from '../connection';
import { blockKey, blockStore, type LibraryState } from '../schema';
import type { Skipped } from '../skipped';
import { findInBlock } from './block-read';
import { logList } from './log-record';
import { type EntryList, type Family, postingsOf } from './posting-lists';
import type { Recent } from './recent';

/** Where a key's postings lie: its block, and which log records a merge has not yet taken up into that block. */
export interface Place {
  block: number;
  /** Lowest key the block can hold. */
  lowest: number;
  /** Log records up to this number are in the block already. */
  mergedLog: number;
}

function placeOf(state: LibraryState, family: Family, key: number): Place {
  const { merging } = state;
  const merged = merging !== null && key < merging.cursor[family];
  const bits = merged ? merging.toBits[family] : state.bits[family];
  const width = 2 ** (32 - bits);
  const prefix = Math.floor(key / width);
  return {
    block: blockKey(bits, prefix),
    lowest: prefix * width,
    mergedLog: merged ? merging.throughLog : 0,
  };
}

/** Raw blocks for these keys, by block key; a block nobody wrote is absent. */
export async function fetchBlocks(
  tx: LibraryTransaction<'readonly'>,
  family: Family,
  state: LibraryState,
  keys: Uint32Array,
): Promise<Map<number, unknown>> {
  const wanted = new Set<number>();
  for (const key of keys) wanted.add(placeOf(state, family, key).block);
  const blocks = [...wanted];
  const rows = await fetchRows(tx, blockStore[family], blocks);
  return new Map(blocks.map((block, i) => [block, rows[i]]));
}

/** Answers a query from what was fetched: for each key its block's list, then the log's, without the dead. */
export function answer(
  family: Family,
  keys: Uint32Array,
  state: LibraryState,
  blocks: ReadonlyMap<number, unknown>,
  recent: Recent,
  skipped: Skipped,
): Postings[] {
  const inBlocks = listsInBlocks(family, keys, state, blocks, skipped);
  return Array.from(keys, (key) => {
    const { mergedLog } = placeOf(state, family, key);
    const parts: EntryList[] = [];
    const inBlock = inBlocks.get(key);
    if (inBlock) parts.push(inBlock);
    for (const { entry, record } of recent.records) {
      if (entry.number <= mergedLog) continue;
      const list = logList(record, family, key);
      if (list) parts.push(list);
    }
    return postingsOf(family, parts, recent.dead);
  });
}

function listsInBlocks(
  family: Family,
  keys: Uint32Array,
  state: LibraryState,
  blocks: ReadonlyMap<number, unknown>,
  skipped: Skipped,
): Map<number, EntryList> {
  const wanted = new Map<number, { lowest: number; keys: number[] }>();
  for (const key of keys.slice().sort()) {
    const { block, lowest } = placeOf(state, family, key);
    const inBlock = wanted.get(block) ?? { lowest, keys: [] };
    if (inBlock.keys.at(-1) !== key) inBlock.keys.push(key);
    wanted.set(block, inBlock);
  }
  const found = new Map<number, EntryList>();
  for (const [block, { lowest, keys }] of wanted) {
    const row = blocks.get(block);
    if (row === undefined) continue;
    const lists = row instanceof Uint8Array ? findInBlock(row, lowest, keys) : null;
    if (lists === null) skipped.note('index', `${family} ${block}`);
    else for (const [key, list] of lists) found.set(key, list);
  }
  return found;
}
