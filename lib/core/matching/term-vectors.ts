import type { Term } from './terms';

/** Weighted terms of a text, of unit length together. */
export interface TermVector {
  weights: Map<number, number>;
  printed: Map<number, string>;
}

/** Terms of a text that are compared. */
const termsCompared = 128;

/** The strongest terms as a vector; `rarity` weighs each once more, by the reference collection and the reader's library. */
export function vectorOf(terms: readonly Term[], rarity: (hash: number) => number): TermVector {
  const strongest = terms.slice(0, termsCompared);
  const raw = strongest.map(({ hash, weight }) => weight * Math.sqrt(rarity(hash)));
  const length = Math.hypot(...raw) || 1;
  return {
    weights: new Map(strongest.map(({ hash }, i) => [hash, raw[i]! / length])),
    printed: new Map(strongest.map(({ hash, printed }) => [hash, printed])),
  };
}

/** Cosine of two vectors, 0 to 1, and the shared terms as printed in the first, those that count most first. */
export function similarity(here: TermVector, there: TermVector): { score: number; shared: string[] } {
  let score = 0;
  const shared: { printed: string; part: number }[] = [];
  for (const [hash, weight] of here.weights) {
    const other = there.weights.get(hash);
    if (other === undefined) continue;
    score += weight * other;
    shared.push({ printed: here.printed.get(hash)!, part: weight * other });
  }
  shared.sort((a, b) => b.part - a.part);
  return { score: Math.min(1, score), shared: shared.map(({ printed }) => printed) };
}
