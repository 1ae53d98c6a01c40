/**
 * Whether another text tells of the same thing without the anchor: a sentence of it shares rare words with the words around.
 * "29 policemen" is then told there too, only without the figure; it is no item of "only here".
 */
import { stopWords } from '@/lib/core/matching/stop-words';
import type { Read, Sentence } from '../told';

/** Words around an anchor that are compared, on either side. */
const reach = 14;
/** Sum of the rarities of the common words from which on the same is told: two words that few sentences have, or three less rare. */
const enough = 8;

/** In a handful of sentences every word looks common; from so many on their number counts. */
const fewestSentences = 150;

/** How rare each word is among the sentences of a story; made once. */
export class Rarity {
  readonly #holding = new Map<string, number>();
  readonly #sentences: number;

  constructor(reads: readonly Read[]) {
    let count = 0;
    for (const { sentences } of reads)
      for (const sentence of sentences) {
        count++;
        for (const word of telling(sentence, 0, sentence.words.length))
          this.#holding.set(word, (this.#holding.get(word) ?? 0) + 1);
      }
    this.#sentences = Math.max(count, fewestSentences);
  }

  /** Natural logarithm of how few sentences hold the word. */
  of(word: string): number {
    return Math.log(this.#sentences / (this.#holding.get(word) ?? 1));
  }
}

/** Words that tell something, plurals as singulars. */
function telling({ words }: Sentence, from: number, to: number): Set<string> {
  const found = new Set<string>();
  for (let at = Math.max(0, from); at < Math.min(words.length, to); at++) {
    const { low } = words[at]!;
    if (low.length > 2 && !stopWords.has(low)) found.add(low.replace(/(?<=\p{L}{3})(?:s|ed|ing)$/u, ''));
  }
  return found;
}

/** Sentences of a text by the words they hold; made once for each text that is searched. */
export type Telling = ReadonlyMap<string, readonly number[]>;

export function tellingOf({ sentences }: Read): Telling {
  const found = new Map<string, number[]>();
  sentences.forEach((sentence, line) => {
    for (const word of telling(sentence, 0, sentence.words.length)) {
      const lines = found.get(word);
      if (lines) lines.push(line);
      else found.set(word, [line]);
    }
  });
  return found;
}

/** Whether a sentence there shares enough with the words around `[from, to)`; these themselves do not count. */
export function isToldThere(
  sentence: Sentence,
  from: number,
  to: number,
  there: Telling,
  rarity: Rarity,
): boolean {
  const around = new Set([...telling(sentence, from - reach, from), ...telling(sentence, to, to + reach)]);
  const scores = new Map<number, number>();
  for (const word of around) {
    const worth = rarity.of(word);
    for (const line of there.get(word) ?? []) {
      const score = (scores.get(line) ?? 0) + worth;
      if (score >= enough) return true;
      scores.set(line, score);
    }
  }
  return false;
}
