import { describe, expect, it } from 'vitest';
import { singleWriter } from './single-writer';

describe('a step of long work', () => {
  it('comes after the question under way, and after what that has to write', async () => {
    const question = Promise.withResolvers<void>();
    const writer = singleWriter('of a test', {
      areOpen: () => true,
      areLikely: () => true,
      heard: async () => undefined,
      answered: () => question.promise,
    });
    const happened: string[] = [];
    const note = (what: string) => async () => {
      happened.push(what);
    };
    const step = writer.runStep(note('step'));
    await writer.run(note('written for the question'));
    happened.push('answered');
    question.resolve();
    await step;
    expect(happened).toEqual(['written for the question', 'answered', 'step']);
  });
});
