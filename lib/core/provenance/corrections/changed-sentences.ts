import { paragraphs, sentences, tokenize } from '@/lib/core/text';
import type { ChangedSentence } from './types';

/** Shorter sentences are stock ("He declined to comment.") and stand in texts that have nothing to do with each other. */
const fewestWords = 6;
/** From this share of common words on, one sentence stands for another. */
const alikeAtLeast = 0.5;
const mostChanges = 40;

/** A text made ready to be looked through for sentences, by folded words. */
export interface Searchable {
  has(sentence: string): boolean;
}

const folded = (text: string) => ` ${tokenize(text).words.join(' ')} `;

export function searchable(text: string): Searchable {
  const words = folded(text);
  return { has: (sentence) => words.includes(folded(sentence)) };
}

function sentencesOf(text: string): string[] {
  return sentences(text, paragraphs(text)).map(({ start, end }) => text.slice(start, end).trim());
}

/**
 * Sentences of the earlier text that the later one has no more, word for word (case, accents and punctuation aside), in order,
 * each with the sentence that took its place. A changed figure is a change; a moved sentence is none. At most 40.
 */
export function changedSentences(before: string, after: string): ChangedSentence[] {
  const later = searchable(after);
  const earlier = searchable(before);
  const gone = sentencesOf(before).filter(
    (sentence) => tokenize(sentence).words.length >= fewestWords && !later.has(sentence),
  );
  const added = sentencesOf(after).filter((sentence) => !earlier.has(sentence));
  return gone
    .slice(0, mostChanges)
    .map((sentence) => ({ before: sentence, after: inPlaceOf(sentence, added) }));
}

function inPlaceOf(sentence: string, added: readonly string[]): string | null {
  const words = new Set(tokenize(sentence).words);
  const alike = added.map((other) => {
    const theirs = new Set(tokenize(other).words);
    const common = [...theirs].filter((word) => words.has(word)).length;
    return { other, share: common / Math.max(words.size, theirs.size) };
  });
  const best = alike.sort((a, b) => b.share - a.share)[0];
  return best && best.share >= alikeAtLeast ? best.other : null;
}
