import { gateRates, type SegmentRates, type Share, segmentRates } from './page-measures';
import type { Row } from './table';

/** The quality table's rows of reading pages. */
export async function pageRows(): Promise<Row[]> {
  return [...extractionRows(), ...gateRows()];
}

function extractionRows(): Row[] {
  const { ours, readability } = segmentRates();
  const gold = (rates: SegmentRates, which: keyof SegmentRates) =>
    `82 saved pages, ${rates[which].of} segments`;
  return [
    {
      measure: 'extraction: segments that must be held',
      gold: gold(ours, 'must'),
      figure: `${percent(ours.must)}; Readability alone ${percent(readability.must)}`,
      target: '≥ 90 %',
      met: share(ours.must) >= 0.9,
    },
    {
      measure: 'extraction: segments that must not be held',
      gold: gold(ours, 'mustNot'),
      figure: `${percent(ours.mustNot)}; Readability alone ${percent(readability.mustNot)}`,
      target: '≤ 8 %',
      met: share(ours.mustNot) <= 0.08,
    },
  ];
}

function gateRows(): Row[] {
  const { hits, falseAlarms, readerable } = gateRates();
  return [
    ...Object.entries(hits).map(([set, found]) => ({
      measure: 'gate: articles let through',
      gold: set,
      figure: `${percent(found)}; Readability's check ${percent(readerable.hits[set]!)}`,
      target: set === 'html-trafilatura' ? '≥ 95 %' : '',
      met: set === 'html-trafilatura' ? share(found) >= 0.95 : null,
      why: 'many of these pages are a few lines made to test a parser',
    })),
    {
      measure: 'gate: false alarms',
      gold: `${falseAlarms.of} pages of our own: fronts, lists, forms, walls, errors`,
      figure: `${percent(falseAlarms)}; Readability's check ${percent(readerable.falseAlarms)}`,
      target: '≤ 3 %',
      met: share(falseAlarms) <= 0.03,
    },
  ];
}

function share({ found, of }: Share): number {
  return found / of;
}

function percent(counted: Share): string {
  return `${(100 * share(counted)).toFixed(1)} % (${counted.found}/${counted.of})`;
}
