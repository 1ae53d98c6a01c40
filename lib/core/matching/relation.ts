/**
 * How two texts are related, judged by their shared passages (definitions: docs/method.md).
 */
import type { AlignedPassage } from '@/lib/core/alignment';
import { shingleWords } from '@/lib/core/fingerprint';
import type { Tokens } from '@/lib/core/text';
import type { Coverage, Relation } from './types';

/** What relation is judged by. */
export interface SharedText {
  coverage: Coverage;
  /** Equal words ÷ equal and reworded words of the passages: 1 when nothing was reworded. */
  sameness: number;
  /** Runs of five equal words with none inside quotation marks in either text. */
  unquotedShingles: number;
  /** Share of the equal words that stand inside quotation marks in either text; in one of them only. */
  quotedShare: number;
  quotedInOne: number;
  /** Equal words of the longest passage ÷ of all passages. */
  largestShare: number;
}

/** Both texts consist mostly of the shared words. */
const mostly = 0.5;
/** A reprint leaves at most this share of either text out, and rewords next to nothing of what it takes. */
const wholly = 0.8;
const unedited = 0.97;
/** A shortened reprint: one text is nearly nothing else, and holds at least this much of the other. */
const nearlyAll = 0.75;
const shortened = 1 / 3;
/** Words put in or left out together from which on they are a sentence rather than an edit. */
const fewestOfSentence = 5;
/** Fewer unquoted shingles than this are no more than the words around a quotation … */
const fewestUnquoted = 12;
/**
 * … where at least this share of the shared words is quoted. If one text is mostly made of what the other alone puts
 * in quotation marks, it is no speaker that both quote: the other excerpts that text.
 */
const mostlyQuoted = 0.5;
/** An excerpt is mainly one block; scattered passages point to a source that both used. */
const mainlyOne = 0.6;
/** A block is at least this many unquoted shingles: 19 words. Less than that is a sentence both took from somewhere. */
const fewestOfBlock = 15;

/** All relations, the strongest first. */
export const relations: readonly Relation[] = [
  'reprint',
  'edited-reprint',
  'excerpt',
  'shared-source',
  'shared-quotation',
];

/** 0 for the strongest relation; more for weaker ones. */
export function strengthOf(relation: Relation): number {
  return relations.indexOf(relation);
}

/** The strongest relation that the shared text shows. */
export function relationOf(shared: SharedText): Relation {
  const { coverage, sameness, largestShare } = shared;
  const smaller = Math.min(coverage.here, coverage.there);
  const larger = Math.max(coverage.here, coverage.there);
  if (smaller >= wholly && sameness >= unedited) return 'reprint';
  if (larger < mostly || shared.quotedInOne < mostlyQuoted) {
    const isFew = shared.unquotedShingles < fewestUnquoted;
    if (isFew && shared.quotedShare >= mostlyQuoted) return 'shared-quotation';
  }
  if (smaller >= mostly || (larger >= nearlyAll && smaller >= shortened)) return 'edited-reprint';
  if (larger >= mostly) return 'excerpt';
  const isBlock = largestShare >= mainlyOne && shared.unquotedShingles >= fewestOfBlock;
  return isBlock ? 'excerpt' : 'shared-source';
}

/** Sums up accepted passages for `relationOf`; shares are of `sizes`, in words: the texts, or the items they stand in. */
export function sumUp(
  passages: readonly AlignedPassage[],
  here: Tokens,
  there: Tokens,
  sizes: { here: number; there: number },
): SharedText {
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  const sum = (count: (passage: AlignedPassage) => number) =>
    passages.reduce((total, passage) => total + count(passage), 0);
  return {
    coverage: { here: words / Math.max(1, sizes.here), there: words / Math.max(1, sizes.there) },
    sameness: words / Math.max(1, words + sum(rewordedWords)),
    unquotedShingles: sum((passage) => unquotedShingles(passage, here, there)),
    quotedShare: sum((passage) => quotedWords(passage, here, there)) / Math.max(1, words),
    quotedInOne: sum((passage) => quotedInOne(passage, here, there)) / Math.max(1, words),
    largestShare: Math.max(0, ...passages.map((passage) => passage.words)) / Math.max(1, words),
  };
}

/**
 * Words of a passage that one text has in place of others, or puts in or leaves out by the few. A whole sentence that
 * only one of them has is added or cut, not reworded: coverage tells of it.
 */
function rewordedWords({ hereWords, thereWords }: AlignedPassage): number {
  let reworded = 0;
  for (let n = 1; n < hereWords.length; n++) {
    const gapHere = hereWords[n]! - hereWords[n - 1]! - 1;
    const gapThere = thereWords[n]! - thereWords[n - 1]! - 1;
    const more = Math.max(gapHere, gapThere);
    if (Math.min(gapHere, gapThere) > 0 || more < fewestOfSentence) reworded += more;
  }
  return reworded;
}

/** Equal words of a passage that stand inside quotation marks in either text. */
export function quotedWords(
  { hereWords, thereWords }: AlignedPassage,
  { quoted: here }: Tokens,
  { quoted: there }: Tokens,
): number {
  return hereWords.filter((i, n) => here[i] === 1 || there[thereWords[n]!] === 1).length;
}

function quotedInOne(
  { hereWords, thereWords }: AlignedPassage,
  { quoted: here }: Tokens,
  { quoted: there }: Tokens,
): number {
  return hereWords.filter((i, n) => here[i] !== there[thereWords[n]!]).length;
}

function unquotedShingles(
  { hereWords, thereWords }: AlignedPassage,
  { quoted: here }: Tokens,
  { quoted: there }: Tokens,
): number {
  let run = 0;
  let shingles = 0;
  for (let n = 0; n < hereWords.length; n++) {
    const i = hereWords[n]!;
    const j = thereWords[n]!;
    const goesOn = n > 0 && i === hereWords[n - 1]! + 1 && j === thereWords[n - 1]! + 1;
    run = here[i] || there[j] ? 0 : goesOn ? run + 1 : 1;
    if (run >= shingleWords) shingles++;
  }
  return shingles;
}
