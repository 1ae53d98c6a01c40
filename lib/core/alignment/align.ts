/**
 * Exact alignment of two texts, word by word: seeds of three words → maximal runs → chains → passages.
 * Moved paragraphs give several chains. Work is bounded by the limits named in `runs.ts` and `chains.ts`;
 * two texts of 30,000 words stay well under a second.
 */
import type { Tokens } from '@/lib/core/text';
import { chainRuns } from './chains';
import { type Pairs, separatePassages } from './passages';
import { findRuns, numberLike, seedText } from './runs';
import type { Passage } from './types';

/** A passage with the places of its equal words: `hereWords[n]` and `thereWords[n]` index the two texts' folded words. */
export interface AlignedPassage extends Passage {
  hereWords: number[];
  thereWords: number[];
}

/** Passages that two texts share, in order of `here`; none overlap in either text. Spans are UTF-16 units of each text. */
export function align(here: Tokens, there: Tokens): Passage[] {
  return alignWords(here, there).map(withoutWords);
}

/** As `align`, with the places of the equal words. */
export function alignWords(here: Tokens, there: Tokens): AlignedPassage[] {
  return aligner(here)(there);
}

/** Aligns one text with many: what depends on it alone is made once. */
export function aligner(here: Tokens): (there: Tokens) => AlignedPassage[] {
  const seeded = seedText(here.words);
  return (there) => {
    const numbers = numberLike(seeded, there.words);
    const chains = chainRuns(findRuns(seeded, numbers));
    return separatePassages(chains, seeded.words, numbers).map((pairs) => describe(pairs, here, there));
  };
}

function describe(pairs: Pairs, here: Tokens, there: Tokens): AlignedPassage {
  const words = pairs.here.length;
  const quoted = pairs.here.reduce((sum, i) => sum + here.quoted[i]!, 0);
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
