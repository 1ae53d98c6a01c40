/**
 * Boilerplate by spread. The number of documents alone cannot tell a wire story (120 outlets in three days) from a
 * footer (one outlet on all days) or a stock phrase (all outlets on all days). How widely a shingle is spread over
 * outlets and days can.
 */
import type { Fingerprint } from '@/lib/core/fingerprint';
import type { Hits } from './hits';
import { dayIn, outletIn } from './prints';
import { eventDays } from './story-relation';

/** Documents that must be known of a shingle before its spread says anything. */
const fewest = 4;
/** One outlet's share of the documents from which on a shingle is that outlet's furniture … */
const oneOutlet = 0.7;
/** … if those documents lie more than this many days apart (an outlet's updates of one story do not). */
const furnitureDays = 8;
/**
 * A shingle in more documents than this is a stock phrase unless half of the days on which it was printed lie within
 * `eventDays` of the middle one. Days count, not documents: the copies of one wire story that has the phrase too would
 * outweigh all its other uses.
 */
const stockFewest = 6;

/**
 * A text of which nearly all base fingerprints are those of stock phrases is none: a column or a guide that many outlets
 * rerun for months. So many of them stand in about 140 words, more than any phrase or footer has.
 */
const rerunShare = 0.8;
const rerunFewest = 16;

/** What the library shows of a text's keys by where and when they were printed. */
export interface Spread {
  /** Keys that are furniture of one outlet or stock phrases. */
  boilerplate: Set<number>;
  /** Whether the text as a whole is rerun on many days: then its keys are no stock phrases, and no other story's background. */
  isRerun: boolean;
}

/** @param prints by ref, as `printOf` packs them @param text the text's own fingerprint */
export function spreadOf(hits: Hits, prints: ReadonlyMap<number, number>, text: Fingerprint): Spread {
  const furniture = new Set<number>();
  const stock = new Set<number>();
  for (const { key, postings } of hits.keys) {
    if (postings.documents < fewest) continue;
    const printed: number[] = [];
    for (const ref of postings.refs) {
      const print = prints.get(ref);
      if (print !== undefined) printed.push(print);
    }
    if (printed.length < fewest) continue;
    if (isFurniture(printed)) furniture.add(key);
    else if (isStockPhrase(printed, postings.documents)) stock.add(key);
  }
  const isRerun = isMostOf(stock, text);
  return { boilerplate: isRerun ? furniture : new Set([...furniture, ...stock]), isRerun };
}

function isMostOf(stock: ReadonlySet<number>, text: Fingerprint): boolean {
  const base = text.keys.filter((_, i) => text.levels[i] === 0);
  const found = base.filter((key) => stock.has(key)).length;
  return found >= rerunFewest && found >= base.length * rerunShare;
}

function isFurniture(prints: readonly number[]): boolean {
  const counts = new Map<number, number>();
  for (const print of prints) {
    const outlet = outletIn(print);
    if (outlet > 0) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  }
  for (const [outlet, count] of counts) {
    if (count < fewest || count < prints.length * oneOutlet) continue;
    const days = daysOf(prints.filter((print) => outletIn(print) === outlet));
    if (days.length < 2 || days.at(-1)! - days[0]! > furnitureDays) return true;
  }
  return false;
}

function isStockPhrase(prints: readonly number[], documents: number): boolean {
  if (documents <= stockFewest) return false;
  const days = [...new Set(daysOf(prints))];
  if (days.length < fewest) return false;
  const middle = days[days.length >> 1]!;
  const near = days.filter((day) => Math.abs(day - middle) <= eventDays).length;
  return near < days.length / 2;
}

function daysOf(prints: readonly number[]): number[] {
  return prints.flatMap((print) => dayIn(print) ?? []).sort((a, b) => a - b);
}

/** Whose prints to read to judge spread: some documents of each key that several have, evenly chosen; each once. */
export function sampleForSpread(hits: Hits, perKey: number): Uint32Array {
  const refs = new Set<number>();
  for (const { postings } of hits.keys) {
    if (postings.documents < 2) continue;
    const step = Math.max(1, postings.refs.length / perKey);
    for (let at = 0; at < postings.refs.length; at += step) refs.add(postings.refs[Math.floor(at)]!);
  }
  return Uint32Array.from(refs);
}
