import { describe, expect, it } from 'vitest';
import { findTextMatches, memoryCorpus } from '@/lib/core/matching';
import { articleOf, preparedOf } from '@/tests/fixtures/made-up-articles';
import { withRewordedSentences } from './reworded';

const shared =
  'The ferry left Tolm at a quarter past six on Thursday evening with ninety people on board and a lorry of seed potatoes.';

describe('a pair that is looked at', () => {
  it('shows a reworded sentence beside the one it was', async () => {
    const here = `${shared}\n\nRescuers pulled every passenger out of icy water before midnight, the coast guard said.`;
    const there = `${shared}\n\nBefore midnight rescuers had pulled each passenger from the cold water, said a coast guard officer.`;
    const corpus = memoryCorpus([preparedOf(articleOf('there', there))]);
    const [match] = await findTextMatches(articleOf('here', here), corpus);
    const edited = withRewordedSentences(match!, here, there).passages.filter(
      ({ kind }) => kind === 'edited',
    );
    expect(edited.map((passage) => here.slice(passage.here.start, passage.here.end))).toEqual([
      expect.stringContaining('Rescuers pulled'),
    ]);
    expect(there.slice(edited[0]!.there.start, edited[0]!.there.end)).toContain('Before midnight');
  });
});
