import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bareReading, type PageReading } from '@/lib/core/article';
import type { CorpusReader } from '@/lib/core/matching';
import { buildReport } from '@/lib/core/report';
import { articleOf, textOf } from '@/tests/fixtures/made-up-articles';
import { comparedTexts } from './compared-texts';
import { heldPages } from './held-pages';

const other = 'The wells of Eastmere are clean again, the council said.';
const now = () => new Date('2026-03-01T10:00:00Z');

const readingOf = (id: string, text: string) => bareReading(articleOf(id, text, { title: `Title of ${id}` }));

/** Holds a page, looks at another, and asks for both texts. */
async function afterHolding(held: PageReading, looked: PageReading, articleId: string) {
  const holding = heldPages(now);
  await holding.hold(held);
  const corpora = [await holding.corpus(looked.article.id)].filter(
    (one): one is CorpusReader => one !== null,
  );
  const outcome = await buildReport(looked, corpora, { now: now() });
  const report = {
    url: 'https://second.example',
    privateTab: false,
    reading: looked,
    outcome,
    gone: false,
    comparedWith: 1,
  };
  const pages = { reportOf: async () => report };
  return comparedTexts({ pages, held: holding, library: { text: async () => null } }, 7, articleId);
}

beforeEach(() => fakeBrowser.reset());

describe('the texts of a page and a held one', () => {
  it('stand side by side also where they share nothing', async () => {
    const compared = await afterHolding(readingOf('first', textOf(1)), readingOf('second', other), 'first');
    expect(compared).toMatchObject({
      outcome: { status: 'nothing-found' },
      here: other,
      there: textOf(1),
      unmatched: { title: 'Title of first' },
    });
  });

  it('are those of a match where they share text', async () => {
    const compared = await afterHolding(
      readingOf('first', textOf(1)),
      readingOf('second', textOf(1)),
      'first',
    );
    expect(compared).toMatchObject({ outcome: { status: 'found' }, there: textOf(1), unmatched: null });
  });

  it('are not given for a page that is not held', async () => {
    expect(await afterHolding(readingOf('first', textOf(1)), readingOf('second', other), 'third')).toBeNull();
  });
});
