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
 * @param hereWords places of the passage's equal words in this text
 */
export function cleanPart(
  hereWords: readonly number[],
  print: Fingerprint,
  boilerplate: ReadonlySet<number>,
): CleanPart {
  const first = hereWords[0]!;
  const last = hereWords.at(-1)!;
  const inside: { at: number; isClean: boolean }[] = [];
  for (let i = 0; i < print.positions.length; i++) {
    const at = print.positions[i]!;
    if (at >= first && at + shingleWords - 1 <= last)
      inside.push({ at, isClean: !boilerplate.has(print.keys[i]!) });
  }
  const clean = inside.filter(({ isClean }) => isClean);
  if (clean.length === inside.length) return { words: hereWords.length, fingerprints: inside.length };
  return {
    words: hereWords.filter((at) => isCleanAt(at, inside)).length,
    fingerprints: clean.length,
  };
}

function isCleanAt(at: number, inside: readonly { at: number; isClean: boolean }[]): boolean {
  let before = true;
  for (const print of inside) {
    if (print.at > at) return before && print.isClean;
    if (print.isClean && at < print.at + shingleWords) return true;
    before = print.isClean;
  }
  return before;
}
