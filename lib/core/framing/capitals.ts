import { isClosed } from '@/lib/core/text';
import type { Read, Sentence } from './told';
import type { Word } from './words';

/** How a word is written over a story: with a capital inside sentences, or without. */
interface Written {
  capital: number;
  small: number;
}

/** Where capitals tell names from other words. Made once for a story: a name at a sentence's start is known by its other places. */
export class Capitals {
  readonly #written = new Map<string, Written>();

  constructor(reads: readonly Read[]) {
    for (const { sentences } of reads)
      for (const sentence of sentences) {
        if (sentence.shouted) continue;
        sentence.words.forEach((word, at) => {
          const known = this.#written.get(word.low) ?? { capital: 0, small: 0 };
          if (!word.capital) known.small++;
          else if (!opensSentence(sentence, at)) known.capital++;
          this.#written.set(word.low, known);
        });
      }
  }

  /** Whether the word at a place of a sentence reads as a name or a part of one. */
  isName(sentence: Sentence, at: number): boolean {
    const word = sentence.words[at]!;
    if (!word.capital || isClosed(word.low)) return false;
    const { capital, small } = this.#written.get(word.low) ?? { capital: 0, small: 0 };
    if (sentence.shouted) return capital > small;
    if (!opensSentence(sentence, at)) return capital > 0 && (capital >= small || isLikeAcronym(word));
    if (small > 0) return capital > small * 2;
    return capital > 0 || isLikeAcronym(word);
  }

  /** Whether a word is anywhere in the story written small. */
  isCommon(low: string): boolean {
    return (this.#written.get(low)?.small ?? 0) > 0;
  }
}

function isLikeAcronym({ text }: Word): boolean {
  return /^\p{Lu}{2,6}$/u.test(text) || /\p{Ll}\p{Lu}/u.test(text);
}

/** The first word, or one behind an opening mark: its capital may be the sentence's. */
function opensSentence({ words }: Sentence, at: number): boolean {
  return at === 0 || words[at]!.start - words[at - 1]!.end > 2;
}
