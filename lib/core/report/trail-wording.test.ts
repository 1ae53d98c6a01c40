import { describe, expect, it } from 'vitest';
import { corrected } from '@/tests/fixtures/reports';
import { sayInEnglish as say } from './phrases';
import { correctionSentence, staleSentence } from './trail-wording';

const [correction] = corrected.trail.corrections;

describe('the correction trail in words', () => {
  it('says who changed how much and when, and how many copies still have it', () => {
    expect(correctionSentence(say, correction!)).toBe(
      'The Tideline changed one sentence between Mar 9, 2026 and Mar 10, 2026. 2 copies still have it as it was.',
    );
    expect(correctionSentence(say, { ...correction!, outlet: null, stale: [] })).toBe(
      'Outlet not stated changed one sentence between Mar 9, 2026 and Mar 10, 2026. No copy held here still has it as it was.',
    );
  });

  it('says of a copy when it was last looked at', () => {
    expect(staleSentence(say, correction!.stale[0]!)).toBe('has it as it was; last looked at Mar 11, 2026');
  });
});
