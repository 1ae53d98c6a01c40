import { describe, expect, it } from 'vitest';
import { align } from '@/lib/core/alignment';
import { tokenize } from '@/lib/core/text';
import { alignEditedSentences } from './index';

const here = `The council voted late on Monday to close the old bridge to lorries for the whole of the summer.

Residents had complained for years about cracks and noise. Deputy mayor Alina Brost called the decision overdue and
promised a new crossing within four years.

A concert follows on Sunday in the park by the river.`;
const there = `The council voted late on Monday to close the old bridge to lorries for the whole of the summer.

For years residents have complained about noise and cracks. The decision was overdue, deputy mayor Alina Brost said,
promising a new crossing in four years.

Shops in the harbour will open an hour later than usual.`;

const edited = () => alignEditedSentences(here, there, align(tokenize(here), tokenize(there)));
const printed = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe('alignEditedSentences', () => {
  it('pairs reworded sentences and leaves the others alone', () => {
    expect(
      edited().map((passage) => [
        printed(here, passage.here).slice(0, 12),
        printed(there, passage.there).slice(0, 12),
      ]),
    ).toEqual([
      ['Residents ha', 'For years re'],
      ['Deputy mayor', 'The decision'],
    ]);
    expect(edited().every(({ kind, words }) => kind === 'edited' && words >= 6)).toBe(true);
  });

  it('leaves out what passages cover already', () => {
    const whole = [{ start: 0, end: here.length }];
    const covered = {
      kind: 'same' as const,
      here: whole[0]!,
      there: { start: 0, end: 0 },
      words: 60,
      quoted: 0,
    };
    expect(alignEditedSentences(here, there, [covered])).toEqual([]);
  });

  it('uses each sentence once', () => {
    const twice = `${here}\n\n${here}`;
    const passages = alignEditedSentences(twice, there, []);
    expect(new Set(passages.map((passage) => passage.there.start)).size).toBe(passages.length);
  });

  it.each([
    ['empty texts', '', ''],
    ['texts of single words', 'One. Two. Three.', 'One. Two. Three.'],
  ])('gives nothing for %s', (_, a, b) => {
    expect(alignEditedSentences(a, b, [])).toEqual([]);
  });
});
