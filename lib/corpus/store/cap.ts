import type { Postings } from '@/lib/core/matching/types';

/** Which of the two inverted indexes: shingle keys (same text) or story terms (same story). */
export type Family = 'keys' | 'terms';
export const FAMILIES: readonly Family[] = ['keys', 'terms'];

/**
 * Refs kept of one key. Without a cap the few monster keys ("click here to subscribe") set a floor of 200 kB read
 * for every query; 256 touches 404 of 5.3 million keys. Story terms are common words by nature, so they get more room.
 */
const CAP: Record<Family, number> = { keys: 256, terms: 2048 };

/** Keeps first and last refs of a monster key: who ran it first, and what is current. `documents` goes on counting all. */
export function capRefs(family: Family, refs: Uint32Array): Uint32Array {
  const cap = CAP[family];
  if (refs.length <= cap) return refs;
  const kept = new Uint32Array(cap);
  kept.set(refs.subarray(0, cap / 2));
  kept.set(refs.subarray(refs.length - cap / 2), cap / 2);
  return kept;
}

/** One list out of consecutive parts (each ascending, each later than the one before), without the dead. */
export function joinParts(family: Family, parts: readonly Postings[], dead: ReadonlySet<number>): Postings {
  let length = 0;
  for (const part of parts) length += part.refs.length;
  const refs = new Uint32Array(length);
  let documents = 0;
  let kept = 0;
  for (const part of parts) {
    documents += part.documents;
    for (const ref of part.refs) {
      if (dead.has(ref)) documents--;
      else refs[kept++] = ref;
    }
  }
  return { documents, refs: capRefs(family, refs.subarray(0, kept)) };
}
