import type { Run } from './matching';
import type { KindResult, PlantedRun } from './planted-measures';
import { mean, shareAt } from './statistics';
import type { Row } from './table';

/** The targets of the engine and what was measured. @param large, small runs over a full library and over a newcomer's */
export function figureRows(large: readonly Run[], small: readonly Run[]): Row[] {
  const timed = large.find(({ measured }) => measured.started.afterLook.length > 0);
  return [
    ...plantedRows(large, { f1: 0.97, precision: 0.98 }),
    ...plantedRows(small, { f1: 0.95, precision: 0.97 }),
    ...(timed ? timeRows(timed) : []),
    growthRow(large, small),
    ...sizeRows(large),
    ...ingestRows(large),
  ];
}

/** F1 and precision over all kinds, the mean and that of each run. */
export function plantedRows(runs: readonly PlantedRun[], target: { f1: number; precision: number }): Row[] {
  const gold = goldOf(runs);
  const row = (of: 'f1' | 'precision', measure: string): Row => {
    const values = runs.map(({ planted }) => planted[of]);
    return {
      measure,
      gold,
      figure: `${mean(values).toFixed(4)} (${values.map((value) => value.toFixed(4)).join(' ')})`,
      target: `≥ ${target[of]}`,
      met: mean(values) >= target[of],
    };
  };
  return [row('f1', 'planted reuse: F1'), row('precision', 'planted reuse: precision')];
}

/** What the runs were made of. */
function goldOf(runs: readonly PlantedRun[]): string {
  const [first] = runs;
  if (!first) return '';
  const { articles, real, generated, wireCopies } = first.library;
  const seeds = runs.map(({ seed }) => seed).join(' ');
  return `${articles} articles (${real} real, ${wireCopies} copies of real ones, ${generated} generated), seeds ${seeds}`;
}

function timeRows({ measured, library }: Run): Row[] {
  const gold = (asked: number, of: string) => `${library.articles} articles, ${asked} ${of}`;
  const warm = measured.answers.map(({ ms }) => ms);
  const spread = (values: readonly number[]) =>
    `p50 ${shareAt(values, 0.5).toFixed(1)} / p95 ${shareAt(values, 0.95).toFixed(1)} ms`;
  const both = (values: readonly number[], measure: string, of: string): Row => ({
    measure,
    gold: gold(values.length, of),
    figure: spread(values),
    target: '≤ 12 / 25 ms',
    met: shareAt(values, 0.5) <= 12 && shareAt(values, 0.95) <= 25,
  });
  const unprepared = (values: readonly number[], measure: string, of: string): Row => ({
    measure: `  ${measure}, nothing made ready, opening included`,
    gold: gold(values.length, of),
    figure: spread(values),
    target: '',
    met: null,
  });
  const { restarted, started } = measured;
  const worst = Math.max(...started.afterLook);
  return [
    both(warm, 'query, warm worker', 'queries'),
    both(restarted.afterLook, "query, worker woken by the look, from the page's arrival", 'restarts'),
    unprepared(restarted.unprepared, 'query, restarted worker', 'restarts'),
    {
      measure: "first query after browser start, from the page's arrival",
      gold: gold(started.afterLook.length, 'starts'),
      figure: `p50 ${shareAt(started.afterLook, 0.5).toFixed(0)} / worst ${worst.toFixed(0)} ms`,
      target: '≤ 120 ms',
      met: worst <= 120,
    },
    unprepared(started.unprepared, 'first query after browser start', 'starts'),
  ];
}

function growthRow(large: readonly Run[], small: readonly Run[]): Row {
  const median = (runs: readonly Run[]) =>
    shareAt(
      runs.flatMap(({ measured }) => measured.answers.map(({ ms }) => ms)),
      0.5,
    );
  const growth = median(large) / median(small);
  return {
    measure: 'growth of query time',
    gold: `${small[0]?.library.articles} → ${large[0]?.library.articles} articles, medians`,
    figure: `${median(small).toFixed(1)} → ${median(large).toFixed(1)} ms: ${growth.toFixed(1)} ×`,
    target: '≤ 8 ×',
    met: growth <= 8,
  };
}

function sizeRows(runs: readonly Run[]): Row[] {
  const gold = goldOf(runs);
  const reads = runs.flatMap(({ measured }) => measured.reads);
  const all = reads.map(({ blocks, log, records, texts, other }) => blocks + log + records + texts + other);
  const part = (of: keyof (typeof reads)[number]) =>
    kilo(
      shareAt(
        reads.map((one) => one[of]),
        0.95,
      ),
    );
  const filled = runs.map(({ measured }) => measured.filled);
  const perThousand = mean(filled.map(({ blockBytes, words }) => (blockBytes / words) * 1_000));
  const memory = Math.max(...runs.flatMap(({ measured }) => measured.memory));
  return [
    {
      measure: 'bytes read per query, p95',
      gold: `${gold}, ${reads.length} queries`,
      figure: `${kilo(shareAt(all, 0.95))} kB (blocks ${part('blocks')}, log ${part('log')}, records ${part('records')}, texts ${part('texts')})`,
      target: '≤ 200 kB',
      met: shareAt(all, 0.95) <= 200_000,
    },
    {
      measure: 'fingerprints on disk, per 1,000 words',
      gold,
      figure: `${perThousand.toFixed(0)} bytes`,
      target: '≤ 450',
      met: perThousand <= 450,
    },
    {
      measure: 'memory of the worker while answering',
      gold,
      figure: `at most ${(memory / 1e6).toFixed(0)} MB`,
      target: '≤ 80 MB',
      met: memory <= 80e6,
    },
    {
      measure: 'library on disk, per article',
      gold,
      figure: `${mean(runs.map(({ measured }) => measured.usage / measured.filled.articles)).toFixed(0)} bytes by the browser`,
      target: '',
      met: null,
    },
  ];
}

const kilo = (bytes: number) => (bytes / 1_000).toFixed(0);

function ingestRows(runs: readonly Run[]): Row[] {
  const filled = runs.map(({ measured }) => measured.filled);
  const perArticle = (of: 'prepareMs' | 'addMs' | 'mergeMs') =>
    mean(filled.map((one) => (1_000 * one[of]) / one.articles));
  const [prepare, add, merge] = [perArticle('prepareMs'), perArticle('addMs'), perArticle('mergeMs')];
  const rate = 1e6 / (add + merge);
  return [
    {
      measure: 'ingest, text → durable index, bulk',
      gold: `${goldOf(runs)}, ${mean(filled.map(({ words, articles }) => words / articles)).toFixed(0)} words each`,
      figure: `${rate.toFixed(0)} articles/s, all merging done (µs an article: ${add.toFixed(0)} until added, of which ${prepare.toFixed(0)} to make it ready; ${merge.toFixed(0)} to merge the rest)`,
      target: '≥ 1500',
      met: rate >= 1_500,
    },
  ];
}

/** What was found of each kind, in a full library and in a newcomer's. */
export function kindRows(large: readonly PlantedRun[], small: readonly PlantedRun[]): Row[] {
  return (large[0]?.planted.kinds ?? []).map(({ kind }) => ({
    measure: `  ${kind}`,
    gold: `small: ${describe(small, kind)}`,
    figure: describe(large, kind),
    target: '',
    met: null,
  }));
}

function describe(runs: readonly PlantedRun[], kind: string): string {
  const results = runs.flatMap(({ planted }) => planted.kinds.filter((one) => one.kind === kind));
  const total = (of: (one: KindResult) => number) => results.reduce((sum, one) => sum + of(one), 0);
  const asked = total((one) => one.asked);
  const found = `found ${total((one) => one.found).toFixed(0)}/${asked}, called right ${total((one) => one.right).toFixed(0)}, `;
  return `${asked > 0 ? found : ''}false hits ${total((one) => one.falseHits)}`;
}
