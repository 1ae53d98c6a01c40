import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Article } from '@/lib/core/article';
import { fingerprint } from '@/lib/core/fingerprint';
import { findTextMatches, memoryCorpus, noCommonShingles } from '@/lib/core/matching';
import { tokenize } from '@/lib/core/text';
import { type Library, openLibrary } from '@/lib/corpus/store';
import { openWithin } from '@/lib/corpus/store/library';
import { defaultLimits } from '@/lib/corpus/store/limits';
import { articleOf, preparedOf } from '@/tests/fixtures/made-up-articles';

/** Words of three scripts with spaces, rare enough that two texts share no run of them by themselves. */
const syllables = ['ka', 'mo', 'ré', 'til', 'gà', 'sun', 'бор', 'мир', 'лес', 'نور', 'بحر', 'ليل'];
const wordOf = (n: number) =>
  `${syllables[n % 12]}${syllables[Math.floor(n / 12) % 12]}${syllables[Math.floor(n / 144) % 12]}`;
const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => wordOf((seed * 7919 + i * 104_729 + i * i * 31) % 1_728));

const held = 40;
const textsHeld = Array.from({ length: held }, (_, n) => words(n + 1, 150));
const now = () => new Date('2026-04-01T08:00:00Z');
const all = (quoteFrom: number, quoteLength: number): Article[] =>
  textsHeld.map((list, n) => {
    const quote = `“${list.slice(quoteFrom, quoteFrom + quoteLength).join(' ')}”`;
    const text = [...list.slice(0, quoteFrom), quote, ...list.slice(quoteFrom + quoteLength)].join(' ');
    return articleOf(`held ${n}`, text);
  });

/**
 * A run of one held text among words of its own, here quoted or not. Words of its own follow it, because one that both texts
 * end with is a closing note.
 */
const copied = (length: number) =>
  fc.record({
    source: fc.nat(held - 1),
    from: fc.nat(150 - length),
    before: fc.nat(60),
    after: fc.integer({ min: 20, max: 60 }),
    own: fc.integer({ min: 1_000, max: 100_000 }),
  });

const askWith = (
  library: Library,
  run: string[],
  own: number,
  before: number,
  after: number,
  quote = false,
) => {
  const shared = quote ? `“${run.join(' ')}”` : run.join(' ');
  const text = [...words(own, before), shared, ...words(own + 1, after)].join(' ');
  return findTextMatches(articleOf('asked', text), library.reader(), { common: noCommonShingles });
};

describe('through the whole library, any copied run is found', () => {
  let small: Library;
  let large: Library;

  beforeAll(async () => {
    const articles = all(40, 30).map((article) => preparedOf(article));
    vi.stubGlobal('indexedDB', new IDBFactory());
    small = await openLibrary({ now });
    await small.add(articles);
    vi.stubGlobal('indexedDB', new IDBFactory());
    large = await openWithin({ now }, { ...defaultLimits, keepsFinerBelow: 1, logArticles: 4 });
    await large.add(articles);
    await large.whenQuiet();
  });

  const finds = async (library: () => Library, length: number, quoted: boolean) => {
    await fc.assert(
      fc.asyncProperty(copied(length), async ({ source, from, before, after, own }) => {
        const start = quoted ? 40 + (from % (30 - length + 1)) : from;
        const run = textsHeld[source]!.slice(start, start + length);
        const matches = await askWith(library(), run, own, before, after, quoted);
        expect(matches.map(({ article }) => article.id)).toContain(`held ${source}`);
      }),
      { numRuns: 60 },
    );
  };

  it('of 16 words, in a small library', () => finds(() => small, 16, false));
  it('of 12 quoted words, in a small library', () => finds(() => small, 12, true));
  it('of 20 words, in a large library that keeps the base level only', () => finds(() => large, 20, false));
  it('of 12 quoted words, in a large library too', () => finds(() => large, 12, true));
});

describe('texts in scripts without spaces', () => {
  const japanese =
    '市議会は月曜日の夜遅く、古い橋を夏の間すべてのトラックに対して閉鎖することを決めた。住民は何年も前からひび割れと騒音について苦情を申し立てていた。副市長はこの決定は遅すぎたと述べ、四年以内に新しい橋を約束した。';
  const other =
    '港の漁師たちは火曜日の朝、霧が晴れるのを待ってから沖へ出た。今年の漁獲量は昨年より少ないが、価格は高い。';

  it('are fingerprinted by their words, and a copied paragraph is found in another article', async () => {
    expect(fingerprint(tokenize(japanese)).keys.length).toBeGreaterThan(3);
    const reader = memoryCorpus([
      preparedOf(articleOf('b', `${other}\n\n${japanese}`)),
      preparedOf(articleOf('c', other)),
    ]);
    const matches = await findTextMatches(articleOf('a', japanese), reader);
    expect(matches.map(({ article }) => article.id)).toEqual(['b']);
    const [passage] = matches[0]!.passages;
    expect(japanese.slice(passage!.here.start, passage!.here.end)).toBe(japanese.slice(0, -1));
  });
});
