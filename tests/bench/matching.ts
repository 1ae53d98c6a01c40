/**
 * Planted reuse, found and missed: `node tests/bench/run.mjs matching [articles …]`. Each size is planted with three
 * seeds; 1,600 articles (a newcomer's library) and 10,000 unless said otherwise. Sizes beyond the real collections are
 * filled up with generated text, and the table says so.
 */
import { hasCollections } from '../collections';
import { type KindResult, measurePlanted, type PlantedResult } from './planted-measures';
import { printRows, type Row } from './table';

const seeds = [1, 2, 3];
const perKind = 100;
/** Libraries below this are a newcomer's, whose precision is hardest. */
const newcomer = 2_000;

export default async function benchMatching(args: string[]): Promise<void> {
  if (!hasCollections) {
    console.log('Skipped: the collections of real articles are not here.');
    return;
  }
  const sizes = args.length > 0 ? args.map(Number) : [1_600, 10_000];
  for (const size of sizes) {
    const results: PlantedResult[] = [];
    for (const seed of seeds) results.push(await measurePlanted(size, perKind, seed));
    printRows(rowsOf(results));
  }
}

function rowsOf(results: readonly PlantedResult[]): Row[] {
  const [first] = results;
  if (!first) return [];
  const gold = `${first.size} articles (${first.real} real, ${first.generated} generated), seeds ${seeds.join(', ')}`;
  const f1 = mean(results.map((result) => result.f1));
  const precision = mean(results.map((result) => result.precision));
  const [f1Target, precisionTarget] = first.size < newcomer ? [0.95, 0.97] : [0.97, 0.98];
  return [
    {
      measure: 'planted reuse: F1',
      gold,
      figure: f1.toFixed(4),
      target: `≥ ${f1Target}`,
      met: f1 >= f1Target,
    },
    {
      measure: 'planted reuse: precision',
      gold,
      figure: precision.toFixed(4),
      target: `≥ ${precisionTarget}`,
      met: precision >= precisionTarget,
    },
    ...first.kinds.map(({ kind }) =>
      kindRow(results.flatMap(({ kinds }) => kinds.filter((one) => one.kind === kind))),
    ),
  ];
}

function kindRow(results: readonly KindResult[]): Row {
  const total = (of: (one: KindResult) => number) => results.reduce((sum, one) => sum + of(one), 0);
  const asked = total((one) => one.asked);
  const found = `found ${total((one) => one.found).toFixed(0)}/${asked}, called right ${total((one) => one.right).toFixed(0)}`;
  return {
    measure: `  ${results[0]?.kind ?? ''}`,
    gold: '',
    figure: `${asked > 0 ? `${found}, ` : ''}false hits ${total((one) => one.falseHits)}`,
    target: '',
    met: null,
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
