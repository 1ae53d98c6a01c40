import { hashWord, tokenize } from '@/lib/core/text';
import { skeleton } from '../spellings';
import type { Read } from '../told';
import { dateAt } from './dates';
import { inWords, numberIn } from './figures';

/** What can be searched for in a text, made once. */
export interface SearchedText {
  words: Set<string>;
  /** Skeletons of its capitalised words, and initials of its runs of capitals. */
  bones: Set<string>;
  initials: Set<string>;
  numbers: Set<number>;
  dates: Set<string>;
  /** Hashes of runs of four folded words. */
  runs: Set<number>;
  /** All text, folded, for numbers in words. */
  folded: string;
}

/** How a thing is searched for. */
export interface Search {
  /** All known: the thing was met before. */
  keys: string[];
  shown: string[];
  isIn: (there: SearchedText) => boolean;
}

/** Small words that a body's initials leave out ("Syrian Observatory for Human Rights"). */
const leftOut = new Set(['of', 'for', 'and', 'the', 'in', 'on', 'to']);

/** Words of a run by which a quotation is found again. */
const run = 4;

export function searchedText({ article: { title, text }, sentences }: Read): SearchedText {
  const folded = tokenize(`${title ?? ''}\n\n${text}`).words;
  const found: SearchedText = {
    words: new Set(folded),
    bones: new Set(),
    initials: new Set(),
    numbers: new Set(),
    dates: new Set(),
    runs: new Set(runsOf(folded)),
    folded: ` ${folded.join(' ')} `,
  };
  for (const { words } of sentences) {
    let initials = '';
    words.forEach((word, at) => {
      const value = numberIn(word);
      if (value !== null) found.numbers.add(value);
      const date = dateAt(words, at);
      if (date) found.dates.add(date.key);
      if (!word.capital) {
        if (!leftOut.has(word.low)) initials = '';
        return;
      }
      initials = (initials + word.text.replace(/^\p{Ll}+-/u, '')[0]!.toUpperCase()).slice(-8);
      for (let from = 0; from < initials.length - 1; from++) found.initials.add(initials.slice(from));
      for (const part of [word.text, ...word.text.split('-')]) found.bones.add(skeleton(part));
    });
  }
  return found;
}

/** Hashes of runs of four words. */
export function runsOf(words: readonly string[]): number[] {
  const hashes: number[] = [];
  for (let at = 0; at + run <= words.length; at++) hashes.push(hashWord(words.slice(at, at + run).join(' ')));
  return hashes;
}

/** Whether a number stands there, in digits or in words. */
export function hasNumber(there: SearchedText, value: number): boolean {
  if (there.numbers.has(value)) return true;
  const spelled = Number.isInteger(value) ? inWords(value) : null;
  return spelled !== null && there.folded.includes(` ${spelled.replaceAll('-', ' ')} `);
}
