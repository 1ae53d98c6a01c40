/**
 * What two near-copies do not share: whole sentences that one has and the other has not, words added or cut within a
 * shared sentence, and words that stand for other words. All by the exact alignment that the matching uses.
 */
import { align } from '@/lib/core/alignment';
import type { Span } from '@/lib/core/article';
import { type Tokens, tokenize } from '@/lib/core/text';
import { evidence } from './evidence';
import { edgesOf, finerGaps, gapsOf, isSwapLong, longestSwap, type Pair, wholeWords } from './gaps';
import { swapKind } from './swap-kind';
import type { Read } from './told';
import type { AddedOrCut, Swap } from './types';

/** From this share of equal words of the shorter text on, two texts are near-copies. */
const nearCopy = 0.5;
/** Fewest words in common: two briefs that share one sentence are no copies. */
const fewestShared = 30;
/** Words added or cut within a sentence, at most. */
const longestInsertion = 40;
/** A sentence counts as added when passages cover less of it than this. */
const mostCovered = 0.2;
const shortestSentence = 4;
/** Differences given of one pair. */
const mostOfPair = 400;

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
      const passages = align(tokens[a]!, tokens[b]!);
      const shared = passages.reduce((sum, { words }) => sum + words, 0);
      const shorter = Math.min(tokens[a]!.words.length, tokens[b]!.words.length);
      if (shared < fewestShared || shared < shorter * nearCopy) continue;
      const pair: Pair = { a: reads[a]!, b: reads[b]!, here: tokens[a]!, there: tokens[b]!, passages };
      const within = withinPassages(pair);
      found.swaps.push(...within.swaps.slice(0, mostOfPair));
      const whole = sentencesOfOne(pair);
      const words = within.addedCut.filter((change) => !isTold(change, whole));
      found.addedCut.push(...headlineChange(pair), ...[...whole, ...words].slice(0, mostOfPair));
    }
  return found;
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
  const side = (read: Read, covered: Span[]) =>
    uncovered(read, covered).map((span) => evidence(read.article, 'text', span));
  const about = { kind: 'sentence' as const, a: a.article.id, b: b.article.id };
  const ofA = side(
    a,
    passages.map(({ here }) => here),
  );
  const ofB = side(
    b,
    passages.map(({ there }) => there),
  );
  return [
    ...ofA.map((inA) => ({ ...about, inA, inB: null })),
    ...ofB.map((inB) => ({ ...about, inA: null, inB })),
  ];
}

/** Uncovered sentences of a text; one too short to be told alone goes with the one behind it ("Nobody asked. Nobody even told us."). */
function uncovered({ sentences, article: { text } }: Read, covered: readonly Span[]): Span[] {
  const found: Span[] = [];
  let short: Span | null = null;
  for (const { field, span, words } of sentences) {
    const inside = words.filter(({ start }) => covered.some((one) => one.start <= start && start < one.end));
    const isCovered = field !== 'text' || inside.length > words.length * mostCovered;
    const isLong = words.length >= shortestSentence;
    const goesOn: boolean = short !== null && !text.slice(short.end, span.start).includes('\n');
    if (!isCovered && isLong) found.push({ start: goesOn ? short!.start : span.start, end: span.end });
    short = isCovered || isLong ? null : goesOn ? { start: short!.start, end: span.end } : span;
  }
  return found;
}

/** Whether words that one side has begin in one of its whole sentences and end in one: these tell them. */
function isTold({ inA, inB }: AddedOrCut, whole: readonly AddedOrCut[]): boolean {
  const words = inA ?? inB!;
  const isIn = (place: number) =>
    whole.some((one) => {
      const sentence = inA ? one.inA : one.inB;
      return sentence !== null && sentence.span.start <= place && place <= sentence.span.end;
    });
  return isIn(words.span.start) && isIn(words.span.end);
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
    if (inA && inB && lengthA <= longestSwap && lengthB <= longestSwap)
      found.swaps.push({ kind: swapKind(inA.exact, inB.exact), inA, inB });
    else if ((inA === null || inB === null) && Math.max(lengthA, lengthB) <= longestInsertion)
      found.addedCut.push({ kind: 'words', a: pair.a.article.id, b: pair.b.article.id, inA, inB });
  }
  return found;
}

function wordsAt({ article }: Read, tokens: Tokens, [from, to]: [number, number]) {
  if (from >= to) return null;
  return evidence(article, 'text', { start: tokens.starts[from]!, end: tokens.ends[to - 1]! });
}
