/**
 * What two near-copies do not share: whole sentences that one has and the other has not, words added or cut within a
 * shared sentence, and words that stand for other words. All by the exact alignment that the matching uses.
 */
import { diffArrays } from 'diff';
import { type AlignedPassage, alignWords } from '@/lib/core/alignment';
import type { Span } from '@/lib/core/article';
import { type Tokens, tokenize } from '@/lib/core/text';
import { evidence } from './evidence';
import { swapKind } from './swap-kind';
import type { Read } from './told';
import type { AddedOrCut, Swap } from './types';

/** From this share of equal words of the shorter text on, two texts are near-copies. */
const NEAR_COPY = 0.5;
/** Fewest words in common: two briefs that share one sentence are no copies. */
const FEWEST_SHARED = 30;
/** Words that stand for words, at most on either side; more is a rewritten passage. */
const LONGEST_SWAP = 4;
/** Words before the first passage and behind the last that are looked at. */
const EDGE = 16;
/** Gaps longer than this are told whole, in words. */
const LONGEST_REFINED = 120;
/** Words added or cut within a sentence, at most. */
const LONGEST_INSERTION = 40;
/** A sentence counts as added when passages cover less of it than this. */
const MOST_COVERED = 0.2;
const SHORTEST_SENTENCE = 4;
/** Differences given of one pair. */
const MOST_OF_PAIR = 400;

export interface CopyDifferences {
  addedCut: AddedOrCut[];
  swaps: Swap[];
}

/** Differences of every pair of near-copies. */
export function copyDifferences(reads: readonly Read[]): CopyDifferences {
  const tokens = reads.map(({ article }) => tokenize(article.text));
  const found: CopyDifferences = { addedCut: [], swaps: [] };
  for (let a = 0; a < reads.length; a++)
    for (let b = a + 1; b < reads.length; b++) {
      const passages = alignWords(tokens[a]!, tokens[b]!);
      const shared = passages.reduce((sum, { words }) => sum + words, 0);
      const shorter = Math.min(tokens[a]!.words.length, tokens[b]!.words.length);
      if (shared < FEWEST_SHARED || shared < shorter * NEAR_COPY) continue;
      const pair: Pair = { a: reads[a]!, b: reads[b]!, here: tokens[a]!, there: tokens[b]!, passages };
      const within = withinPassages(pair);
      found.swaps.push(...within.swaps.slice(0, MOST_OF_PAIR));
      found.addedCut.push(
        ...headlineChange(pair),
        ...[...sentencesOfOne(pair), ...within.addedCut].slice(0, MOST_OF_PAIR),
      );
    }
  return found;
}

interface Pair {
  a: Read;
  b: Read;
  here: Tokens;
  there: Tokens;
  passages: AlignedPassage[];
}

function headlineChange({ a, b }: Pair): AddedOrCut[] {
  const [one, other] = [a.article.title, b.article.title];
  if (one === null || other === null || fold(one) === fold(other)) return [];
  const whole = (title: string) => ({ start: 0, end: title.length });
  return [
    {
      kind: 'headline',
      a: a.article.id,
      b: b.article.id,
      inA: evidence(a.article, 'title', whole(one)),
      inB: evidence(b.article, 'title', whole(other)),
    },
  ];
}

const fold = (title: string) => tokenize(title).words.join(' ');

/** Sentences that the passages leave (almost) uncovered. */
function sentencesOfOne(pair: Pair): AddedOrCut[] {
  const { a, b, passages } = pair;
  const side = (read: Read, covered: Span[], isA: boolean): AddedOrCut[] =>
    read.sentences
      .filter(({ field, words }) => field === 'text' && words.length >= SHORTEST_SENTENCE)
      .filter(({ words }) => {
        const inside = words.filter(({ start }) =>
          covered.some((one) => one.start <= start && start < one.end),
        );
        return inside.length <= words.length * MOST_COVERED;
      })
      .map(({ span }) => {
        const here = evidence(read.article, 'text', span);
        return {
          kind: 'sentence' as const,
          a: a.article.id,
          b: b.article.id,
          inA: isA ? here : null,
          inB: isA ? null : here,
        };
      });
  return [
    ...side(
      a,
      passages.map(({ here }) => here),
      true,
    ),
    ...side(
      b,
      passages.map(({ there }) => there),
      false,
    ),
  ];
}

/** A run of words between two equal ones, `[from, to)` in each text's words. */
interface Gap {
  here: [number, number];
  there: [number, number];
}

/** What stands before the first passage and behind the last, as far as it may still be the same sentence reworded. */
function edgesOf({ here, there, passages }: Pair): Gap[] {
  const [first, last] = [passages[0], passages.at(-1)];
  if (!first || !last) return [];
  const [a, b] = [first.hereWords[0]!, first.thereWords[0]!];
  const [c, d] = [last.hereWords.at(-1)! + 1, last.thereWords.at(-1)! + 1];
  return [
    { here: [Math.max(0, a - EDGE), a], there: [Math.max(0, b - EDGE), b] },
    { here: [c, Math.min(here.words.length, c + EDGE)], there: [d, Math.min(there.words.length, d + EDGE)] },
  ];
}

/** Gaps within passages, and between two that follow each other in both texts. */
function gapsOf({ passages }: Pair): Gap[] {
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
function isSwapLong({ here, there }: Gap): boolean {
  const lengths = [here[1] - here[0], there[1] - there[0]];
  return Math.min(...lengths) > 0 && Math.max(...lengths) <= LONGEST_SWAP;
}

function withinPassages(pair: Pair): CopyDifferences {
  const found: CopyDifferences = { addedCut: [], swaps: [] };
  const within = gapsOf(pair).flatMap((one) => finerGaps(pair, one));
  const edges = edgesOf(pair).flatMap((one) => finerGaps(pair, one).filter(isSwapLong));
  for (const gap of [...within, ...edges]) {
    const { here, there } = wholeWords(pair, gap);
    const inA = wordsAt(pair.a, pair.here, here);
    const inB = wordsAt(pair.b, pair.there, there);
    const [lengthA, lengthB] = [here[1] - here[0], there[1] - there[0]];
    if (inA && inB && lengthA <= LONGEST_SWAP && lengthB <= LONGEST_SWAP)
      found.swaps.push({ kind: swapKind(inA.exact, inB.exact), inA, inB });
    else if ((inA === null || inB === null) && Math.max(lengthA, lengthB) <= LONGEST_INSERTION)
      found.addedCut.push({ kind: 'words', a: pair.a.article.id, b: pair.b.article.id, inA, inB });
  }
  return found;
}

/**
 * A longer gap cut at the equal words inside it, too short a run for the alignment; by Myers' diff over words, from the `diff`
 * package. A cut is made where two words and more are equal.
 */
function finerGaps({ here, there }: Pair, gap: Gap): Gap[] {
  const [a, b] = [here.words.slice(...gap.here), there.words.slice(...gap.there)];
  const longer = Math.max(a.length, b.length);
  if (a.length === 0 || b.length === 0 || longer <= 2 || longer > LONGEST_REFINED) return [gap];
  const found: Gap[] = [];
  let open: Gap | null = null;
  let [at, other] = [gap.here[0], gap.there[0]];
  for (const { added, removed, value } of diffArrays(a, b)) {
    const length = value.length;
    const isEqual = !added && !removed;
    if (isEqual && (length >= 2 || longer > LONGEST_SWAP) && open) {
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
function wholeWords({ a, b, here, there }: Pair, gap: Gap): Gap {
  const grown: Gap = { here: [...gap.here], there: [...gap.there] };
  const isTied = (text: string, tokens: Tokens, at: number) =>
    at > 0 && at < tokens.words.length && text.slice(tokens.ends[at - 1], tokens.starts[at]) === '-';
  const ties = (edge: 0 | 1) =>
    isTied(a.article.text, here, grown.here[edge]) || isTied(b.article.text, there, grown.there[edge]);
  for (
    let steps = 0;
    steps < LONGEST_SWAP &&
    ties(1) &&
    grown.here[1] < here.words.length &&
    grown.there[1] < there.words.length;
    steps++
  ) {
    grown.here[1]++;
    grown.there[1]++;
  }
  for (let steps = 0; steps < LONGEST_SWAP && ties(0) && grown.here[0] > 0 && grown.there[0] > 0; steps++) {
    grown.here[0]--;
    grown.there[0]--;
  }
  return grown;
}

function wordsAt({ article }: Read, tokens: Tokens, [from, to]: [number, number]) {
  if (from >= to) return null;
  return evidence(article, 'text', { start: tokens.starts[from]!, end: tokens.ends[to - 1]! });
}
