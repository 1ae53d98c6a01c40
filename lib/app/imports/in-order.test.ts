import { expect, test } from 'vitest';
import { inOrder } from './in-order';

test('a third step begins when the first is done, and each has what the one before came to', async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const begun: number[] = [];
  const steps = inOrder('');
  const step = (n: number) => async (before: Promise<string>) => {
    begun.push(n);
    const so = await before;
    await gates[n]!.promise;
    return `${so}${n}`;
  };
  await steps.begin(step(0));
  await steps.begin(step(1));
  const third = steps.begin(step(2));
  expect(begun).toEqual([0, 1]);
  gates[0]!.resolve();
  await third;
  expect(begun).toEqual([0, 1, 2]);
  expect(steps.isBusy()).toBe(true);
  gates[2]!.resolve();
  gates[1]!.resolve();
  expect(await steps.last()).toBe('012');
  expect(steps.isBusy()).toBe(false);
});

test('nothing begins behind a step that failed', async () => {
  const steps = inOrder(0);
  const failure = new Error('no room');
  await steps.begin(async () => {
    throw failure;
  });
  const after: number[] = [];
  await steps.begin(async (before) => {
    after.push(await before);
    return 1;
  });
  await expect(steps.begin(async () => 2)).rejects.toBe(failure);
  await expect(steps.last()).rejects.toBe(failure);
  expect(after).toEqual([]);
});
