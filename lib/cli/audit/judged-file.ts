import * as v from 'valibot';
import { type AuditScore, type JudgedPair, judgementWords, type Share } from '@/lib/core/audit';
import { relations } from '@/lib/core/matching';
import { BadInput } from '../bad-input';
import { type PrintedPair, pairName, recordsIn } from './pairs-file';

const blank = v.pipe(v.string(), v.trim(), v.literal(''));
const judgedSchema = v.object({
  a: v.string(),
  b: v.string(),
  judgement: v.union([blank, v.picklist(judgementWords)]),
  relation: v.optional(v.union([blank, v.picklist(relations)]), ''),
});

/**
 * The judged pairs of a file with what they were called; lines whose judgement is still empty are counted.
 *
 * @throws BadInput for a word that is none of the permitted, and for a pair that is not among `pairs`.
 */
export async function readJudged(
  file: string,
  pairs: AsyncIterable<PrintedPair>,
): Promise<{ judged: JudgedPair[]; unjudged: number }> {
  const given = new Map<string, Omit<JudgedPair, 'called'>>();
  let unjudged = 0;
  const why = `this is no judged pair: "judgement" must be one of ${judgementWords.join(', ')}, "relation" one of ${relations.join(', ')} or empty.`;
  for await (const line of recordsIn(file, judgedSchema, why)) {
    const { judgement, relation } = line;
    if (judgement === '') unjudged++;
    else given.set(pairName(line), { judgement, relation: relation === '' ? null : relation });
  }
  const judged: JudgedPair[] = [];
  for await (const pair of pairs) {
    const name = pairName(pair);
    const judgement = given.get(name);
    if (judgement === undefined) continue;
    judged.push({ called: pair.relation, ...judgement });
    given.delete(name);
  }
  const [stray] = given.keys();
  if (stray !== undefined)
    throw new BadInput(file, `the pair ${stray} is not among the pairs. Name the pairs it was sampled from.`);
  return { judged, unjudged };
}

/** A score as the one line that `audit` prints. */
export function scoreLine(score: AuditScore, judged: number, unjudged: number) {
  return {
    judged,
    unjudged,
    precision: score.precision,
    by_relation: score.byRelation.map(({ relation, precision }) => ({ relation, ...precision })),
    relation_agreement: score.agreement,
    disagreements: score.disagreements,
  };
}

/** The same in words. */
export function scoreWords(score: AuditScore, unjudged: number): string[] {
  return [
    `Reuse as called: ${shareWords(score.precision)}.`,
    ...score.byRelation.map(({ relation, precision }) => `  ${relation}: ${shareWords(precision)}`),
    `Called as the person called it: ${shareWords(score.agreement)}.`,
    ...score.disagreements.map(
      ({ called, judged, pairs }) => `  ${pairs} called ${called}, judged ${judged}`,
    ),
    ...(unjudged > 0 ? [`${unjudged} not judged yet.`] : []),
  ];
}

function shareWords({ right, of, share, low, high }: Share): string {
  if (share === null || low === null || high === null) return 'none judged';
  const percent = (part: number) => (part * 100).toFixed(1);
  return `${right} of ${of} (${percent(share)} %, 95 % interval ${percent(low)} to ${percent(high)} %)`;
}
