import type { Answered } from './answered';
import type { PlantedSet } from './planted-set';

/** What was found of one kind of planted reuse. */
export interface KindResult {
  kind: string;
  asked: number;
  found: number;
  /** Found and called by a relation that says it right. */
  right: number;
  /** Hits on formula: stock phrases and footers. */
  falseHits: number;
}

export interface PlantedResult {
  kinds: KindResult[];
  precision: number;
  recall: number;
  f1: number;
}

/** A set and how its questions were answered. */
export interface PlantedRun {
  seed: number;
  library: Pick<PlantedSet, 'real' | 'generated' | 'wireCopies'> & { articles: number };
  planted: PlantedResult;
}

export function plantedRun(set: PlantedSet, seed: number, answers: readonly Answered[]): PlantedRun {
  const { real, generated, wireCopies } = set;
  return {
    seed,
    library: { real, generated, wireCopies, articles: set.library.length },
    planted: judgePlanted(set, answers),
  };
}

/** Judges the answers to a set's questions, in their order. Wire stories count as found by the share of their copies. */
function judgePlanted(set: PlantedSet, answers: readonly Answered[]): PlantedResult {
  const kinds = new Map<string, KindResult>();
  for (const [i, { kind, article, sources, right }] of set.questions.entries()) {
    const result = kinds.get(kind) ?? { kind, asked: 0, found: 0, right: 0, falseHits: 0 };
    kinds.set(kind, result);
    const matches = answers[i]?.matches ?? [];
    const hits = matches.filter(({ id }) => sources.includes(id));
    result.asked += sources.length === 0 ? 0 : 1;
    result.found += sources.length === 0 ? 0 : hits.length / sources.length;
    result.right +=
      hits.filter(({ relation }) => right.includes(relation)).length / Math.max(1, sources.length);
    result.falseHits += matches.filter(
      ({ id, here }) =>
        !sources.includes(id) &&
        here.every(({ start, end }) => set.isFormula(article.text.slice(start, end))),
    ).length;
  }
  return { kinds: [...kinds.values()], ...scoresOf([...kinds.values()]) };
}

function scoresOf(kinds: readonly KindResult[]): Omit<PlantedResult, 'kinds'> {
  const total = (of: (one: KindResult) => number) => kinds.reduce((sum, one) => sum + of(one), 0);
  const found = total(({ found }) => found);
  const precision = found / Math.max(1, found + total(({ falseHits }) => falseHits));
  const recall =
    found /
    Math.max(
      1,
      total(({ asked }) => asked),
    );
  return { precision, recall, f1: (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall) };
}
