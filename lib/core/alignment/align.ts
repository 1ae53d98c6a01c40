/**
 * Exact alignment of two texts, word by word: seeds of three words → maximal runs → chains → passages.
 * Moved paragraphs give several chains. Work is bounded by the limits named in `runs.ts` and `chains.ts`;
 * two texts of 30,000 words stay well under a second.
 */
import type { Tokens } from '@/lib/core/text';
import { chainRuns } from './chains';
import { type Pairs, separatePassages } from './passages';
import { findRuns, type SeededText, seedText } from './runs';
import type { Passage } from './types';

/** A passage with the places of its equal words: `hereWords[n]` and `thereWords[n]` index the two texts' folded words. */
export interface AlignedPassage extends Passage {
  hereWords: number[];
  thereWords: number[];
}

/** Passages that two texts share, in order of `here`; none overlap in either text. Spans are UTF-16 units of each text. */
export function align(here: Tokens, there: Tokens): AlignedPassage[] {
  return new Aligner(here).align(there);
}

/** Aligns one text with many: what depends on it alone is made once. */
export class Aligner {
  readonly #here: Tokens;
  readonly #seeded: SeededText;

  constructor(here: Tokens) {
    this.#here = here;
    this.#seeded = seedText(here.hashes);
  }

  /** @param shared the other text's `sharedWords`, where they are at hand */
  align(there: Tokens, shared = this.sharedWords(there.hashes)): AlignedPassage[] {
    return shared.flatMap((pairs) => {
      const equal = withEqualWords(pairs, this.#here, there);
      return equal.here.length === 0 ? [] : describe(equal, this.#here, there);
    });
  }

  /** The equal words of each passage by the other text's word hashes alone: for a first look, before it is folded whole. */
  sharedWords(there: Uint32Array): Pairs[] {
    const chains = chainRuns(findRuns(this.#seeded, there));
    return separatePassages(chains, this.#seeded.words, there);
  }
}

/** Leaves out words of which only the hashes are equal. */
function withEqualWords(pairs: Pairs, here: Tokens, there: Tokens): Pairs {
  const { words } = here;
  const isEqual = (i: number, n: number) => words[i] === there.word(pairs.there[n]!);
  if (pairs.here.every(isEqual)) return pairs;
  return {
    here: pairs.here.filter(isEqual),
    there: pairs.there.filter((_, n) => isEqual(pairs.here[n]!, n)),
  };
}

function describe(pairs: Pairs, here: Tokens, there: Tokens): AlignedPassage {
  const words = pairs.here.length;
  const isQuoted = here.quoted;
  const quoted = pairs.here.reduce((sum, i) => sum + isQuoted[i]!, 0);
  return {
    kind: 'same',
    here: { start: here.starts[pairs.here[0]!]!, end: here.ends[pairs.here[words - 1]!]! },
    there: { start: there.starts[pairs.there[0]!]!, end: there.ends[pairs.there[words - 1]!]! },
    words,
    quoted: quoted / words,
    hereWords: pairs.here,
    thereWords: pairs.there,
  };
}

/** The passage as it travels in a report. */
export function withoutWords({ kind, here, there, words, quoted }: AlignedPassage): Passage {
  return { kind, here, there, words, quoted };
}
