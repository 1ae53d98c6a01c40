import { expect, test } from 'vitest';
import { byHost } from './by-host';

const at = (host: string, n: number) => ({ url: `https://${host}.example/${n}` });

test('never two at one host, never more than allowed at all, and every job is done in its host’s order', async () => {
  const jobs = [0, 1, 2].flatMap((n) => ['a', 'b', 'c', 'd', 'e', 'f'].map((host) => at(host, n)));
  const under = new Map<string, number>();
  const done: string[] = [];
  let most = 0;
  await byHost(jobs, { atOnce: 4, pauseMs: 0, sleep: async () => {} }, async ({ url }) => {
    const { host } = new URL(url);
    under.set(host, (under.get(host) ?? 0) + 1);
    expect(under.get(host)).toBe(1);
    most = Math.max(
      most,
      [...under.values()].reduce((sum, count) => sum + count, 0),
    );
    await new Promise((resolve) => setTimeout(resolve, 1));
    under.set(host, 0);
    done.push(url);
  });
  expect(most).toBe(4);
  expect(done.filter((url) => url.includes('//a.'))).toEqual(
    [at('a', 0), at('a', 1), at('a', 2)].map(({ url }) => url),
  );
  expect(done).toHaveLength(18);
});

test('a pause lies between two jobs at one host only', async () => {
  const pauses: number[] = [];
  const sleep = async (ms: number) => {
    pauses.push(ms);
  };
  await byHost([at('a', 0), at('b', 0), at('a', 1)], { atOnce: 2, pauseMs: 2_000, sleep }, async () => {});
  expect(pauses).toEqual([2_000]);
});

test('when the time is up, what was not begun is left', async () => {
  const done: string[] = [];
  const mayGoOn = () => done.length < 2;
  await byHost(
    [at('a', 0), at('a', 1), at('a', 2)],
    { atOnce: 1, pauseMs: 0, sleep: async () => {}, mayGoOn },
    async ({ url }) => {
      done.push(url);
    },
  );
  expect(done).toHaveLength(2);
});
