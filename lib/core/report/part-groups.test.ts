import { describe, expect, it } from 'vitest';
import { part } from '@/tests/fixtures/reports';
import { groupParts } from './part-groups';

describe('groupParts', () => {
  it('puts parts of one kind, source and speaker together, the largest share first', () => {
    const groups = groupParts([
      part('own', 10),
      part('quotation', 5, { speaker: 'Ane Solheim' }),
      part('own', 20),
      part('quotation', 40, { speaker: 'Per Lund' }),
    ]);
    expect(groups.map(({ whole, parts }) => [whole.kind, whole.speaker, whole.words, parts])).toEqual([
      ['quotation', 'Per Lund', 40, [3]],
      ['own', null, 30, [0, 2]],
      ['quotation', 'Ane Solheim', 5, [1]],
    ]);
  });

  it('calls the end of an excerpt marked only where each of its ends is', () => {
    const excerpt = (endMarked: boolean) => part('excerpt', 10, { source: 'Northern Digest', endMarked });
    expect(groupParts([excerpt(true), excerpt(false)])[0]?.whole.endMarked).toBe(false);
    expect(groupParts([excerpt(true), excerpt(true)])[0]?.whole.endMarked).toBe(true);
  });

  it('leaves the parts as they are', () => {
    const parts = [part('own', 10), part('own', 20)];
    groupParts(parts);
    expect(parts.map(({ words }) => words)).toEqual([10, 20]);
  });
});
