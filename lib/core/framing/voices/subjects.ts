/** Who a sentence is about, where its verb of saying comes late ("Trump attacked Clinton …, saying …"). */
import { isClosed } from '@/lib/core/text';
import type { Word } from '../words';
import { isPronoun, type Phrase } from './noun-phrases';

/** The run of capitals that ends before a word. */
export function namesEnding(words: readonly Word[], before: number): Phrase | null {
  let from = before;
  while (from > 0 && words[from - 1]!.capital && !words[from - 1]!.possessive && before - from < 5) from--;
  return from < before ? { from, to: before } : null;
}

/** Who a sentence is about: the names it opens with, else those behind its first comma. */
export function mainSubject(text: string, words: readonly Word[]): Phrase | null {
  const first = words[0];
  if (first && (isPronoun(first.low) || (first.capital && !isClosed(first.low)))) return opening(text, words);
  for (let at = 1; at < words.length; at++) {
    if (!/,/.test(text.slice(words[at - 1]!.end, words[at]!.start))) continue;
    const rest = opening(text, words.slice(at));
    if (rest) return { from: rest.from + at, to: rest.to + at };
  }
  const body = words.findIndex(({ capital, low }) => capital && !isClosed(low));
  return body >= 0 && body <= 2 ? phraseOf(words, body) : null;
}

function phraseOf(words: readonly Word[], from: number): Phrase {
  let to = from + 1;
  while (to < words.length && words[to]!.capital && to - from < 5) to++;
  return { from, to };
}

/** A subject that hangs on a preposition is none ("in a statement saying"). */
export function isPreposed(words: readonly Word[], { from }: Phrase): boolean {
  return (
    from > 0 && /^(?:in|on|to|with|from|by|at|of|about)$/.test(words[from - 1]!.low) && !words[from]!.capital
  );
}

/** The noun phrase a sentence opens with: its names and the small words between them. */
function opening(text: string, words: readonly Word[]): Phrase | null {
  let to = 0;
  while (
    to < words.length &&
    to < 8 &&
    (words[to]!.capital ||
      (to > 0 && /^(?:of|the|for|al|bin)$/.test(words[to]!.low) && words[to + 1]?.capital))
  ) {
    to++;
    if (to < words.length && /[,;:]/.test(text.slice(words[to - 1]!.end, words[to]!.start))) break;
  }
  if (to === 0 && isPronoun(words[0]?.low ?? '')) to = 1;
  return to > 0 ? { from: 0, to } : null;
}
