import type { Postings } from '@/lib/core/matching/types';
import { FAMILIES, type Family } from './cap';
import type { LogRecord } from './schema';

/** Articles in one log record at most: about 100 kB, so that rewriting the last record for one more article stays cheap. */
export const ARTICLES_A_RECORD = 256;

/** One article's share of a log record; repeated keys count once. */
export interface IndexedArticle {
  ref: number;
  keys: Uint32Array;
  terms: Uint32Array;
}

/** Sorted log record of these articles, whose refs ascend and span less than 65,536. */
export function logRecord(articles: readonly IndexedArticle[]): LogRecord {
  const base = articles[0]?.ref ?? 0;
  const keys = sortedPostings(articles, base, 'keys');
  const terms = sortedPostings(articles, base, 'terms');
  return { base, keys: keys.keys, keyRefs: keys.refs, terms: terms.keys, termRefs: terms.refs };
}

/** The last record with more articles behind it. */
export function extendRecord(record: LogRecord, more: LogRecord): LogRecord {
  const keys = mergeSorted(listsOf(record, 'keys'), listsOf(more, 'keys'), more.base - record.base);
  const terms = mergeSorted(listsOf(record, 'terms'), listsOf(more, 'terms'), more.base - record.base);
  return { base: record.base, keys: keys.keys, keyRefs: keys.refs, terms: terms.keys, termRefs: terms.refs };
}

interface Lists {
  keys: Uint32Array;
  refs: Uint16Array;
}

/** A record's two arrays of one family. */
export function listsOf(record: LogRecord, family: Family): Lists {
  return family === 'keys'
    ? { keys: record.keys, refs: record.keyRefs }
    : { keys: record.terms, refs: record.termRefs };
}

/** Key and offset of the ref fit one float exactly (32 + 16 bits), and sorting floats is the fastest sort there is here. */
function sortedPostings(articles: readonly IndexedArticle[], base: number, family: Family): Lists {
  let length = 0;
  for (const article of articles) length += article[family].length;
  const packed = new Float64Array(length);
  let at = 0;
  for (const article of articles) {
    for (const key of article[family]) packed[at++] = key * 0x10000 + (article.ref - base);
  }
  packed.sort();
  const keys = new Uint32Array(length);
  const refs = new Uint16Array(length);
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const value = packed[i]!;
    if (i > 0 && value === packed[i - 1]) continue;
    keys[kept] = Math.floor(value / 0x10000);
    refs[kept++] = value % 0x10000;
  }
  return { keys: keys.slice(0, kept), refs: refs.slice(0, kept) };
}

/** `more` comes later, so within one key its refs follow. */
function mergeSorted(first: Lists, more: Lists, shift: number): Lists {
  const length = first.keys.length + more.keys.length;
  const keys = new Uint32Array(length);
  const refs = new Uint16Array(length);
  let a = 0;
  let b = 0;
  for (let i = 0; i < length; i++) {
    const fromFirst = b >= more.keys.length || (a < first.keys.length && first.keys[a]! <= more.keys[b]!);
    keys[i] = fromFirst ? first.keys[a]! : more.keys[b]!;
    refs[i] = fromFirst ? first.refs[a++]! : more.refs[b++]! + shift;
  }
  return { keys, refs };
}

/** First place in sorted `keys` that is not below `key`. */
export function lowerBound(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One key's postings in a log record; `null` when it has none. */
export function logPostings(record: LogRecord, family: Family, key: number): Postings | null {
  const { keys, refs } = listsOf(record, family);
  const start = lowerBound(keys, key);
  let end = start;
  while (end < keys.length && keys[end] === key) end++;
  if (end === start) return null;
  const found = new Uint32Array(end - start);
  for (let i = start; i < end; i++) found[i - start] = record.base + refs[i]!;
  return { documents: found.length, refs: found };
}

/** Whether a row read from the log can be worked with: right types, equal lengths. */
export function isLogRecord(row: unknown): row is LogRecord {
  if (typeof row !== 'object' || row === null) return false;
  if (!('base' in row) || !Number.isSafeInteger(row.base)) return false;
  const arrays = FAMILIES.map((family) =>
    family === 'keys'
      ? ['keys' in row && row.keys, 'keyRefs' in row && row.keyRefs]
      : ['terms' in row && row.terms, 'termRefs' in row && row.termRefs],
  );
  return arrays.every(
    ([keys, refs]) =>
      keys instanceof Uint32Array && refs instanceof Uint16Array && keys.length === refs.length,
  );
}
