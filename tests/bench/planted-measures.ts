import { findTextMatches, memoryCorpus, prepareArticle } from '@/lib/core/matching';
import { plantSet } from './planted-set';
import { fromCollection } from './reuse-measures';

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
  size: number;
  real: number;
  generated: number;
  kinds: KindResult[];
  precision: number;
  recall: number;
  f1: number;
}

/** Plants a set, asks all its questions and counts. Wire stories count as found by the share of their copies. */
export async function measurePlanted(size: number, perKind: number, seed: number): Promise<PlantedResult> {
  const set = plantSet(size, perKind, seed);
  const reader = memoryCorpus(set.library.map((article) => prepareArticle(article, fromCollection)));
  const kinds = new Map<string, KindResult>();
  for (const { kind, article, sources, right } of set.questions) {
    const result = kinds.get(kind) ?? { kind, asked: 0, found: 0, right: 0, falseHits: 0 };
    kinds.set(kind, result);
    const matches = await findTextMatches(article, reader);
    const hits = matches.filter((match) => sources.includes(match.article.id));
    result.asked += sources.length === 0 ? 0 : 1;
    result.found += sources.length === 0 ? 0 : hits.length / sources.length;
    result.right +=
      hits.filter(({ relation }) => right.includes(relation)).length / Math.max(1, sources.length);
    result.falseHits += matches.filter(
      (match) =>
        !sources.includes(match.article.id) &&
        match.passages.every(({ here }) => set.isFormula(article.text.slice(here.start, here.end))),
    ).length;
  }
  const list = [...kinds.values()];
  const total = (of: (one: KindResult) => number) => list.reduce((sum, one) => sum + of(one), 0);
  const found = total((one) => one.found);
  const precision = found / Math.max(1, found + total((one) => one.falseHits));
  const recall =
    found /
    Math.max(
      1,
      total((one) => one.asked),
    );
  return {
    size: set.library.length,
    real: set.real,
    generated: set.generated,
    kinds: list,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
  };
}
