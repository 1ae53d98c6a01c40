import type { Evidence } from '@/lib/core/framing';

/** One side of a change: its words with their places in the first article that has them, and all articles that have them. */
export interface ChangedSide {
  places: Evidence[];
  tellers: string[];
}

/** A change that several pairs of copies have alike; one side where the others have nothing. */
export interface SharedChange<Kind extends string> {
  kind: Kind;
  sides: ChangedSide[];
}

interface Change<Kind extends string> {
  kind: Kind;
  inA: Evidence | null;
  inB: Evidence | null;
}

/** Changes with the same words as one, in order of first place: a reprint differs from a third text as its original does. */
export function sameChanges<Kind extends string>(changes: readonly Change<Kind>[]): SharedChange<Kind>[] {
  const groups = Map.groupBy(changes, ({ kind, inA, inB }) => JSON.stringify([kind, folded(inA, inB)]));
  return [...groups.values()].map((group) => {
    const [first] = group;
    const isSwap = first!.inA !== null && first!.inB !== null;
    const sides = isSwap
      ? [group.map(({ inA }) => inA), group.map(({ inB }) => inB)]
      : [group.map(({ inA, inB }) => inA ?? inB)];
    return { kind: first!.kind, sides: sides.map(asSide) };
  });
}

/** Words alone, so that straight and curled marks are the same. */
function folded(...sides: (Evidence | null)[]): string[] {
  return sides.flatMap((side) =>
    side === null
      ? []
      : [
          side.exact
            .toLowerCase()
            .replace(/[\p{P}\s]+/gu, ' ')
            .trim(),
        ],
  );
}

function asSide(all: (Evidence | null)[]): ChangedSide {
  const known = all.filter((one) => one !== null);
  const ofFirst = known.filter(({ articleId }) => articleId === known[0]?.articleId);
  return {
    places: [...new Map(ofFirst.map((one) => [`${one.field}${one.span.start}`, one])).values()],
    tellers: [...new Set(known.map(({ articleId }) => articleId))],
  };
}
