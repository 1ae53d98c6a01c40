import type { Run } from './runs';

/** Most words that may stand between two runs of one passage, in either text. */
export const widestGap = 18;
/** Open chains kept in view at a time; more occur only in texts that repeat themselves. */
const mostOpen = 200;
/**
 * What a break in a chain costs, in words: a little for any, and for each word of the wider gap, so that a short run
 * beyond a wide gap does not stretch a passage over words that the texts do not share. A shift costs a little more.
 */
const breakCost = 0.5;
const gapCost = 0.35;
const shiftCost = 0.05;

/**
 * Groups runs into chains: runs that follow each other in both texts with at most `widestGap` words between them.
 * The best chain to each run is found by dynamic programming; chains are then read off best first, each run once.
 * Work is linear in the runs but for the bounded number of chains open at a time.
 *
 * @param runs in order of `here`, then `there`
 * @returns chains of runs in text order, the one with most words first
 */
export function chainRuns(runs: readonly Run[]): Run[][] {
  const { score, before } = bestChains(runs);
  const order = [...runs.keys()].sort((a, b) => score[b]! - score[a]! || a - b);
  const used = new Uint8Array(runs.length);
  const chains: Run[][] = [];
  for (const last of order) {
    if (used[last]) continue;
    const chain: Run[] = [];
    for (let i = last; i >= 0 && !used[i]; i = before[i]!) {
      used[i] = 1;
      chain.push(runs[i]!);
    }
    chains.push(chain.reverse());
  }
  return chains
    .map((chain) => ({ chain, words: chain.reduce((sum, run) => sum + run.length, 0) }))
    .sort(
      (a, b) =>
        b.words - a.words || a.chain[0]!.here - b.chain[0]!.here || a.chain[0]!.there - b.chain[0]!.there,
    )
    .map(({ chain }) => chain);
}

function bestChains(runs: readonly Run[]): { score: Float64Array; before: Int32Array } {
  const score = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  let open: number[] = [];
  for (const [i, run] of runs.entries()) {
    score[i] = run.length;
    open = open.filter((k) => runs[k]!.here + runs[k]!.length + widestGap >= run.here);
    for (const k of open) {
      const gain = gainAfter(runs[k]!, run);
      if (gain !== null && gain > 0 && score[k]! + gain > score[i]!) {
        score[i] = score[k]! + gain;
        before[i] = k;
      }
    }
    open.push(i);
    if (open.length > mostOpen) open = open.sort((a, b) => score[b]! - score[a]!).slice(0, mostOpen >> 1);
  }
  return { score, before };
}

/** Words that `next` adds to a chain ending in `last`, less what the break costs; `null` when it cannot follow. */
function gainAfter(last: Run, next: Run): number | null {
  const gapHere = next.here - (last.here + last.length);
  const gapThere = next.there - (last.there + last.length);
  if (gapHere > widestGap || gapThere > widestGap || next.there <= last.there) return null;
  const overlap = Math.max(0, -gapHere, -gapThere);
  if (next.length - overlap < 2) return null;
  const gap = Math.max(gapHere, gapThere, 0);
  return next.length - overlap - breakCost - gapCost * gap - shiftCost * Math.abs(gapHere - gapThere);
}
