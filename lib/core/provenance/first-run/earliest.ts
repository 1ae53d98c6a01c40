import { isNamedOutlet } from '@/lib/core/article';
import { creditedSource } from '../anatomy/whole-credit';
import { stretchOf } from '../dates';
import type { Copy } from './copies';

/** The earliest of some copies by the dates they state, or why there is none. */
export type Earliest = { copy: Copy } | { because: string };

/** The one copy that was out before all others by its stated date. A copy that credits another outlet is never the first. */
export function earliestByDates(copies: readonly Copy[]): Earliest {
  const dated = copies.filter((copy) => copy.claimed !== null && !creditsSomebody(copy));
  if (dated.length < 2) return { because: 'fewer than two copies are dated' };
  const [first, second] = dated
    .map((copy) => ({ copy, when: stretchOf(copy.claimed!) }))
    .sort((a, b) => a.when.from - b.when.from || a.when.to - b.when.to);
  if (first!.when.to > second!.when.from || first!.when.from === second!.when.from)
    return { because: 'the dates do not part the earliest copies' };
  return { copy: first!.copy };
}

function creditsSomebody({ id, credits, identity }: Copy): boolean {
  const credit = creditedSource(credits);
  return credit !== null && !isNamedOutlet(credit, { outlet: identity?.name ?? id, url: null });
}

/** From this many milliseconds on, one copy was seen here before another. */
const clearly = 86_400_000;

/** The copy seen here at least a day before all others; only copies that came as they appeared can tell. */
export function firstSeenHere(copies: readonly Copy[]): Copy | null {
  const seen = copies
    .flatMap((copy) =>
      copy.wasWatched && copy.firstSeen ? [{ copy, at: Date.parse(copy.firstSeen.at) }] : [],
    )
    .sort((a, b) => a.at - b.at);
  const [first, second] = seen;
  return first && second && second.at - first.at >= clearly ? first.copy : null;
}
