import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findStoryMatches, findTextMatches } from '@/lib/core/matching';
import { badTexts } from '@/tests/fixtures/bad-texts';
import { articleOf, preparedOf, textOf } from '@/tests/fixtures/made-up-articles';
import { openLibrary, openWithin } from './library';
import { defaultLimits } from './limits';

const now = () => new Date('2026-03-02T10:00:00Z');

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('a library asked for what is hardly an article', () => {
  it.each(badTexts)('holds and answers %s', async (_, text, relation) => {
    const library = await openLibrary({ now });
    await library.add([preparedOf(articleOf('b', text)), preparedOf(articleOf('c', textOf(82)))]);
    const asked = articleOf('a', text);
    const matches = await findTextMatches(asked, library.reader());
    expect(matches.map(({ article, relation }) => [article.id, relation])).toEqual(
      relation === null ? [] : [['b', relation]],
    );
    await expect(findStoryMatches(asked, library.reader(), matches)).resolves.toEqual(expect.any(Array));
    library.close();
  });

  it('answers with a bounded number of copies where it holds the same text two thousand times', async () => {
    const library = await openWithin({ now }, { ...defaultLimits, logArticles: 500 });
    const text = textOf(83, 3);
    const copies = Array.from({ length: 2_000 }, (_, i) => articleOf(`p${i}`, text, { day: '2026-02-01' }));
    await library.add(copies.map((copy) => preparedOf(copy)));
    await library.whenQuiet();
    const reader = library.reader();
    let asked = 0;
    const matches = await findTextMatches(articleOf('a', text, { day: '2026-02-01' }), {
      ...reader,
      whole: (refs) => {
        asked += refs.length;
        return reader.whole(refs);
      },
    });
    expect(matches.length).toBeGreaterThanOrEqual(60);
    expect(matches.every(({ relation }) => relation === 'reprint')).toBe(true);
    expect(asked).toBeLessThanOrEqual(256);
    library.close();
  });
});
