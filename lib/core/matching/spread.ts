/**
 * Boilerplate by spread. The number of documents alone cannot tell a wire story (120 outlets in three days) from a
 * footer (one outlet on all days) or a stock phrase (all outlets on all days). How widely a shingle is spread over
 * outlets and days can.
 */
import { dayOf } from './dates';
import type { Hits } from './hits';
import { outletKey } from './same-outlet';
import type { HeldArticle } from './types';

/** Documents that must be known of a shingle before its spread says anything. */
const fewest = 4;
/** One outlet's share of the documents from which on a shingle is that outlet's furniture … */
const oneOutlet = 0.7;
/** … if those documents lie more than this many days apart (an outlet's updates of one story do not). */
const furnitureDays = 8;
/**
 * A shingle in more documents than this is a stock phrase unless half of the days on which it was printed lie within
 * `storyDays` of the middle one. Days count, not documents: the copies of one wire story that has the phrase too would
 * outweigh all its other uses.
 */
const stockFewest = 6;
const storyDays = 4;

/** Keys that the library shows to be furniture of one outlet or a stock phrase. */
export function boilerplateKeys(hits: Hits, known: ReadonlyMap<number, HeldArticle>): Set<number> {
  const found = new Set<number>();
  for (const { key, postings } of hits.keys) {
    if (postings.documents < fewest) continue;
    const articles = Array.from(postings.refs, (ref) => known.get(ref)).filter((one) => one !== undefined);
    if (articles.length >= fewest && (isFurniture(articles) || isStockPhrase(articles, postings.documents)))
      found.add(key);
  }
  return found;
}

function isFurniture(articles: readonly HeldArticle[]): boolean {
  const byOutlet = new Map<string, HeldArticle[]>();
  for (const article of articles) {
    const key = outletKey(article);
    if (key === null) continue;
    const list = byOutlet.get(key);
    if (list) list.push(article);
    else byOutlet.set(key, [article]);
  }
  for (const list of byOutlet.values()) {
    if (list.length < fewest || list.length < articles.length * oneOutlet) continue;
    const days = daysOf(list);
    if (days.length < 2 || days.at(-1)! - days[0]! > furnitureDays) return true;
  }
  return false;
}

function isStockPhrase(articles: readonly HeldArticle[], documents: number): boolean {
  const days = [...new Set(daysOf(articles))];
  if (documents <= stockFewest || days.length < fewest) return false;
  const middle = days[days.length >> 1]!;
  const near = days.filter((day) => Math.abs(day - middle) <= storyDays).length;
  return near < days.length / 2;
}

function daysOf(articles: readonly HeldArticle[]): number[] {
  return articles.flatMap(({ published }) => dayOf(published) ?? []).sort((a, b) => a - b);
}

/** Which records to read to judge spread: some documents of each frequent key, evenly chosen. */
export function sampleForSpread(hits: Hits, perKey: number): number[] {
  const refs: number[] = [];
  for (const { postings } of hits.keys) {
    if (postings.documents < fewest) continue;
    const step = Math.max(1, postings.refs.length / perKey);
    for (let at = 0; at < postings.refs.length; at += step) refs.push(postings.refs[Math.floor(at)]!);
  }
  return refs;
}
