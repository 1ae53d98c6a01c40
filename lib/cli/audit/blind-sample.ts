import type { Article } from '@/lib/core/article';
import { judgements } from '@/lib/core/audit';
import { relations } from '@/lib/core/matching';
import { countWords } from '@/lib/core/text';
import { BadInput } from '../bad-input';
import type { PrintedPair } from './pairs-file';

/** UTF-16 units shown before and after a passage. */
const surroundings = 200;
/** Longest passage shown whole, in UTF-16 units; of longer ones the middle is left out. */
const longestPassage = 3_000;
/** Passages shown of a pair, the first ones. */
const mostPassages = 12;

/**
 * A pair as a person judges it: both texts around their passages, and nothing of what the pair was called. The person
 * fills in `judgement` and `relation`.
 */
export function blindLine(pair: PrintedPair, a: Article, b: Article, pairsFile: string) {
  return {
    a: pair.a,
    b: pair.b,
    judgement: '',
    relation: '',
    judgements,
    relations,
    about_a: aboutOf(a),
    about_b: aboutOf(b),
    words_shared: pair.words_shared,
    passages_in_all: pair.passages.length,
    passages: pair.passages.slice(0, mostPassages).map((passage) => ({
      a: shown(a, passage.a, pairsFile),
      b: shown(b, passage.b, pairsFile),
    })),
  };
}

function aboutOf({ outlet, title, published, text }: Article) {
  return { outlet, title, published: published?.at ?? null, words: countWords(text) };
}

function shown({ id, text }: Article, [start, end]: readonly [number, number], pairsFile: string) {
  if (start >= end || end > text.length) {
    const which = JSON.stringify(id);
    throw new BadInput(
      pairsFile,
      `a passage lies outside of article ${which}. Name the articles it came from.`,
    );
  }
  return {
    before: text.slice(Math.max(0, start - surroundings), start),
    passage: withoutMiddle(text.slice(start, end)),
    after: text.slice(end, end + surroundings),
  };
}

function withoutMiddle(passage: string): string {
  if (passage.length <= longestPassage) return passage;
  return `${passage.slice(0, longestPassage / 2)} […] ${passage.slice(-longestPassage / 2)}`;
}
