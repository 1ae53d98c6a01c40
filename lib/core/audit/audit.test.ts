import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JudgedPair, sampleOf, scoreAudit } from './index';
import { shareOf } from './wilson';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('sampleOf', () => {
  it('gives the same sample for the same seed, another for another', async () => {
    const [once, twice, other] = await Promise.all(
      [1, 1, 2].map((seed) => sampleOf(numbers(1_000), 20, seed)),
    );
    expect(twice).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it('gives each item once, and all of them where there are no more than asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.nat(60), fc.nat(), async (count, size, seed) => {
        const sample = await sampleOf(numbers(count), size, seed);
        expect(sample.length).toBe(Math.min(count, size));
        expect(new Set(sample).size).toBe(sample.length);
      }),
    );
  });

  it('draws from all places alike, and in no order', async () => {
    const drawn = new Array<number>(10).fill(0);
    const first = new Array<number>(10).fill(0);
    for (const seed of numbers(2_000)) {
      const sample = await sampleOf(numbers(10), 3, seed);
      for (const item of sample) drawn[item]!++;
      first[sample[0]!]!++;
    }
    // Expected 600 and 200; four standard deviations are 82 and 54.
    expect(Math.max(...drawn.map((count) => Math.abs(count - 600)))).toBeLessThan(82);
    expect(Math.max(...first.map((count) => Math.abs(count - 200)))).toBeLessThan(54);
  });
});

describe('shareOf', () => {
  it.each([
    // Computed by hand from the formula; the first two stand in Newcombe, Statistics in Medicine 17 (1998), table I.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [29, 29, 0.883, 1],
  ])('gives the interval of %i in %i', (right, of, low, high) => {
    const share = shareOf(right, of);
    expect(share.share).toBe(right / of);
    expect(share.low).toBeCloseTo(low, 3);
    expect(share.high).toBeCloseTo(high, 3);
  });

  it('says nothing of nothing', () => {
    expect(shareOf(0, 0)).toEqual({ right: 0, of: 0, share: null, low: null, high: null });
  });
});

describe('scoreAudit', () => {
  const pair = (
    called: JudgedPair['called'],
    judgement: JudgedPair['judgement'],
    relation: JudgedPair['relation'],
  ) => ({
    called,
    judgement,
    relation,
  });

  it('counts reuse as right, by relation too, and names what was called otherwise', () => {
    const score = scoreAudit([
      pair('reprint', 'reuse', 'reprint'),
      pair('reprint', 'reuse', 'edited-reprint'),
      pair('excerpt', 'reuse', null),
      pair('excerpt', 'formula', null),
      pair('shared-quotation', 'chance', null),
    ]);
    expect(score.precision).toMatchObject({ right: 3, of: 5, share: 0.6 });
    expect(score.byRelation.map(({ relation, precision: { right, of } }) => [relation, right, of])).toEqual([
      ['reprint', 2, 2],
      ['excerpt', 1, 2],
      ['shared-quotation', 0, 1],
    ]);
    expect(score.agreement).toMatchObject({ right: 1, of: 2 });
    expect(score.disagreements).toEqual([{ called: 'reprint', judged: 'edited-reprint', pairs: 1 }]);
  });
});
