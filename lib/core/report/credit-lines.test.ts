import { describe, expect, it } from 'vitest';
import { ferry } from '@/tests/fixtures/reports';
import { creditLines } from './credit-lines';
import { sayInEnglish as say } from './phrases';

describe('the credit lines of a page', () => {
  it('tell what the page prints from what only its markup states', () => {
    const printed = ferry.anatomy.credits.find(({ kind }) => kind === 'source')!;
    const stated = { ...printed, line: 'canonical address: https://bulletin.example/osk', span: null };
    const credits = [stated, printed, { ...printed, kind: 'quote-lead' as const }];
    expect(creditLines(say, { ...ferry, anatomy: { ...ferry.anatomy, credits } })).toEqual([
      { heading: 'Its credit line', credits: [printed] },
      { heading: 'Stated in its markup', credits: [stated] },
    ]);
    expect(creditLines(say, { ...ferry, anatomy: { ...ferry.anatomy, credits: [] } })).toEqual([]);
  });
});
