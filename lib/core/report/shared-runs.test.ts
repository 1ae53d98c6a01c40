import { describe, expect, it } from 'vitest';
import type { TextMatch } from '@/lib/core/matching/types';
import { held, textMatch } from '@/tests/fixtures/reports/parts';
import { sharedRuns } from './shared-runs';

const text = 'One two, three four. Five six seven eight! Nine ten';

const sharing = (sameOutlet: boolean, ...words: string[]): TextMatch => ({
  ...textMatch(held('https://harrow.example/1', 'Harrow Courier', 'Harbour')),
  sameOutlet,
  passages: words.map((run) => {
    const here = { start: text.indexOf(run), end: text.indexOf(run) + run.length };
    return { kind: 'same', here, there: here, words: run.split(' ').length, quoted: 0 };
  }),
});

describe('Runs shared with other outlets', () => {
  it('are counted in words from the first, and none is there without a passage', () => {
    expect(sharedRuns(text, [sharing(false, 'three four', 'Nine ten')])).toEqual([
      { from: 2, to: 4 },
      { from: 8, to: 10 },
    ]);
    expect(sharedRuns(text, [])).toEqual([]);
    expect(sharedRuns('', [sharing(false, 'Nine ten')])).toEqual([]);
  });

  it('are one run where passages of several texts overlap, hold each other or touch', () => {
    const matches = [
      sharing(false, 'two, three four. Five'),
      sharing(false, 'three four', 'Five six seven'),
      sharing(false, 'eight'),
    ];
    expect(sharedRuns(text, matches)).toEqual([{ from: 1, to: 8 }]);
  });

  it('leave out what only another address of the same outlet has', () => {
    expect(sharedRuns(text, [sharing(true, 'One two'), sharing(false, 'eight')])).toEqual([
      { from: 7, to: 8 },
    ]);
  });
});
