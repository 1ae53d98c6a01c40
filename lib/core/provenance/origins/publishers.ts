import { type Outlet, outletOf, ownerIn } from '@/lib/core/article';
import type { TextMatch } from '@/lib/core/matching/types';
import { creditedSource } from '../anatomy/whole-credit';
import type { Credit } from '../types';

/** What is needed of an article to say who publishes it. */
export interface Published {
  outlet: string | null;
  url: string | null;
  credits: readonly Credit[];
  /** The line at the foot of its page that names its owner. */
  ownerLine?: string;
}

/**
 * Who publishes an article, with its owner by the table, else by the foot of its page. At a carrier's address (an aggregator,
 * an AMP cache) that states no publisher, the outlet the text credits; the carrier itself where nothing else is known. `null`
 * where neither a name nor an address is stated.
 */
export function publisherOf({ outlet, url, credits, ownerLine }: Published): Outlet | null {
  const stated = outletOf(outlet, url);
  if (stated === null) return null;
  if (stated.kind !== 'carrier') {
    const owner = stated.owner ?? (ownerLine === undefined ? null : ownerIn(ownerLine));
    return { ...stated, owner };
  }
  const credit = creditedSource(credits);
  return credit?.outlet ? outletOf(credit.outlet, null) : stated;
}

/**
 * How many other outlets these copies stand at: publishers, not addresses. A carrier counts as the outlet it carries, further
 * copies of one outlet once, the page's own outlet not at all. Copies that state no outlet may all be of one, so they count once.
 */
export function countOutlets(own: Published, copies: readonly TextMatch[]): number {
  const here = publisherOf(own)?.key ?? null;
  const keys = new Set(copies.map(({ article }) => publisherOf(article)?.key ?? null));
  if (here !== null) keys.delete(here);
  return keys.size;
}
