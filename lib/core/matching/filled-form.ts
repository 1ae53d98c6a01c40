/**
 * A form that two stories fill in: quarterly figures, results of matches, market tables, obituaries, forecasts. Every few
 * words a name or number of the one stands in place of one of the other, and what lies between is anybody's.
 */
import type { AlignedPassage } from '@/lib/core/alignment';
import type { Tokens } from '@/lib/core/text';
import { stopWords } from './stop-words';

/** A text as it is printed, with its words: folded ones do not tell names from others. */
export interface Printed {
  text: string;
  tokens: Tokens;
}

/** Blanks that a form has at least, … */
const fewestBlanks = 3;
/**
 * … and equal words to each of them, at most: what lies between two blanks is less than an unquoted passage needs. Forms
 * of our own have 6 to 15, unquoted passages of real copies in other words 22 and more, a hoax told of one star after another 25.
 */
const mostWordsToABlank = 16;
/** Names that both texts have, to each blank, at most: edited copies have more, most of all in a language that writes nouns large. */
const mostNamesToABlank = 2;

/** Whether passages are a form in which each text has its own names and numbers. Letters without case are read as no names. */
export function isFilledForm(passages: readonly AlignedPassage[], here: Printed, there: Printed): boolean {
  const sum = (count: (passage: AlignedPassage) => number) =>
    passages.reduce((total, passage) => total + count(passage), 0);
  const blanks = sum((passage) => blanksOf(passage, here, there));
  return (
    blanks >= fewestBlanks &&
    sum(({ words }) => words) < blanks * mostWordsToABlank &&
    sum(({ hereWords }) => runsOf(hereWords.filter((word) => isName(here, word)))) <=
      blanks * mostNamesToABlank
  );
}

/** Places where each text has a name or number of its own between the same two words. */
function blanksOf({ hereWords, thereWords }: AlignedPassage, here: Printed, there: Printed): number {
  let blanks = 0;
  for (let n = 1; n < hereWords.length; n++) {
    const isBlank =
      namesAnything(here, hereWords[n - 1]! + 1, hereWords[n]!) &&
      namesAnything(there, thereWords[n - 1]! + 1, thereWords[n]!);
    if (isBlank) blanks++;
  }
  return blanks;
}

function namesAnything(printed: Printed, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isName(printed, at)) return true;
  return false;
}

const nameOrNumber = /^\p{Lu}|\d/u;

function isName({ text, tokens }: Printed, at: number): boolean {
  const printed = text.slice(tokens.starts[at]!, tokens.ends[at]!);
  return nameOrNumber.test(printed) && !stopWords.has(tokens.word(at));
}

/** How many runs numbers in ascending order form. */
function runsOf(words: readonly number[]): number {
  return words.filter((word, n) => word !== words[n - 1]! + 1).length;
}
