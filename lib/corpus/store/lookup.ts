import type { Postings } from '@/lib/core/matching/types';
import { type BlockVisitor, visitBlock } from './block';
import { fetchRows, type LibraryTransaction } from './connection';
import { logList } from './log-record';
import { type EntryList, type Family, joinLists, postingsOf, refIn } from './posting-lists';
import type { Recent } from './recent';
import { BLOCK_STORE, blockKey, type LibraryState } from './schema';
import type { Skipped } from './skipped';

/** Where a key's postings lie: its block, and which log records a merge has not yet taken up into that block. */
export interface Place {
  block: number;
  /** Lowest key the block can hold. */
  lowest: number;
  /** Log records up to this number are in the block already. */
  mergedLog: number;
}

export function placeOf(state: LibraryState, family: Family, key: number): Place {
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
  const rows = await fetchRows(tx, BLOCK_STORE[family], blocks);
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
    return postingsOf(joinLists(family, parts, (entry) => recent.dead.has(refIn(entry))));
  });
}

function listsInBlocks(
  family: Family,
  keys: Uint32Array,
  state: LibraryState,
  blocks: ReadonlyMap<number, unknown>,
  skipped: Skipped,
): Map<number, EntryList> {
  const wanted = new Set(keys);
  const lowest = new Map<number, number>();
  for (const key of keys) {
    const place = placeOf(state, family, key);
    lowest.set(place.block, place.lowest);
  }
  const found = new Map<number, EntryList>();
  for (const [block, row] of blocks) {
    if (row === undefined) continue;
    const inBlock: [number, EntryList][] = [];
    const whole = row instanceof Uint8Array && visitBlock(row, lowest.get(block) ?? 0, pick(wanted, inBlock));
    if (!whole) skipped.note('index', `${family} ${block}`);
    else for (const [key, list] of inBlock) found.set(key, list);
  }
  return found;
}

/** Collects the lists of the wanted keys only. */
function pick(wanted: ReadonlySet<number>, into: [number, EntryList][]): BlockVisitor {
  let key = 0;
  let entries: number[] = [];
  return {
    begin: (next) => {
      key = next;
      entries = [];
      return wanted.has(next);
    },
    entry: (entry) => {
      entries.push(entry);
    },
    end: (documents) => {
      into.push([key, { documents, entries: Uint32Array.from(entries) }]);
    },
  };
}
