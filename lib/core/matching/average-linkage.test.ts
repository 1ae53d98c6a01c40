import { describe, expect, it } from 'vitest';
import { joinByAverage } from './average-linkage';

/** How alike members are by the letters that both have, in hundredths. */
const alike = (...members: string[]) =>
  members.map((a) => Float64Array.from(members, (b) => [...a].filter((letter) => b.includes(letter)).length));
const sets = (...members: string[]) =>
  joinByAverage(alike(...members)).map((made) => made.members.map((member) => members[member]).sort());

describe('joinByAverage', () => {
  it('joins what is most alike first, and everything last', () => {
    expect(sets('abcd', 'xy', 'abce', 'xyz')).toEqual([
      ['abcd', 'abce'],
      ['xy', 'xyz'],
      ['abcd', 'abce', 'xy', 'xyz'],
    ]);
  });

  it('judges a cluster by all its members, not by the one that is nearest', () => {
    expect(sets('abcd', 'abcx', 'x123', 'y12')[1]).toEqual(['x123', 'y12']);
  });

  it('sums how alike each two members of a cluster are', () => {
    const made = joinByAverage(alike('abcd', 'abce', 'abf'));
    expect(made.map(({ inside }) => inside)).toEqual([3, 3 + 2 + 2]);
  });

  it('makes nothing of one member', () => {
    expect(joinByAverage(alike('a'))).toEqual([]);
  });
});
