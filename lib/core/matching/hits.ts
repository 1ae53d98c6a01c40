import { type Fingerprint, finerLevel } from '@/lib/core/fingerprint';
import type { CommonShingles } from './common-shingles';
import type { Postings, TextReader } from './types';

/** The keys of a text that a library knows, each with its place in the fingerprint and its postings. */
export interface Hits {
  /** Distinct keys that some other document has and the common list has not. */
  keys: { key: number; postings: Postings }[];
  /** Keys of the common list: boilerplate from the start. */
  common: Set<number>;
}

/** Asks the library for the postings of a fingerprint, in one call. */
export async function findHits(
  print: Fingerprint,
  reader: TextReader,
  common: CommonShingles,
): Promise<Hits> {
  const levels = new Map<number, number>();
  const isCommon = new Set<number>();
  for (const [i, key] of print.keys.entries()) {
    if (common.has(key)) isCommon.add(key);
    else if ((levels.get(key) ?? finerLevel) === finerLevel) levels.set(key, print.levels[i]!);
  }
  const asked = Uint32Array.from(levels.keys());
  const postings = await reader.postings(asked, Uint8Array.from(levels.values()));
  const keys = Array.from(asked, (key, i) => ({ key, postings: postings[i]! }));
  return { keys: keys.filter(({ postings }) => postings.documents > 0), common: isCommon };
}

/** The keys that the library says one document has. Of a capped key it does not say so of all that have it. */
export function keysOf(hits: Hits, ref: number): Set<number> {
  const shared = new Set<number>();
  for (const { key, postings } of hits.keys) if (postings.refs.includes(ref)) shared.add(key);
  return shared;
}

/** What a shared key is worth: less, the more documents have it. */
function keyWeight(documents: number): number {
  return 1 / Math.log2(1 + Math.max(1, documents));
}

/** Sum of key weights for each document that shares a key, except keys in `without`. */
export function scoreDocuments(hits: Hits, without: ReadonlySet<number>): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { key, postings } of hits.keys) {
    if (without.has(key)) continue;
    const weight = keyWeight(postings.documents);
    for (const ref of postings.refs) scores.set(ref, (scores.get(ref) ?? 0) + weight);
  }
  return scores;
}

/** Refs with the highest scores, best first; ties by ref, so that the same library gives the same answer. */
export function bestRefs(scores: ReadonlyMap<number, number>, most: number): number[] {
  const floor = scores.size > most ? highestFloor(scores, most) : 0;
  const best: { ref: number; score: number }[] = [];
  scores.forEach((score, ref) => {
    if (score >= floor) best.push({ ref, score });
  });
  return best
    .sort((a, b) => b.score - a.score || a.ref - b.ref)
    .slice(0, most)
    .map(({ ref }) => ref);
}

/** A score that at least `most` refs reach, and few more: spares sorting the many that share one common key. */
function highestFloor(scores: ReadonlyMap<number, number>, most: number): number {
  return Float64Array.from(scores.values()).sort()[scores.size - most]!;
}
