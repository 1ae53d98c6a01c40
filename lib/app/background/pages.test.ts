import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, readSettings } from '@/lib/app/settings';
import { memoryCorpus, type PreparedArticle } from '@/lib/core/matching';
import { sayInEnglish } from '@/lib/core/report';
import type { GatheredPage } from '@/lib/page';
import { articleOf, preparedOf, textOf } from '@/tests/fixtures/made-up-articles';
import { pageComparer } from './compare-page';
import { corpusState } from './freshness';
import { pages } from './pages';
import { sites } from './sites';
import { tabReports } from './tab-reports';

const address = 'https://daily.example/news/ferry';
const text = textOf(1);

/** A page of plain paragraphs, as a content script gathers it. */
function pageWith(paragraphs: string[]): GatheredPage {
  return {
    language: 'en',
    title: 'Ferry back in service',
    headings: ['Ferry back in service'],
    metas: [],
    linkedData: [],
    canonical: null,
    feeds: [],
    pixel: null,
    times: [],
    blocks: paragraphs.map((paragraph) => ({
      text: paragraph,
      tag: 'P',
      zones: 0,
      links: [],
      linked: 0,
      frame: null,
      kept: true,
    })),
    frames: [],
    wordsLeftOut: 0,
    hiddenWords: 0,
    gate: { article: true, because: null },
  };
}
const article = pageWith(text.split('\n\n'));
const list: GatheredPage = { ...pageWith([]), gate: { article: false, because: 'list-page' } };
const copy = preparedOf(articleOf('copy', text));

/** What there is to compare with; tests put articles in. */
let library: PreparedArticle[] = [];
let scripts = 0;
/** What was done, in order. */
let done: string[] = [];

/** A background, which the browser may have started just now. */
function background() {
  const state = corpusState();
  const comparer = pageComparer({
    openLibrary: async () => {
      done.push('library opened');
    },
    corporaFor: async () => [memoryCorpus(library)],
    now: () => new Date('2026-03-01T10:00:00Z'),
    minWords: async () => (await readSettings()).minWords,
    sentenceFor: () => 'It went wrong.',
  });
  const say = sayInEnglish;
  return {
    state,
    ...pages({ reports: tabReports(), comparer, state, sites: sites(() => 0), say, onCompared: () => {} }),
  };
}

/** Opens a tab. `answers` is what a script put into its page says; `null` when the browser lets none in. */
async function tabShowing(url: string, answers: unknown): Promise<number> {
  const { id } = await fakeBrowser.tabs.create({ url });
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(async () => {
    if (answers === null) throw new Error('Cannot access contents of the page.');
    scripts += 1;
    return [];
  });
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async () => {
    done.push('page gathered');
    return { result: answers };
  });
  return id!;
}

const fromPage = (tabId: number, url = address) => ({ kind: 'page' as const, tabId, url, privateTab: false });
const badge = (tabId: number) => fakeBrowser.action.getBadgeText({ tabId });

beforeEach(() => {
  fakeBrowser.reset();
  library = [];
  scripts = 0;
  done = [];
  vi.spyOn(fakeBrowser.action, 'setIcon').mockImplementation(async () => {});
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
});
afterEach(() => vi.restoreAllMocks());

describe('looking at a tab', () => {
  test('reads the page and shows what was found on the button', async () => {
    library = [copy];
    const tabId = await tabShowing(address, article);
    expect(await background().look(tabId)).toMatchObject({ state: 'found', outlets: 1 });
    expect(await badge(tabId)).toBe('1');
  });

  test('opens the library while the page is gathered', async () => {
    const tabId = await tabShowing(address, article);
    await background().look(tabId);
    expect(done.slice(0, 2)).toEqual(['library opened', 'page gathered']);
  });

  test('reads a page once while it stays, in the next background too', async () => {
    const tabId = await tabShowing(address, article);
    expect(await background().look(tabId)).toMatchObject({ state: 'none' });
    expect(await background().look(tabId)).toMatchObject({ state: 'none' });
    expect(scripts).toBe(1);
  });

  test('compares again, without reading again, when the library has changed', async () => {
    const tabId = await tabShowing(address, article);
    const { look, state } = background();
    await look(tabId);
    library = [copy];
    expect(await look(tabId)).toMatchObject({ state: 'none' });
    await state.changed();
    expect(await look(tabId)).toMatchObject({ state: 'found' });
    expect(await badge(tabId)).toBe('1');
    expect(scripts).toBe(1);
  });

  test('asks for as many shared words as the reader has set', async () => {
    const tabId = await tabShowing(address, article);
    const words = text.split(/\s+/);
    library = [preparedOf(articleOf('part', `${textOf(9, 6)}\n\n${words.slice(0, 20).join(' ')}`))];
    const { look, state } = background();
    expect(await look(tabId)).toMatchObject({ outlets: 1 });
    await changeSettings((settings) => ({ ...settings, minWords: 60 }));
    await state.changed();
    expect(await look(tabId)).not.toMatchObject({ outlets: 1 });
  });

  test('reads again when another page was loaded at the same address', async () => {
    const tabId = await tabShowing(address, article);
    const { look, gone } = background();
    await look(tabId);
    await gone(fromPage(tabId), 'left');
    await look(tabId);
    expect(scripts).toBe(2);
  });

  test('does not take the report of one page for that of another', async () => {
    const tabId = await tabShowing(address, article);
    const { look } = background();
    await look(tabId);
    await fakeBrowser.tabs.update(tabId, { url: 'https://daily.example/other' });
    await look(tabId);
    expect(scripts).toBe(2);
  });

  test('reads the page that is in view when the tab went on to it while another was gathered', async () => {
    const tabId = await tabShowing(address, article);
    const other = 'https://daily.example/other';
    const pagesAt: unknown[] = [article, list];
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async () => {
      await fakeBrowser.tabs.update(tabId, { url: other });
      return { result: pagesAt.shift() };
    });
    const { look, reportOf } = background();
    expect(await look(tabId)).toEqual({ state: 'not-an-article', because: 'list-page' });
    expect(await reportOf(tabId)).toMatchObject({ url: other, reading: null });
  });

  test.each([
    [
      'a page of the browser',
      'chrome://settings',
      article,
      { state: 'not-an-article', because: 'unsupported-page' },
    ],
    [
      'a page that lets no script in',
      address,
      null,
      { state: 'not-an-article', because: 'unsupported-page' },
    ],
    ['a list', address, list, { state: 'not-an-article', because: 'list-page' }],
    ['a script that says nothing of use', address, { blocks: 'many' }, { state: 'error' }],
  ])('says what it is about %s', async (_, url, answers, status) => {
    const tabId = await tabShowing(url, answers);
    expect(await background().look(tabId)).toMatchObject(status);
  });

  test('leaves a site alone that is switched off', async () => {
    await changeSettings((settings) => ({ ...settings, offHosts: ['daily.example'] }));
    const tabId = await tabShowing(address, article);
    expect(await background().look(tabId)).toEqual({ state: 'off-here', host: 'daily.example' });
    expect(scripts).toBe(0);
  });

  test('says in one sentence what went wrong while comparing', async () => {
    const tabId = await tabShowing(address, article);
    const broken = pages({
      onCompared: () => {},
      reports: tabReports(),
      comparer: pageComparer({
        openLibrary: async () => library,
        corporaFor: () => Promise.reject(new Error('in use')),
        now: () => new Date(0),
        minWords: async () => 12,
        sentenceFor: () => 'Close the other tabs.',
      }),
      state: corpusState(),
      sites: sites(() => 0),
      say: sayInEnglish,
    });
    expect(await broken.look(tabId)).toEqual({ state: 'error', message: 'Close the other tabs.' });
  });
});

describe('a page that reports by itself', () => {
  const watched = ['https://*.daily.example/*'];
  beforeEach(() => changeSettings((settings) => ({ ...settings, watched })));

  test('on a watched site is told to show the mark when something was found', async () => {
    library = [copy];
    const tabId = await tabShowing(address, article);
    expect(await background().read(fromPage(tabId), article)).toEqual({ cue: true });
    expect(await badge(tabId)).toBe('1');
  });

  test('on any other site is told nothing, and is not read', async () => {
    library = [copy];
    const tabId = await tabShowing(address, article);
    const { read, passedBy, reportOf } = background();
    const elsewhere = fromPage(tabId, 'https://weekly.example/news/ferry');
    expect(await read(elsewhere, article)).toEqual({ cue: false });
    await passedBy(elsewhere, 'no-text');
    expect(await reportOf(tabId)).toBeNull();
    expect(await badge(tabId)).toBe('');
    expect(await fakeBrowser.action.getTitle({ tabId })).not.toBe(sayInEnglish('title_not_an_article'));
  });

  test('and was passed by says so on the button, and is read all the same when the reader looks', async () => {
    const tabId = await tabShowing(address, article);
    const { passedBy, look } = background();
    await passedBy(fromPage(tabId), 'no-text');
    expect(await fakeBrowser.action.getTitle({ tabId })).toBe(sayInEnglish('title_not_an_article'));
    expect(await look(tabId)).toMatchObject({ state: 'none' });
  });

  test('in a private tab leaves nothing behind', async () => {
    const tabId = await tabShowing(address, article);
    await background().read({ ...fromPage(tabId), privateTab: true }, article);
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual([]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(['settings']);
  });

  test('and becomes another in place loses its badge', async () => {
    library = [copy];
    const tabId = await tabShowing(address, article);
    const { read, gone } = background();
    await read(fromPage(tabId), article);
    await gone(fromPage(tabId), 'in-place');
    expect(await badge(tabId)).toBe('');
  });

  test('and is left for another loses a badge that was drawn too late for the browser to take it back', async () => {
    library = [copy];
    const tabId = await tabShowing(address, article);
    vi.spyOn(fakeBrowser.action, 'setIcon').mockImplementation(async () => {
      await fakeBrowser.tabs.update(tabId, { url: 'https://daily.example/other' });
    });
    const { read, reportOf } = background();
    await read(fromPage(tabId), article);
    expect(await badge(tabId)).toBe('');
    expect(await reportOf(tabId)).toMatchObject({ url: address, gone: true });
  });

  test('and tells late that it was left takes nothing from the next one', async () => {
    library = [copy];
    const tabId = await tabShowing(address, article);
    const { read, gone, reportOf } = background();
    await read(fromPage(tabId, 'https://daily.example/before'), list);
    await read(fromPage(tabId), article);
    await gone(fromPage(tabId, 'https://daily.example/before'), 'left');
    expect(await badge(tabId)).toBe('1');
    expect(await reportOf(tabId)).toMatchObject({ url: address, gone: false });
  });

  test('of two reports of a tab the newer one counts, whichever is ready first', async () => {
    library = [copy];
    const tabId = await tabShowing(address, article);
    const { read, reportOf } = background();
    const other = 'https://daily.example/other';
    await Promise.all([read(fromPage(tabId), article), read(fromPage(tabId, other), list)]);
    expect(await reportOf(tabId)).toMatchObject({ url: other, outcome: { status: 'not-an-article' } });
  });
});
