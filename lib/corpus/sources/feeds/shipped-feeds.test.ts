import * as v from 'valibot';
import { expect, test } from 'vitest';
import shipped from '@/assets/feeds.json';
import { outletAt } from '@/lib/core/article';
import { isPrivateAddress } from '../fetching';

const words = v.pipe(v.string(), v.minLength(2), v.maxLength(80));
const schema = v.strictObject({
  source: v.string(),
  compiled: v.pipe(v.string(), v.isoDate()),
  checked: v.string(),
  feeds: v.array(
    v.strictObject({
      name: words,
      domain: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)),
      feed: v.pipe(v.string(), v.url(), v.startsWith('https://')),
      language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
      region: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
    }),
  ),
});

test('the list of outlets to choose from is facts in one shape, each feed once', () => {
  expect(v.safeParse(schema, shipped).issues).toBeUndefined();
  const feeds = shipped.feeds.map(({ feed }) => feed);
  expect(new Set(feeds).size).toBe(feeds.length);
  expect(feeds.filter(isPrivateAddress)).toEqual([]);
});

test('it offers at least sixty outlets, in many languages and countries', () => {
  expect(new Set(shipped.feeds.map(({ domain }) => domain)).size).toBeGreaterThanOrEqual(60);
  expect(new Set(shipped.feeds.map(({ language }) => language)).size).toBeGreaterThanOrEqual(15);
  expect(new Set(shipped.feeds.map(({ region }) => region)).size).toBeGreaterThanOrEqual(25);
});

test('an outlet of the list is the one the outlet table knows at its domain', () => {
  const strangers = shipped.feeds.filter(({ domain }) => outletAt(`https://${domain}/`)?.kind === 'carrier');
  expect(strangers).toEqual([]);
});
