import { LibraryUnreadableError } from './errors';
import { isRecord } from './rows/is-record';
import type { LibraryState } from './schema';

/** Blocks a young index starts with: 2^this. A merge picks a new size by what there is then. */
export const smallestBits = 4;
/** Blocks of the largest index: enough for half a million articles at the size of block aimed at. */
export const mostBits = 18;

/** @param firstRef so that refs of a library that was just emptied are not given out again. */
export function emptyState(firstRef: number): LibraryState {
  return {
    generation: randomName(),
    change: 0,
    blockChange: 0,
    nextRef: firstRef,
    nextLog: 1,
    nextDead: 1,
    dead: 0,
    purge: false,
    log: [],
    bits: { keys: smallestBits, terms: smallestBits },
    postings: { keys: 0, terms: 0 },
    merging: null,
    counts: { articles: 0, headlineOnly: 0, fingerprintOnly: 0, outlets: 0, superseded: 0 },
    bytes: { articles: 0, blocks: 0 },
    ownPages: 0,
  };
}

function randomName(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('-');
}

/** The state row as read, `null` in an empty library. @throws LibraryUnreadableError when something else stands in its place. */
export function checkedState(row: unknown): LibraryState | null {
  if (row === undefined) return null;
  if (!isState(row)) throw new LibraryUnreadableError();
  return row;
}

/** The same for those who can go on without: an unreadable state counts as none. */
export function readableState(row: unknown): LibraryState | null {
  return isState(row) ? row : null;
}

/** Looks at every number that an index or a loop depends on. */
function isState(row: unknown): row is LibraryState {
  if (!isRecord(row) || typeof row.generation !== 'string' || typeof row.purge !== 'boolean') return false;
  return (
    allWhole(row, ['change', 'blockChange', 'nextRef', 'nextLog', 'nextDead', 'dead']) &&
    areBits(row.bits) &&
    isPair(row.postings) &&
    isRecord(row.counts) &&
    allWhole(row.counts, ['articles', 'headlineOnly', 'fingerprintOnly', 'outlets', 'superseded']) &&
    isRecord(row.bytes) &&
    allWhole(row.bytes, ['articles', 'blocks']) &&
    (row.parts === undefined ||
      (isRecord(row.parts) && allWhole(row.parts, ['headlines', 'packs', 'revisions']))) &&
    (row.rebuilt === undefined || allWhole(row, ['rebuilt'])) &&
    (row.lostPrints === undefined || allWhole(row, ['lostPrints'])) &&
    (row.withoutFiner === undefined || typeof row.withoutFiner === 'boolean') &&
    (row.ownPages === undefined || allWhole(row, ['ownPages'])) &&
    Array.isArray(row.log) &&
    row.log.every(
      (entry) =>
        isRecord(entry) &&
        allWhole(entry, ['number', 'articles', 'firstRef', 'lastRef']) &&
        isPair(entry.postings),
    ) &&
    (row.merging === null || isMerging(row.merging)) &&
    (row.hidden === undefined || isNumbers(row.hidden))
  );
}

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => Number.isSafeInteger(one));
}

function isMerging(value: unknown): boolean {
  return (
    isRecord(value) &&
    allWhole(value, ['throughLog', 'throughDead', 'blockBytes']) &&
    typeof value.dropFiner === 'boolean' &&
    areBits(value.toBits) &&
    isPair(value.cursor) &&
    isPair(value.postings)
  );
}

function areBits(value: unknown): boolean {
  return isRecord(value) && isPair(value) && Math.max(Number(value.keys), Number(value.terms)) <= mostBits;
}

function isPair(value: unknown): boolean {
  return isRecord(value) && allWhole(value, ['keys', 'terms']);
}

function allWhole(value: Record<string, unknown>, names: readonly string[]): boolean {
  return names.every((name) => Number.isSafeInteger(value[name]) && Number(value[name]) >= 0);
}
