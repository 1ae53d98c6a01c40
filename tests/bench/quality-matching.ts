import { type Share, scoreAudit } from '@/lib/core/audit';
import { seedPairs } from '../collections';
import { type AuditResult, auditResult } from './audit-measures';
import { clustersOfEcb } from './ecb-measures';
import { judgedOf, type Recall, recallOf } from './reuse-measures';
import { storiesOfSeeds } from './story-measures';
import type { Row } from './table';

/** Collections with silver pairs of shared text. */
export const reuseSets = ['fa-kes', 'buzzfeed-webis', 'fnc1', 'allsides-2012-2016'] as const;

/** Recall that counts as met, by the silver's relation; shared quotations have no target. */
const recallTargets: Readonly<Record<Recall['relation'], number | null>> = {
  reprint: 1,
  contains: 0.998,
  excerpt: 0.99,
  'shared-quotation': null,
};

/** The quality table's rows of matching. */
export async function matchingRows(): Promise<Row[]> {
  return [
    ...(await recallRows()),
    await handRow(),
    await quotationRow(),
    ...(await auditRows()),
    ...(await storyRows()),
  ];
}

async function recallRows(): Promise<Row[]> {
  const all = (await Promise.all(reuseSets.map(recallOf))).flat();
  return Object.entries(recallTargets).map(([relation, target]) => {
    const rows = all.filter((row) => row.relation === relation);
    const pairs = rows.reduce((sum, row) => sum + row.pairs, 0);
    const found = rows.reduce((sum, row) => sum + row.found, 0);
    const bySet = rows.map((row) => `${row.set} ${row.found}/${row.pairs}`).join(', ');
    return {
      measure: `reuse: recall, ${relation}`,
      gold: bySet,
      figure: `${(found / pairs).toFixed(4)} (${found}/${pairs})`,
      target: target === null ? '' : `≥ ${target}`,
      met: target === null ? null : found / pairs >= target,
    };
  });
}

async function handRow(): Promise<Row> {
  const judged = (await Promise.all(reuseSets.map(judgedOf))).flat();
  const right = judged.filter(({ isRight }) => isRight).length;
  const wrong = judged
    .filter(({ isRight }) => !isRight)
    .map(({ hand, called }) => `${hand} called ${called}`);
  return {
    measure: 'reuse: relation as a person called it',
    gold: `${judged.length} pairs read by hand`,
    figure: `${right}/${judged.length}; ${wrong.join(', ')}`,
    target: '',
    met: null,
  };
}

async function quotationRow(): Promise<Row> {
  const judged = (await Promise.all(reuseSets.map(judgedOf))).flat();
  const quotations = judged.filter(({ hand }) => hand === 'shared-quotation-only');
  const wrong = quotations.filter(({ called }) => called === 'excerpt').length;
  return {
    measure: 'reuse: shared quotation called excerpt',
    gold: `${quotations.length} pairs read by hand`,
    figure: `${wrong}/${quotations.length}`,
    target: '≤ 2 of 10',
    met: wrong * 10 <= quotations.length * 2,
  };
}

/** Pairs sampled by `refrain audit` and read without their labels, scored by what they are called now. */
async function auditRows(): Promise<Row[]> {
  const result = await auditResult();
  return [1, 2, 3, 4].flatMap((seed) => auditRowsOf(result, seed));
}

function auditRowsOf(result: AuditResult, seed: number): Row[] {
  const still = result.still.filter((pair) => pair.seed === seed);
  const dropped = result.dropped.filter((pair) => pair.seed === seed);
  const reuseLost = dropped.filter(({ judgement }) => judgement === 'reuse').length;
  const sets = [...new Set(still.map(({ set }) => set))].map((set) => {
    const { precision } = scoreAudit(still.filter((pair) => pair.set === set));
    return `${set} ${precision.right}/${precision.of}`;
  });
  const { precision, byRelation, agreement, disagreements } = scoreAudit(still);
  const lost = `no longer called: ${reuseLost} reuse, ${dropped.length - reuseLost} not`;
  return [
    {
      measure: `reuse: precision, pairs read blind, seed ${seed}`,
      gold: sets.join(', '),
      figure: `${shareWords(precision)}; ${lost}`,
      target: '',
      met: null,
    },
    {
      measure: `reuse: precision, by relation, seed ${seed}`,
      gold: 'the same',
      figure: byRelation
        .map((one) => `${one.relation} ${one.precision.right}/${one.precision.of}`)
        .join(', '),
      target: '',
      met: null,
    },
    {
      measure: `reuse: relation as it was read blind, seed ${seed}`,
      gold: 'the same, where reuse',
      figure: `${shareWords(agreement)}; ${disagreements.map(({ called, judged, pairs }) => `${pairs} ${judged} called ${called}`).join(', ')}`,
      target: '',
      met: null,
    },
  ];
}

function shareWords({ right, of, share, low, high }: Share): string {
  const digits = (part: number | null) => part?.toFixed(3) ?? '-';
  return `${digits(share)} (${right}/${of}; 95 %: ${digits(low)} to ${digits(high)})`;
}

async function storyRows(): Promise<Row[]> {
  const { articles, clusters, precision, recall, f1 } = await clustersOfEcb();
  const found = await storiesOfSeeds();
  const pairs = seedPairs();
  const isFound = (a: string, b: string) => found.get(a)?.some(({ article }) => article.id === b) === true;
  const told = pairs.filter(({ isOneStory }) => isOneStory);
  const falseEvents = pairs.filter(
    ({ a, b, isOneStory }) =>
      !isOneStory &&
      [found.get(a), found.get(b)].some((list) =>
        list?.some(({ article, relation }) => relation === 'same-event' && [a, b].includes(article.id)),
      ),
  );
  return [
    {
      measure: 'stories: B-cubed F1 of same-event clusters',
      gold: `ECB+, ${articles} articles, 66 clusters`,
      figure: `${f1.toFixed(3)} (P ${precision.toFixed(3)}, R ${recall.toFixed(3)}, ${clusters} clusters)`,
      target: '≥ 0.884',
      met: f1 >= 0.884,
    },
    {
      measure: 'stories: seeds of one story found, from both sides',
      gold: `seeds and fa-kes, ${told.length} pairs`,
      figure: `${told.filter(({ a, b }) => isFound(a, b) && isFound(b, a)).length}/${told.length}`,
      target: 'all',
      met: told.every(({ a, b }) => isFound(a, b) && isFound(b, a)),
    },
    {
      measure: 'stories: unrelated seeds called the same event',
      gold: `${pairs.length - told.length} pairs`,
      figure: String(falseEvents.length),
      target: '0',
      met: falseEvents.length === 0,
    },
  ];
}
