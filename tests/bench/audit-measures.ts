import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type JudgedPair, judgementWords } from '@/lib/core/audit';
import { findPairs, type Relation } from '@/lib/core/matching';
import { type ArticleSet, readArticles } from '../collections';

/**
 * What a person said of a pair that `audit` had sampled: seed of the sample, ids, judgement, relation; no text. Seed 1 was
 * drawn and read before standing text was told from reuse by days, and led to it; seed 2 after, from what was left; seed 3
 * after third articles told background, which seed 2 had led to; seed 4 after forms and closing notes, from all pairs of five
 * collections.
 */
interface Judgement extends Pick<JudgedPair, 'judgement' | 'relation'> {
  set: ArticleSet;
  seed: number;
  a: string;
  b: string;
}

/** All judgements, in the order they were made; benches run bundled, from a folder as deep as this one. */
function judgementsOf(): Judgement[] {
  return readFileSync(path.resolve(import.meta.dirname, '../../tests/bench/audit-judgements.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Judgement => JSON.parse(line));
}

const name = (a: string, b: string) => JSON.stringify([a, b].sort());

/** What each pair of a set is called now. */
async function calledIn(set: ArticleSet): Promise<Map<string, Relation>> {
  const called = new Map<string, Relation>();
  for await (const pair of findPairs(readArticles(set))) called.set(name(pair.a, pair.b), pair.relation);
  return called;
}

export interface AuditResult {
  /** Judged pairs that are still called related, with what they are called. */
  still: (JudgedPair & Judgement)[];
  /** Judged pairs that are no longer called related. */
  dropped: Judgement[];
}

/** What has become of the pairs that were judged. */
export async function auditResult(): Promise<AuditResult> {
  const judgements = judgementsOf();
  const result: AuditResult = { still: [], dropped: [] };
  for (const set of new Set(judgements.map((one) => one.set))) {
    const called = await calledIn(set);
    for (const one of judgements.filter((judged) => judged.set === set)) {
      if (!judgementWords.includes(one.judgement)) throw new Error(`No judgement: ${JSON.stringify(one)}`);
      const relation = called.get(name(one.a, one.b));
      if (relation === undefined) result.dropped.push(one);
      else result.still.push({ ...one, called: relation });
    }
  }
  return result;
}
