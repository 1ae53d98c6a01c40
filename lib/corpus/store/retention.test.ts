import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type Sample, sampleArticle } from '@/tests/fixtures/sample-articles';
import { openWithin } from './library';
import { defaultLimits } from './limits';
import { beyond, type Candidate, type RetentionRule } from './retention';

const none = { articles: null, days: null };
const rule = (more: Partial<RetentionRule>): RetentionRule => ({
  overall: none,
  outlets: {},
  revisions: null,
  ...more,
});
const today = '2026-03-31';

const candidate = (ref: number, day: string, outlet: string | null = null): Candidate => ({
  ref,
  day,
  bytes: 100,
  outlet: outlet === null ? null : { key: outlet, name: outlet },
});
const refs = (given: RetentionRule, live: Candidate[]) => beyond(given, live, today).map(({ ref }) => ref);

describe('a retention rule', () => {
  const live = [
    candidate(1, '2026-03-30', 'a'),
    candidate(2, '2026-01-01', 'a'),
    candidate(3, '2026-02-10', 'b'),
    candidate(4, '2026-02-20', 'b'),
    candidate(5, '2026-02-20'),
  ];

  test('without limits takes nothing out', () => {
    expect(refs(rule({}), live)).toEqual([]);
  });

  test('by number keeps the newest, of one day those that came last, and takes out the oldest first', () => {
    expect(refs(rule({ overall: { articles: 2, days: null } }), live)).toEqual([2, 3, 4]);
  });

  test('by age keeps what is no older than so many days', () => {
    expect(refs(rule({ overall: { articles: null, days: 39 } }), live)).toEqual([2, 3]);
  });

  test('of one outlet leaves the others alone, and what it takes out counts no more overall', () => {
    expect(refs(rule({ outlets: { b: { articles: 0, days: null } } }), live)).toEqual([3, 4]);
    expect(
      refs(rule({ outlets: { b: { articles: 0, days: null } }, overall: { articles: 2, days: null } }), live),
    ).toEqual([2, 3, 4]);
  });
});

describe('in a library', () => {
  let libraries = 0;
  const fresh = () =>
    openWithin(
      { name: `retention-${libraries++}`, now: () => new Date(`${today}T10:00:00Z`) },
      defaultLimits,
    );
  const article = (id: string, more: Partial<Sample>) =>
    sampleArticle(id, { keys: [id.length, 7], terms: [9], ...more });

  test('a dry run says what would go and changes nothing; applied, the index holds nothing of it', async () => {
    const library = await fresh();
    await library.add([
      article('a', { day: '2026-03-30' }),
      article('bb', { day: '2026-01-02' }),
      article('ccc', { day: '2026-01-01' }),
    ]);
    const given = rule({ overall: { articles: null, days: 30 } });
    expect(await library.condemned(given)).toMatchObject({
      articles: 2,
      revisions: 0,
      oldest: '2026-01-01',
      newest: '2026-01-02',
      outlets: [{ outlet: 'harbour.example', articles: 2 }],
    });
    expect((await library.counts()).articles).toBe(3);
    expect(await library.retain(given)).toBe(2);
    await library.whenQuiet();
    expect((await library.counts()).articles).toBe(1);
    expect(await library.health()).toMatchObject({ articles: 1, postings: { keys: 2, terms: 1 }, dead: 0 });
    const [one, two, three] = await library.reader().postings(Uint32Array.of(1, 2, 3));
    expect([one?.documents, two?.documents, three?.documents]).toEqual([1, 0, 0]);
  });

  test('older revisions beyond the rule go, the newest of them stay', async () => {
    const library = await fresh();
    for (const text of ['one', 'one two', 'one two three', 'one two three four']) {
      await library.add([article('a', { text })]);
    }
    const before = await library.counts();
    expect(before.parts.revisions).toBeGreaterThan(0);
    expect(await library.condemned(rule({ revisions: 1 }))).toMatchObject({ articles: 0, revisions: 2 });
    await library.retain(rule({ revisions: 1 }));
    expect((await library.revisions('a')).map(({ text }) => text)).toEqual([
      'one two three',
      'one two three four',
    ]);
    expect((await library.counts()).bytes).toBeLessThan(before.bytes);
  });

  test('the size is told by kind, and the kinds add up', async () => {
    const library = await fresh();
    await library.add([article('a', {}), article('bb', { held: 'headline-only' })]);
    const { bytes, parts } = await library.counts();
    expect(parts.texts).toBeGreaterThan(0);
    expect(parts.headlines).toBeGreaterThan(0);
    expect(parts.fingerprints).toBeGreaterThan(0);
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(bytes);
    await library.deleteAll();
    expect((await library.counts()).bytes).toBe(0);
  });
});
