import { describe, expect, it } from 'vitest';
import { bareReading, type Stamp } from '@/lib/core/article';
import { memoryCorpus } from '@/lib/core/matching';
import { buildReport, furtherWords, sayInEnglish } from '@/lib/core/report';
import { articleOf, preparedOf, textOf } from '@/tests/fixtures/made-up-articles';
import { furtherDates } from './dates';

const now = new Date('2026-04-01');
const day = (at: string, from: Stamp['from'] = 'page'): Stamp => ({ at, precision: 'day', from });

describe('furtherDates', () => {
  it('gives the day in the address where it is another, and when the text was changed', () => {
    const dated = {
      published: day('2026-03-09'),
      modified: day('2026-03-20'),
      url: 'https://quay.example/2026/02/01/ferry',
    };
    expect(furtherDates(dated, now)).toEqual([
      { what: 'in-address', stamp: day('2026-02-01', 'url') },
      { what: 'modified', stamp: day('2026-03-20') },
    ]);
  });

  it('gives none that says the same or cannot be: the day before by another clock, next year, 1970', () => {
    const published = day('2026-03-09');
    for (const url of ['2026/03/09', '2026/03/08', '2027/01/01', '1970/01/01'].map(
      (path) => `https://quay.example/${path}/a`,
    ))
      expect(furtherDates({ published, modified: published, url }, now)).toEqual([]);
  });
});

it('a held copy’s further dates come with the report, each with where it was read', async () => {
  const copy = articleOf('copy', textOf(2), {
    day: '2026-03-09',
    modified: day('2026-03-20'),
    url: 'https://quay.example/2026/02/01/ferry',
  });
  const outcome = await buildReport(
    bareReading(articleOf('page', textOf(2))),
    [memoryCorpus([preparedOf(copy)])],
    { now: now },
  );
  if (outcome.status !== 'found') throw new Error(outcome.status);
  const [dates, ...others] = outcome.report.dates;
  expect(others).toEqual([]);
  expect(furtherWords(sayInEnglish, dates!.further)).toEqual([
    'Feb 1, 2026, from the address',
    'last changed Mar 20, 2026, as the page states',
  ]);
});
