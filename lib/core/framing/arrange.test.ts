import { describe, expect, it } from 'vitest';
import { arrangeRows } from './arrange';
import type { ActorRow } from './types';

const row = (key: string, ...labels: string[]): ActorRow => ({
  actor: labels[0]!,
  key,
  labels: labels.map((exact, at) => ({
    articleId: at === 0 ? 'a' : 'b',
    field: 'text',
    span: { start: 0, end: exact.length },
    exact,
    voice: 'own',
  })),
});
const words = (rows: ActorRow[]) => rows.map(({ labels }) => labels.map(({ exact }) => exact));
const rows = [row('one', 'SDF', 'the militia'), row('two', 'HSD'), row('three', 'the army')];

describe('a reader’s rows', () => {
  it('are joined, a third to the first two as well', () => {
    expect(
      words(
        arrangeRows(rows, {
          merged: [
            ['one', 'two'],
            ['one', 'three'],
          ],
          split: [],
        }),
      ),
    ).toEqual([['SDF', 'the militia', 'HSD', 'the army']]);
  });

  it('give a label a row of its own, which can be joined with another', () => {
    const split = [{ key: 'one', label: 'the militia' }];
    expect(words(arrangeRows(rows, { merged: [], split }))).toEqual([
      ['SDF'],
      ['the militia'],
      ['HSD'],
      ['the army'],
    ]);
    expect(words(arrangeRows(rows, { merged: [['three', 'one · the militia']], split }))).toEqual([
      ['SDF'],
      ['HSD'],
      ['the army', 'the militia'],
    ]);
  });

  it('stay as they are where a choice speaks of rows that are not there', () => {
    expect(
      arrangeRows(rows, {
        merged: [
          ['one', 'gone'],
          ['one', 'one'],
        ],
        split: [{ key: 'gone', label: 'x' }],
      }),
    ).toEqual(rows);
  });
});
