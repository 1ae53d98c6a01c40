import { expect, it } from 'vitest';
import { turns } from './in-turn';

it('begins a piece of work when the one before it has ended, in the order they came', async () => {
  const inTurn = turns();
  const steps: string[] = [];
  const slow = Promise.withResolvers<void>();
  const first = inTurn(async () => {
    steps.push('first begins');
    await slow.promise;
    steps.push('first ends');
  });
  const second = inTurn(async () => steps.push('second begins'));
  slow.resolve();
  await Promise.all([first, second]);
  expect(steps).toEqual(['first begins', 'first ends', 'second begins']);
});

it('goes on after a failure, of which only its own caller hears', async () => {
  const inTurn = turns();
  const failing = inTurn(async () => {
    throw new Error('no room');
  });
  const next = inTurn(async () => 'done');
  await expect(failing).rejects.toThrow('no room');
  expect(await next).toBe('done');
});
