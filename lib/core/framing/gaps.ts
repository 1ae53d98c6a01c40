/** Where two near-copies part: the runs of words between those that are equal. */
import { diffArrays } from 'diff';
import type { AlignedPassage } from '@/lib/core/alignment';
import type { Tokens } from '@/lib/core/text';
import type { Read } from './told';

/** Words that stand for words, at most on either side; more is a rewritten passage. */
export const longestSwap = 4;
/** Words before the first passage and behind the last that are looked at. */
const edge = 16;
/** Gaps longer than this are told whole, in words. */
const longestRefined = 120;

/** Two near-copies with the passages they share. */
export interface Pair {
  a: Read;
  b: Read;
  here: Tokens;
  there: Tokens;
  passages: AlignedPassage[];
}

/** A run of words between two equal ones, `[from, to)` in each text's words. */
export interface Gap {
  here: [number, number];
  there: [number, number];
}

/** What stands before the first passage and behind the last, as far as it may still be the same sentence reworded. */
export function edgesOf({ here, there, passages }: Pair): Gap[] {
  const [first, last] = [passages[0], passages.at(-1)];
  if (!first || !last) return [];
  const [a, b] = [first.hereWords[0]!, first.thereWords[0]!];
  const [c, d] = [last.hereWords.at(-1)! + 1, last.thereWords.at(-1)! + 1];
  return [
    { here: [Math.max(0, a - edge), a], there: [Math.max(0, b - edge), b] },
    { here: [c, Math.min(here.words.length, c + edge)], there: [d, Math.min(there.words.length, d + edge)] },
  ];
}

/** Gaps within passages, and between two that follow each other in both texts. */
export function gapsOf({ passages }: Pair): Gap[] {
  const gaps: Gap[] = [];
  let before: [number, number] | null = null;
  for (const { hereWords, thereWords } of passages) {
    hereWords.forEach((here, n) => {
      const there = thereWords[n]!;
      if (before && before[0] < here && before[1] < there && (here - before[0] > 1 || there - before[1] > 1))
        gaps.push({ here: [before[0] + 1, here], there: [before[1] + 1, there] });
      before = [here, there];
    });
  }
  return gaps;
}

/** Something on both sides, and short enough for words that stand for words. */
export function isSwapLong({ here, there }: Gap): boolean {
  const lengths = [here[1] - here[0], there[1] - there[0]];
  return Math.min(...lengths) > 0 && Math.max(...lengths) <= longestSwap;
}

/**
 * A longer gap cut at the equal words inside it, too short a run for the alignment; by Myers' diff over words, from the `diff`
 * package. A cut is made where two words and more are equal.
 */
export function finerGaps({ here, there }: Pair, gap: Gap): Gap[] {
  const [a, b] = [here.words.slice(...gap.here), there.words.slice(...gap.there)];
  const longer = Math.max(a.length, b.length);
  if (a.length === 0 || b.length === 0 || longer <= 2 || longer > longestRefined) return [gap];
  const found: Gap[] = [];
  let open: Gap | null = null;
  let [at, other] = [gap.here[0], gap.there[0]];
  for (const { added, removed, value } of diffArrays(a, b)) {
    const length = value.length;
    const isEqual = !added && !removed;
    if (isEqual && (length >= 2 || longer > longestSwap) && open) {
      found.push(open);
      open = null;
    } else if (!isEqual || open) {
      open ??= { here: [at, at], there: [other, other] };
    }
    if (!added) at += length;
    if (!removed) other += length;
    if (open) {
      open.here[1] = at;
      open.there[1] = other;
    }
  }
  if (open) found.push(open);
  return found;
}

/** A gap grown over equal words that hang on it by a hyphen in either text ("rebel-held" for "opposition-held"). */
export function wholeWords({ a, b, here, there }: Pair, gap: Gap): Gap {
  const grown: Gap = { here: [...gap.here], there: [...gap.there] };
  const isTied = (text: string, tokens: Tokens, at: number) =>
    at > 0 && at < tokens.words.length && text.slice(tokens.ends[at - 1], tokens.starts[at]) === '-';
  const ties = (edge: 0 | 1) =>
    isTied(a.article.text, here, grown.here[edge]) || isTied(b.article.text, there, grown.there[edge]);
  for (
    let steps = 0;
    steps < longestSwap &&
    ties(1) &&
    grown.here[1] < here.words.length &&
    grown.there[1] < there.words.length;
    steps++
  ) {
    grown.here[1]++;
    grown.there[1]++;
  }
  for (let steps = 0; steps < longestSwap && ties(0) && grown.here[0] > 0 && grown.there[0] > 0; steps++) {
    grown.here[0]--;
    grown.there[0]--;
  }
  return grown;
}
