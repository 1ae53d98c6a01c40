import { type Fingerprint, shingleWords } from '@/lib/core/fingerprint';

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
 * @param hereWords places of the passage's equal words in this text, ascending
 */
export function cleanPart(
  hereWords: readonly number[],
  print: Fingerprint,
  boilerplate: ReadonlySet<number>,
): CleanPart {
  const first = hereWords[0]!;
  const last = hereWords.at(-1)!;
  const sweep = new CleanSweep();
  let next = 0;
  for (let i = firstAtOrAfter(print.positions, first); i < print.positions.length; i++) {
    const at = print.positions[i]!;
    if (at + shingleWords - 1 > last) break;
    const isClean = !boilerplate.has(print.keys[i]!);
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

function firstAtOrAfter(positions: Uint32Array, place: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
