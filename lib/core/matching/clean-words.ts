import { type Fingerprint, finerLevel, shingleWords } from '@/lib/core/fingerprint';
import { lowerBound } from './sorted-numbers';

/** Equal words of a passage that are evidence of reuse, and the clean fingerprints that stand inside it. */
export interface CleanPart {
  words: number;
  fingerprints: number;
}

/**
 * Counts the words of a passage that boilerplate does not explain. Fingerprints divide the passage: a stretch next to
 * a boilerplate fingerprint does not count, so that one shingle at a footer's edge cannot vouch for the whole footer.
 * The words of a clean fingerprint itself always count.
 *
 * The finer level vouches for no more than a passage too short for any other: a large library keeps it of few articles
 * only, so that a footer's fingerprints of that level look as rare as those of a copy.
 *
 * @param hereWords places of the passage's equal words in this text, ascending
 */
export function cleanPart(
  hereWords: readonly number[],
  print: Fingerprint,
  boilerplate: ReadonlySet<number>,
): CleanPart {
  const { begin, end } = printsInside(hereWords, print.positions);
  const hasFinerOnly = print.levels.subarray(begin, end).every((level) => level === finerLevel);
  const sweep = new CleanSweep();
  let next = 0;
  for (let i = begin; i < end; i++) {
    const at = print.positions[i]!;
    const isClean = !boilerplate.has(print.keys[i]!);
    if (isClean && !hasFinerOnly && print.levels[i] === finerLevel) continue;
    const from = next;
    while (next < hereWords.length && hereWords[next]! < at) next++;
    sweep.stretch(hereWords, from, next, isClean);
    sweep.fingerprint(at, isClean);
  }
  sweep.stretch(hereWords, next, hereWords.length, true);
  return { words: sweep.words, fingerprints: sweep.fingerprints };
}

/** Walks over a passage: stretches of words and the fingerprints that part them. */
class CleanSweep {
  words = 0;
  fingerprints = 0;
  /** Whether the fingerprint before is clean (as is the passage's beginning), and the end of the last clean one. */
  #isCleanBefore = true;
  #cleanUntil = 0;

  stretch(hereWords: readonly number[], from: number, to: number, isCleanAfter: boolean): void {
    const isClean = this.#isCleanBefore && isCleanAfter;
    for (let n = from; n < to; n++) if (isClean || hereWords[n]! < this.#cleanUntil) this.words++;
  }

  fingerprint(at: number, isClean: boolean): void {
    this.#isCleanBefore = isClean;
    if (!isClean) return;
    this.fingerprints++;
    this.#cleanUntil = at + shingleWords;
  }
}

/** The fingerprints that lie wholly inside a passage, `[begin, end)`. */
export function printsInside(
  hereWords: readonly number[],
  positions: Uint32Array,
): { begin: number; end: number } {
  return {
    begin: lowerBound(positions, hereWords[0]!),
    end: lowerBound(positions, hereWords.at(-1)! - shingleWords + 2),
  };
}
