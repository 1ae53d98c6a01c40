import { alignEditedSentences, type TextMatch } from '@/lib/core/matching';

/**
 * A match with its reworded sentences as passages of kind `edited` among the others, in order of `here`.
 * For the one pair a reader has open: the whole texts of both are needed. Coverage stays as it is, since it counts
 * equal words in passages that are word for word the same.
 */
export function withRewordedSentences(match: TextMatch, here: string, there: string): TextMatch {
  const reworded = alignEditedSentences(here, there, match.passages);
  const passages = [...match.passages, ...reworded].sort((a, b) => a.here.start - b.here.start);
  if (!match.parts) return { ...match, passages };
  const places = match.passages.map((passage) => passages.indexOf(passage));
  const parts = match.parts.map((part) => ({
    ...part,
    passages: part.passages.map((place) => places[place]!),
  }));
  return { ...match, passages, parts };
}
