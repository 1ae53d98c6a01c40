import type { Postings } from '@/lib/core/matching/types';

/** Which of the two inverted indexes: shingle keys (same text) or story terms (same story). */
export type Family = 'keys' | 'terms';
/** Both, in the order in which they are merged. */
export const families: readonly Family[] = ['keys', 'terms'];

/**
 * Entry of the index: a ref with a mark in its lowest bit. A marked one is of the finer winnowing level, which a
 * large library does without (`Limits.keepsFinerBelow`); story terms are never marked.
 */
export type Entry = number;

/** The entry of an article. @param finer whether the key is of the finer winnowing level */
export function entryOf(ref: number, finer: boolean): Entry {
  return ref * 2 + (finer ? 1 : 0);
}

/** The article that an entry stands for. */
export function refIn(entry: Entry): number {
  return entry >>> 1;
}

/** Whether an entry is marked. */
export function isFiner(entry: Entry): boolean {
  return (entry & 1) === 1;
}

/**
 * Refs kept of one key. Without a cap the few monster keys ("click here to subscribe") set a floor of 200 kB read
 * for every query; 256 touches 404 of 5.3 million keys. Story terms are common words by nature, so they get more room.
 */
export const capOf: Record<Family, number> = { keys: 256, terms: 2048 };

/** Keeps first and last refs of a monster key: who ran it first, and what is current. `documents` goes on counting all. */
function capped(family: Family, entries: Uint32Array): Uint32Array {
  const cap = capOf[family];
  if (entries.length <= cap) return entries;
  const kept = new Uint32Array(cap);
  kept.set(entries.subarray(0, cap / 2));
  kept.set(entries.subarray(entries.length - cap / 2), cap / 2);
  return kept;
}

/** One key's entries, ascending; `documents` also counts those that a cap left out. */
export interface EntryList {
  documents: number;
  entries: Uint32Array;
}

/** What a query is answered with, from consecutive parts of a list (each ascending, each later than the one before), without the dead. */
export function postingsOf(family: Family, parts: readonly EntryList[], dead: ReadonlySet<number>): Postings {
  let length = 0;
  for (const part of parts) length += part.entries.length;
  const refs = new Uint32Array(length);
  let documents = 0;
  let kept = 0;
  for (const { documents: listed, entries } of parts) {
    documents += listed;
    for (let i = 0; i < entries.length; i++) {
      const ref = refIn(entries[i]!);
      if (dead.size > 0 && dead.has(ref)) documents--;
      else refs[kept++] = ref;
    }
  }
  return { documents, refs: capped(family, refs.subarray(0, kept)) };
}
