import type { Aligner } from '@/lib/core/alignment';
import type { Tokens } from '@/lib/core/text';

/** Equal words of a passage from which on it is left out; less is what tellings of one event have alike by chance or from a speaker. */
const fewestWords = 16;

/** A text and its words. */
interface Folded {
  text: string;
  tokens: Tokens;
}

/**
 * Two texts without the passages that both have word for word, as a note at their ends or a form that both fill in: such words
 * tell what outlets print, not what happened. `null` where the texts have none.
 *
 * @param aligner of the text here
 */
export function inOwnWords(
  here: Folded,
  there: Folded,
  aligner: Aligner,
): { here: string; there: string } | null {
  const passages = aligner
    .sharedWords(there.tokens.hashes)
    .filter((passage) => passage.here.length >= fewestWords);
  if (passages.length === 0) return null;
  return {
    here: without(
      here,
      passages.map((passage) => passage.here),
    ),
    there: without(
      there,
      passages.map((passage) => passage.there),
    ),
  };
}

/** A text without some passages, each by the places of its words. */
function without({ text, tokens }: Folded, passages: readonly (readonly number[])[]): string {
  const kept: string[] = [];
  let from = 0;
  for (const places of passages.toSorted((a, b) => a[0]! - b[0]!)) {
    kept.push(text.slice(from, tokens.starts[places[0]!]));
    from = tokens.ends[places.at(-1)!]!;
  }
  return [...kept, text.slice(from)].join('\n');
}
