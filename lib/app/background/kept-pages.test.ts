import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings } from '@/lib/app/settings';
import { readPlainText } from '@/lib/core/article';
import type { ReportOutcome } from '@/lib/core/report';
import { textOf } from '@/tests/fixtures/made-up-articles';
import { keptPages } from './kept-pages';
import { lateAnswers } from './late-answers';

beforeEach(() => fakeBrowser.reset());

const outcome = readPlainText('a', textOf(1));
if (outcome.status !== 'read') throw new Error('no article');
const url = 'https://www.courier.example/rain';
const reading = { ...outcome.reading, article: { ...outcome.reading.article, id: url, url } };
const page = { url, privateTab: false, reading };

function kept() {
  const taken: string[] = [];
  const pages = keptPages({
    takePage: async ({ article }) => {
      taken.push(article.id);
      return { added: 1, revised: 0, unchanged: 0 };
    },
    isHeld: async (id) => taken.includes(id),
  });
  return { taken, pages };
}

describe('pages read', () => {
  test('are kept nowhere at first', async () => {
    const { taken, pages } = kept();
    expect(await pages.keep(page)).toBe(false);
    expect(await pages.here(page)).toEqual({ held: false, wanted: false, privateTab: false });
    expect(taken).toEqual([]);
  });

  test.each([
    ['on a site of the reader’s choice', { all: false, sites: ['courier.example'] }],
    ['on all sites', { all: true, sites: [] }],
  ])('are kept %s, and the popup says so', async (_, keepPages) => {
    await changeSettings((settings) => ({ ...settings, keepPages }));
    const { pages } = kept();
    expect(await pages.keep(page)).toBe(true);
    expect(await pages.here(page)).toEqual({ held: true, wanted: true, privateTab: false });
  });

  test('are never kept from another site, or from a private window', async () => {
    await changeSettings((settings) => ({
      ...settings,
      keepPages: { all: false, sites: ['mirror.example'] },
    }));
    const { taken, pages } = kept();
    await pages.keep(page);
    await changeSettings((settings) => ({ ...settings, keepPages: { all: true, sites: [] } }));
    await pages.keep({ ...page, privateTab: true });
    expect(taken).toEqual([]);
  });
});

describe('late answers', () => {
  const none = { status: 'nothing-found' } as ReportOutcome;
  const found = { status: 'found', report: { outlets: 2 } } as ReportOutcome;
  const answers = (later: ReportOutcome) =>
    lateAnswers({ compare: async () => later, now: () => new Date('2026-03-10T09:00:00Z') });
  const wish = (wanted: boolean) => changeSettings((settings) => ({ ...settings, lateAnswers: wanted }));

  test('are not looked for unless the reader wants them, nor for private windows', async () => {
    const late = answers(found);
    await late.checked(reading, none, false);
    await wish(true);
    await late.checked(reading, none, true);
    await late.again();
    expect(await late.list()).toEqual([]);
  });

  test('come once for a page that nothing was found for, and can be put away', async () => {
    await wish(true);
    const late = answers(found);
    await late.checked(reading, none, false);
    await answers(none).again();
    expect(await late.list()).toEqual([]);
    await late.again();
    await late.again();
    expect(await late.list()).toEqual([
      { id: url, url, title: reading.article.title, outlets: 2, on: '2026-03-10T09:00:00.000Z' },
    ]);
    expect(await late.dismiss(url)).toEqual([]);
  });

  test('are forgotten when the reader no longer wants them', async () => {
    await wish(true);
    const late = answers(found);
    await late.checked(reading, none, false);
    await late.forget();
    await late.again();
    expect(await late.list()).toEqual([]);
  });
});
