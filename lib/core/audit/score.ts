import { type Relation, relations } from '@/lib/core/matching';
import { type Share, shareOf } from './wilson';

/** What a person may say of a pair that was called related. */
export const judgements = {
  reuse: 'one text has words of the other, or both have them from the same text or speaker',
  formula:
    'the words are boilerplate, a stock phrase, a list or a name that texts share without taking it over',
  chance: 'nothing connects the two',
} as const;
export type Judgement = keyof typeof judgements;
export const judgementWords: readonly Judgement[] = ['reuse', 'formula', 'chance'];

/** One pair: what it was called, and what a person who was not told made of it. */
export interface JudgedPair {
  called: Relation;
  judgement: Judgement;
  /** The relation a person would give; `null` where none was given. */
  relation: Relation | null;
}

/** How far what pairs were called bears a person's reading, with counts. */
export interface AuditScore {
  /** Pairs that are reuse, of all judged. */
  precision: Share;
  byRelation: { relation: Relation; precision: Share }[];
  /** Pairs called what the person called them, of those that are reuse and were given a relation. */
  agreement: Share;
  /** What stands against it: how often which was called what, the most frequent first. */
  disagreements: { called: Relation; judged: Relation; pairs: number }[];
}

/** How right the pairs were that a person judged. */
export function scoreAudit(pairs: readonly JudgedPair[]): AuditScore {
  const precisionOf = (some: readonly JudgedPair[]) =>
    shareOf(some.filter(({ judgement }) => judgement === 'reuse').length, some.length);
  const related = pairs.filter(({ judgement, relation }) => judgement === 'reuse' && relation !== null);
  return {
    precision: precisionOf(pairs),
    byRelation: relations
      .map((relation) => ({
        relation,
        precision: precisionOf(pairs.filter(({ called }) => called === relation)),
      }))
      .filter(({ precision }) => precision.of > 0),
    agreement: shareOf(related.filter(({ called, relation }) => called === relation).length, related.length),
    disagreements: disagreementsOf(related),
  };
}

function disagreementsOf(related: readonly JudgedPair[]): AuditScore['disagreements'] {
  return relations
    .flatMap((called) =>
      relations.map((judged) => ({
        called,
        judged,
        pairs: related.filter((pair) => pair.called === called && pair.relation === judged).length,
      })),
    )
    .filter(({ called, judged, pairs }) => called !== judged && pairs > 0)
    .sort((a, b) => b.pairs - a.pairs);
}
