import { describe, expect, it } from 'vitest';
import { noQuestions, singleWriter } from '../single-writer';
import type { MergeNeed } from './merge';
import { mergeScheduler } from './merge-scheduler';

/** A scheduler whose slices leave these needs behind, one after the other. */
function scheduled(left: MergeNeed[], onSlice: () => void = () => undefined) {
  const slices = { done: 0 };
  const merger = mergeScheduler(singleWriter('of a test', noQuestions), noQuestions, async () => {
    slices.done++;
    onSlice();
    return left.shift() ?? 'none';
  });
  return { merger, slices };
}

describe('merges and work that adds much', () => {
  it('lets what is due wait until the work is done', async () => {
    const { merger, slices } = scheduled(['some', 'none']);
    await merger.holding(async () => {
      merger.note('some');
      await merger.finish();
      expect(slices.done).toBe(0);
    });
    await merger.finish();
    expect(slices.done).toBe(2);
  });

  it('stops a merge under way and goes on with it afterwards, also when the work fails', async () => {
    let work: Promise<never> | null = null;
    let fail: (error: Error) => void = () => undefined;
    const begin = () => {
      work ??= merger.holding(
        () =>
          new Promise<never>((_, reject) => {
            fail = reject;
          }),
      );
    };
    const { merger, slices } = scheduled(['some', 'some', 'none'], begin);
    merger.note('some');
    await merger.finish();
    expect(slices.done).toBe(1);
    fail(new Error('broken off'));
    await expect(work).rejects.toThrow('broken off');
    await merger.finish();
    expect(slices.done).toBe(3);
  });

  it('does not let a merge wait that is far behind', async () => {
    const { merger, slices } = scheduled(['behind', 'some', 'none']);
    await merger.holding(async () => {
      merger.note('behind');
      await merger.finish();
      expect(slices.done).toBe(2);
    });
    await merger.finish();
    expect(slices.done).toBe(3);
  });
});
