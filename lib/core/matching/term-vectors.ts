import type { Term } from './terms';

/** What is compared of a text: its terms, strongest first. */
export type TermsTold = readonly Pick<Term, 'hash' | 'weight'>[];

/** Weighted terms of a text, of unit length together: hashes ascending, with their weights beside. */
export interface TermVector {
  hashes: Uint32Array;
  weights: Float32Array;
}

/** Terms of a text that are compared. Measured on ECB+: 64 lose nothing against all. */
const termsCompared = 64;

/** The strongest terms as a vector; `rarity` weighs each once more, by the reference collection and the library at hand. */
export function vectorOf(
  terms: TermsTold,
  rarity: (hash: number) => number,
  most = termsCompared,
): TermVector {
  const raw = terms
    .slice(0, most)
    .map(({ hash, weight }) => ({ hash, weight: weight * Math.sqrt(rarity(hash)) }))
    .sort((a, b) => a.hash - b.hash);
  const length = Math.hypot(...raw.map(({ weight }) => weight)) || 1;
  return {
    hashes: Uint32Array.from(raw, ({ hash }) => hash),
    weights: Float32Array.from(raw, ({ weight }) => weight / length),
  };
}

/**
 * How fast the weights of an article's terms fall, as a power of their rank. Measured on ECB+ and FA-KES: with it the
 * similarity of a text to 32 stored terms follows that of the two texts (correlation .986), and tells the same event as
 * well (F1 .810 against .814).
 */
const fall = 0.35;

/** The terms of an article of which only their hashes are stored, the strongest first. */
export function termsStored(hashes: Uint32Array): TermsTold {
  return Array.from(hashes, (hash, rank) => ({ hash, weight: (rank + 1) ** -fall }));
}

/** Cosine of two vectors, 0 to 1. */
export function similarity(here: TermVector, there: TermVector): number {
  let sum = 0;
  eachShared(here, there, (_, part) => {
    sum += part;
  });
  return Math.min(1, sum);
}

/** Hashes of the terms that both have, those that count most for their similarity first. */
export function sharedTerms(here: TermVector, there: TermVector): number[] {
  const shared: { hash: number; part: number }[] = [];
  eachShared(here, there, (hash, part) => shared.push({ hash, part }));
  return shared.sort((a, b) => b.part - a.part || a.hash - b.hash).map(({ hash }) => hash);
}

function eachShared(here: TermVector, there: TermVector, visit: (hash: number, part: number) => void): void {
  let j = 0;
  for (let i = 0; i < here.hashes.length; i++) {
    const hash = here.hashes[i]!;
    while (j < there.hashes.length && there.hashes[j]! < hash) j++;
    if (there.hashes[j] === hash) visit(hash, here.weights[i]! * there.weights[j]!);
  }
}
