import { readCorrectionNotes } from '@/lib/core/provenance';
import { articlesOf } from '../collections';
import { readOwnLines } from './own-credit-lines';
import {
  bodyIsExact,
  citationsOf,
  creditFigures,
  type LineResult,
  quotationsOf,
  readLines,
  readSeeds,
  soundness,
} from './provenance-measures';
import type { Row } from './table';

/** The quality table's rows of provenance. */
export function provenanceRows(): Row[] {
  return [
    ...creditRows(readLines('in place'), 'credit lines, in place'),
    ...creditRows(readLines('alone'), 'credit lines, alone'),
    ...creditRows(readOwnLines(), 'lines of our own'),
    ...seedRows(),
    soundnessRow(),
    notesRow(),
  ];
}

function share(part: number, whole: number): string {
  return `${(part / whole).toFixed(3)} (${part}/${whole})`;
}

function creditRows(results: readonly LineResult[], of: string): Row[] {
  const { f1, right, missed, falseOnes, negatives, kindRight, outletRight, outlets } = creditFigures(results);
  const gold = `${right + missed + negatives} ${of}`;
  return [
    {
      measure: 'credits: credit or not, F1',
      gold,
      figure: `${f1.toFixed(3)}; ${missed} missed`,
      target: '≥ .92',
      met: f1 >= 0.92,
    },
    {
      measure: 'credits: outlet',
      gold,
      figure: share(outletRight, outlets),
      target: '≥ .92',
      met: outletRight / outlets >= 0.92,
    },
    { measure: 'credits: kind', gold, figure: share(kindRight, right), target: '', met: null },
    {
      measure: 'credits: false ones',
      gold,
      figure: share(falseOnes, negatives),
      target: '≤ .05',
      met: falseOnes / negatives <= 0.05,
    },
  ];
}

function seedRows(): Row[] {
  const seeds = readSeeds();
  const gold = `${seeds.length} seeds`;
  const exact = seeds.filter(bodyIsExact).length;
  const cited = seeds.map(citationsOf);
  const found = cited.reduce((sum, one) => sum + one.found, 0);
  const wanted = cited.reduce((sum, one) => sum + one.wanted, 0);
  const others = cited.flatMap((one) => one.others);
  const quotations = seeds.map(quotationsOf);
  const sum = (pick: 'wanted' | 'found' | 'named' | 'right') =>
    quotations.reduce((total, one) => total + one[pick], 0);
  const excerpt = seeds.find(({ seed }) => seed.id === '002')!;
  const words = excerpt.anatomy.parts
    .filter(({ kind }) => kind === 'excerpt')
    .reduce((total, part) => total + part.words, 0);
  const telegraph = words / excerpt.anatomy.words;
  return [
    {
      measure: 'text files: body exact',
      gold,
      figure: `${exact}/${seeds.length}`,
      target: '≥ 4',
      met: exact >= 4,
    },
    {
      measure: 'citations',
      gold,
      figure: `${found}/${wanted}; false: ${others.length}`,
      target: '≥ 16, none false',
      met: found >= 16 && others.length === 0,
    },
    {
      measure: 'anatomy: share of the excerpt',
      gold: 'seed 002',
      figure: telegraph.toFixed(3),
      target: '.79 ± .03',
      met: Math.abs(telegraph - 0.79) <= 0.03,
    },
    {
      measure: 'anatomy: quotations found',
      gold,
      figure: `${sum('found')}/${sum('wanted')}`,
      target: '',
      met: null,
    },
    {
      measure: 'anatomy: speaker or outlet right, of those named',
      gold,
      figure: share(sum('right'), sum('named')),
      target: '',
      met: null,
    },
  ];
}

function soundnessRow(): Row {
  const { shown, sound } = soundness(['fa-kes', 'buzzfeed-webis', 'fnc1'], 400);
  return {
    measure: 'provenance: evidence stands where it is said to',
    gold: 'fa-kes, buzzfeed-webis, fnc1: 400 articles each',
    figure: share(sound, shown),
    target: '1',
    met: sound === shown,
  };
}

function notesRow(): Row {
  const articles = (['allsides-2012-2016', 'buzzfeed-webis', 'fa-kes'] as const).flatMap(articlesOf);
  const counts = new Map<string, number>();
  for (const { text } of articles)
    for (const kind of new Set(readCorrectionNotes(text).map((note) => note.kind)))
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const figure = [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`);
  return {
    measure: 'articles with a note that they were changed',
    gold: `${articles.length} articles`,
    figure: figure.join(', '),
    target: '',
    met: null,
  };
}
