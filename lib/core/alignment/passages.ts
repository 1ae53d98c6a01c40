import { widestGap } from './chains';
import type { Run } from './runs';

/** Equal words of one passage: `here[n]` and `there[n]` are the places of the same word, both ascending. */
export interface Pairs {
  here: number[];
  there: number[];
}

/** A passage has at least this many equal words. What counts as shared text is decided above this floor. */
const shortestPassage = 8;
/** Words in runs that a passage has at least; the rest may come from its gaps. */
const shortestPart = 6;

/**
 * Turns chains into passages that overlap neither here nor there: the chain with most words comes first, later ones
 * keep what it left over. A passage that another one stands inside of is cut there. Words that are equal within a gap
 * of a passage are added last.
 */
export function separatePassages(chains: readonly Run[][], here: Uint32Array, there: Uint32Array): Pairs[] {
  const takenHere = new Uint8Array(here.length);
  const takenThere = new Uint8Array(there.length);
  const parts: Pairs[] = [];
  for (const chain of chains)
    for (const part of freeParts(chain, takenHere, takenThere)) {
      if (part.here.length < shortestPart) continue;
      for (const i of part.here) takenHere[i] = 1;
      for (const j of part.there) takenThere[j] = 1;
      parts.push(part);
    }
  return cutWhereOthersStand(parts, here.length, there.length)
    .map((part) => fillGaps(part, here, there))
    .filter((part) => part.here.length >= shortestPassage)
    .sort((a, b) => a.here[0]! - b.here[0]!);
}

/** What of a chain is still free, cut where too wide a gap lies between. */
function freeParts(chain: readonly Run[], takenHere: Uint8Array, takenThere: Uint8Array): Pairs[] {
  const parts: Pairs[] = [];
  let part: Pairs = { here: [], there: [] };
  let lastHere = -1;
  let lastThere = -1;
  for (const run of chain)
    for (let n = 0; n < run.length; n++) {
      const i = run.here + n;
      const j = run.there + n;
      // Two runs of a chain may overlap by a few words; the later one yields.
      if (takenHere[i] || takenThere[j] || i <= lastHere || j <= lastThere) continue;
      if (part.here.length > 0 && Math.max(i - lastHere, j - lastThere) > widestGap + 1) {
        parts.push(part);
        part = { here: [], there: [] };
      }
      part.here.push(i);
      part.there.push(j);
      lastHere = i;
      lastThere = j;
    }
  parts.push(part);
  return parts;
}

/** Cuts every part at the places where, in either text, words of another part stand between two of its own. */
function cutWhereOthersStand(
  parts: readonly Pairs[],
  wordsHere: number,
  wordsThere: number,
): readonly Pairs[] {
  // Most texts that are looked at share one stretch, if any.
  if (parts.length < 2) return parts;
  const cutHere = interruptions(
    parts.map(({ here }) => here),
    wordsHere,
  );
  const cutThere = interruptions(
    parts.map(({ there }) => there),
    wordsThere,
  );
  return parts.flatMap((part) => {
    const pieces: Pairs[] = [];
    let from = 0;
    part.here.forEach((i, n) => {
      const last = n === part.here.length - 1;
      if (!last && !cutHere[i] && !cutThere[part.there[n]!]) return;
      pieces.push({ here: part.here.slice(from, n + 1), there: part.there.slice(from, n + 1) });
      from = n + 1;
    });
    return pieces;
  });
}

/** 1 at each word of a part that is followed, among the words of all parts, by a word of another. */
function interruptions(parts: readonly number[][], words: number): Uint8Array {
  const owner = new Int32Array(words);
  parts.forEach((places, n) => {
    for (const place of places) owner[place] = n + 1;
  });
  const cuts = new Uint8Array(words);
  let last = -1;
  for (let place = 0; place < words; place++) {
    if (owner[place] === 0) continue;
    if (last >= 0 && owner[last] !== owner[place]) cuts[last] = 1;
    last = place;
  }
  return cuts;
}

/** Adds the longest common sequence of words in each gap; a gap is at most `widestGap` words on both sides. */
function fillGaps(pairs: Pairs, here: Uint32Array, there: Uint32Array): Pairs {
  const filled: Pairs = { here: [], there: [] };
  for (let n = 0; n < pairs.here.length; n++) {
    const i = pairs.here[n]!;
    const j = pairs.there[n]!;
    const fromHere = (filled.here.at(-1) ?? i - 1) + 1;
    const fromThere = (filled.there.at(-1) ?? j - 1) + 1;
    if (fromHere < i && fromThere < j) addCommonWords(filled, here, fromHere, i, there, fromThere, j);
    filled.here.push(i);
    filled.there.push(j);
  }
  return filled;
}

function addCommonWords(
  to: Pairs,
  here: Uint32Array,
  fromHere: number,
  endHere: number,
  there: Uint32Array,
  fromThere: number,
  endThere: number,
): void {
  const columns = endThere - fromThere + 1;
  const lengths = new Uint8Array((endHere - fromHere + 1) * columns);
  const at = (i: number, j: number) => lengths[(i - fromHere) * columns + (j - fromThere)]!;
  for (let i = endHere - 1; i >= fromHere; i--)
    for (let j = endThere - 1; j >= fromThere; j--)
      lengths[(i - fromHere) * columns + (j - fromThere)] =
        here[i] === there[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let i = fromHere;
  let j = fromThere;
  while (i < endHere && j < endThere) {
    if (here[i] === there[j]) {
      to.here.push(i++);
      to.there.push(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
}
