import { lowerBound } from '@/lib/core/matching/sorted-numbers';
import type { LogRecord } from '../schema';
import { type EntryList, entryOf, type Family, isFiner, refIn } from './posting-lists';
import { sortByKey } from './sort-by-key';

/** Articles in one log record at most: about 100 kB, so that rewriting the last record for one more article stays cheap. */
export const articlesARecord = 256;

/** Entries of one record span less than this, so that an offset has 16 bits; an entry is twice a ref. */
export const refsARecord = 0x8000;

/** One article's share of a log record; repeated keys count once. */
export interface IndexedArticle {
  ref: number;
  keys: Uint32Array;
  /** Which of the keys may be dropped once the library is large. */
  finer: (index: number) => boolean;
  terms: Uint32Array;
}

/** Sorted log record of these articles, whose refs ascend and span less than `refsARecord`. */
export function logRecord(articles: readonly IndexedArticle[]): LogRecord {
  const first = articles[0]?.ref ?? 0;
  const keys = sortedEntries(articles, first, 'keys');
  const terms = sortedEntries(articles, first, 'terms');
  return {
    base: entryOf(first, false),
    keys: keys.keys,
    keyOffsets: keys.offsets,
    terms: terms.keys,
    termOffsets: terms.offsets,
  };
}

/** The same without the entries that a large library does without. A record's base is even, so an offset bears its entry's mark. */
export function withoutFiner(record: LogRecord): LogRecord {
  const keys = new Uint32Array(record.keys.length);
  const keyOffsets = new Uint16Array(record.keys.length);
  let kept = 0;
  for (let i = 0; i < record.keys.length; i++) {
    if (isFiner(record.keyOffsets[i]!)) continue;
    keys[kept] = record.keys[i]!;
    keyOffsets[kept++] = record.keyOffsets[i]!;
  }
  return { ...record, keys: keys.slice(0, kept), keyOffsets: keyOffsets.slice(0, kept) };
}

/** The last record with more articles behind it. */
export function extendRecord(record: LogRecord, more: LogRecord): LogRecord {
  const shift = more.base - record.base;
  const keys = mergeSorted(listsOf(record, 'keys'), listsOf(more, 'keys'), shift);
  const terms = mergeSorted(listsOf(record, 'terms'), listsOf(more, 'terms'), shift);
  return {
    base: record.base,
    keys: keys.keys,
    keyOffsets: keys.offsets,
    terms: terms.keys,
    termOffsets: terms.offsets,
  };
}

interface SortedEntries {
  keys: Uint32Array;
  offsets: Uint16Array;
}

/** A record's two arrays of one family. */
export function listsOf(record: LogRecord, family: Family): SortedEntries {
  return family === 'keys'
    ? { keys: record.keys, offsets: record.keyOffsets }
    : { keys: record.terms, offsets: record.termOffsets };
}

function sortedEntries(articles: readonly IndexedArticle[], first: number, family: Family): SortedEntries {
  let length = 0;
  for (const article of articles) length += article[family].length;
  const keys = new Uint32Array(length);
  const offsets = new Uint32Array(length);
  let at = 0;
  for (const article of articles) {
    const list = article[family];
    for (let i = 0; i < list.length; i++) {
      keys[at] = list[i]!;
      offsets[at++] = entryOf(article.ref - first, family === 'keys' && article.finer(i));
    }
  }
  const sorted = sortByKey(keys, offsets);
  return withoutRepeated(sorted.keys, sorted.values);
}

/** Of one key in one article the unmarked entry stays if there is one. */
function withoutRepeated(sorted: Uint32Array, entries: Uint32Array): SortedEntries {
  const keys = new Uint32Array(sorted.length);
  const offsets = new Uint16Array(sorted.length);
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    const key = sorted[i]!;
    const offset = entries[i]!;
    const last = kept - 1;
    if (kept > 0 && keys[last] === key && refIn(offsets[last]!) === refIn(offset)) {
      offsets[last] = Math.min(offsets[last]!, offset);
      continue;
    }
    keys[kept] = key;
    offsets[kept++] = offset;
  }
  return { keys: keys.slice(0, kept), offsets: offsets.slice(0, kept) };
}

/** `more` comes later, so within one key its entries follow. */
function mergeSorted(first: SortedEntries, more: SortedEntries, shift: number): SortedEntries {
  const length = first.keys.length + more.keys.length;
  const keys = new Uint32Array(length);
  const offsets = new Uint16Array(length);
  let a = 0;
  let b = 0;
  for (let i = 0; i < length; i++) {
    const fromFirst = b >= more.keys.length || (a < first.keys.length && first.keys[a]! <= more.keys[b]!);
    keys[i] = fromFirst ? first.keys[a]! : more.keys[b]!;
    offsets[i] = fromFirst ? first.offsets[a++]! : more.offsets[b++]! + shift;
  }
  return { keys, offsets };
}

/** One key's entries in a log record; `null` when it has none. */
export function logList(record: LogRecord, family: Family, key: number): EntryList | null {
  const { keys, offsets } = listsOf(record, family);
  const start = lowerBound(keys, key);
  let end = start;
  while (end < keys.length && keys[end] === key) end++;
  if (end === start) return null;
  const entries = Uint32Array.from(offsets.subarray(start, end), (offset) => record.base + offset);
  return { documents: entries.length, entries };
}

/** Whether a row read from the log can be worked with: right types, equal lengths. */
export function isLogRecord(row: unknown): row is LogRecord {
  if (typeof row !== 'object' || row === null) return false;
  return (
    'base' in row &&
    Number.isSafeInteger(row.base) &&
    arePaired('keys' in row && row.keys, 'keyOffsets' in row && row.keyOffsets) &&
    arePaired('terms' in row && row.terms, 'termOffsets' in row && row.termOffsets)
  );
}

function arePaired(keys: unknown, offsets: unknown): boolean {
  return keys instanceof Uint32Array && offsets instanceof Uint16Array && keys.length === offsets.length;
}
