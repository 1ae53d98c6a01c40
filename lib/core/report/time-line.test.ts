import { describe, expect, it } from 'vitest';
import type { Stamp } from '@/lib/core/article';
import { held, report, textMatch } from '@/tests/fixtures/reports/parts';
import { sayInEnglish as say } from './phrases';
import { stackedRows, timeLineOf } from './time-line';
import { endsWords, laterWords, stampWords } from './time-wording';

const day = (at: string, from: Stamp['from'] = 'page'): Stamp => ({ at, precision: 'day', from });
const minute = (at: string, from: Stamp['from'] = 'feed'): Stamp => ({ at, precision: 'minute', from });

const copy = (id: string, published: Stamp | null) => textMatch(held(id, id, 'A headline', { published }));

describe('the time line of copies', () => {
  it('orders this page and its copies by the dates they claim', () => {
    const line = timeLineOf(
      report({
        sameText: [copy('late', day('2026-03-12')), copy('early', minute('2026-03-09T05:40:00Z'))],
      }),
    );
    expect(line.dated.map(({ articleId }) => articleId)).toEqual([
      'early',
      'https://www.tideline.example/ferry',
      'late',
    ]);
    expect(line.ends?.from.at).toBe('2026-03-09T05:40:00Z');
    expect(line.ends?.to.at).toBe('2026-03-12');
  });

  it('gives a day its whole stretch and a moment none', () => {
    const { dated } = timeLineOf(
      report({
        sameText: [copy('a', minute('2026-03-09T00:00:00Z')), copy('b', minute('2026-03-11T00:00:00Z'))],
      }),
    );
    expect(dated.map(({ place }) => place)).toEqual([
      { from: 0, to: 0 },
      { from: 0.5, to: 1 },
      { from: 1, to: 1 },
    ]);
  });

  it('keeps a copy without a readable date apart: when it was first seen claims nothing', () => {
    const line = timeLineOf(report({ sameText: [copy('none', null), copy('bad', day('soon'))] }));
    expect(line.dated).toHaveLength(1);
    expect(line.undated.map(({ articleId }) => articleId)).toEqual(['none', 'bad']);
    expect(line.undated[0]?.firstSeen?.from).toBe('first-seen');
  });

  it('has no ends where nothing is dated', () => {
    const nothing = report();
    nothing.page.published = null;
    expect(timeLineOf(nothing)).toMatchObject({
      ends: null,
      dated: [],
      undated: [{ relation: 'this-page' }],
    });
  });
});

it('stacks marks that fall together and lays others in the lowest row', () => {
  const [one] = timeLineOf(report()).dated;
  const rows = (...places: [number, number][]) =>
    stackedRows(places.map(([from, to]) => ({ ...one!, place: { from, to } })));
  expect(rows([0, 0], [0, 0], [0.5, 0.5])).toEqual([0, 1, 0]);
  expect(rows([0, 0.6], [0.5, 0.5], [0.7, 0.7])).toEqual([0, 1, 0]);
});

describe('its words', () => {
  it('give a moment with its zone and a day without a time, each with its source', () => {
    expect(stampWords(say, minute('2026-03-09T05:40:00Z')).replace(/\s/g, ' ')).toBe(
      'Mar 9, 2026, 5:40 AM UTC, as the feed states',
    );
    expect(stampWords(say, day('2026-03-09', 'url'))).toBe('Mar 9, 2026, from the address');
  });

  it('name the ends of a line by day, and within one day by the minute', () => {
    const spaced = (words: string[]) => words.map((word) => word.replace(/\s/g, ' '));
    const morning = minute('2026-03-09T05:40:00Z');
    expect(endsWords(say, { from: morning, to: day('2026-03-11') })).toEqual(['Mar 9, 2026', 'Mar 11, 2026']);
    expect(spaced(endsWords(say, { from: morning, to: minute('2026-03-09T21:05:00Z') }))).toEqual([
      'Mar 9, 2026, 5:40 AM UTC',
      'Mar 9, 2026, 9:05 PM UTC',
    ]);
  });

  it.each([
    [minute('2026-03-09T05:40:00Z'), minute('2026-03-09T05:40:30Z'), 'the same minute as the first'],
    [minute('2026-03-09T05:40:00Z'), minute('2026-03-09T06:20:00Z'), '40 minutes after the first'],
    [minute('2026-03-09T05:40:00Z'), minute('2026-03-09T18:40:00Z'), '13 hours after the first'],
    [minute('2026-03-09T23:40:00Z'), day('2026-03-10'), '1 day after the first'],
    [day('2026-03-09'), minute('2026-03-09T18:40:00Z'), 'the same day as the first'],
    [day('2026-03-09'), day('2026-03-14'), '5 days after the first'],
  ])('say how long after the first, no finer than both dates allow (%#)', (first, later, words) => {
    expect(laterWords(say, first, later)).toBe(words);
  });
});
