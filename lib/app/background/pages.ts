import browser, { type Tabs } from 'webextension-polyfill';
import { type Asker, checkedReading, type TabStatus, tell } from '@/lib/app/messaging';
import { isOff, siteOf } from '@/lib/app/permissions';
import { readSettings } from '@/lib/app/settings';
import type { NotAnArticle, PageReading, ReadingOutcome } from '@/lib/core/article';
import type { CorpusReader } from '@/lib/core/matching';
import { buildReport, type ReportOutcome, type Say } from '@/lib/core/report';
import { clearBadge, showBadge } from './badge';
import { wantsCue } from './cue';
import type { CorpusState } from './freshness';
import { inject } from './registration';
import type { Sites } from './sites';
import { statusOf } from './status';
import type { TabReport, TabReports } from './tab-reports';

interface Deps {
  reports: TabReports;
  state: CorpusState;
  sites: Sites;
  /** What a page is compared with: the library, and the pages held beside it. */
  corporaFor: (articleId: string) => Promise<CorpusReader[]>;
  say: Say;
  now: () => Date;
  sentenceFor: (error: unknown) => string;
}

interface PageInTab {
  tabId: number;
  url: string;
  privateTab: boolean;
}

/** The pages in the reader's tabs: read, compared, remembered, shown on the toolbar button. */
export function pages({ reports, state, sites, corporaFor, say, now, sentenceFor }: Deps) {
  /** Comparisons under way; the newest of a tab is the one that counts. */
  const running = new Map<number, Promise<TabReport>>();

  async function compare(reading: PageReading): Promise<ReportOutcome> {
    try {
      return await buildReport(reading, await corporaFor(reading.article.id), { now: now() });
    } catch (error) {
      return { status: 'failed', during: 'look-up', message: sentenceFor(error) };
    }
  }

  function take(page: PageInTab, read: ReadingOutcome): Promise<TabReport> {
    const work = compareAndKeep(page, read, () => running.get(page.tabId) === work);
    running.set(page.tabId, work);
    return work.finally(() => {
      if (running.get(page.tabId) === work) running.delete(page.tabId);
    });
  }

  async function compareAndKeep(
    page: PageInTab,
    read: ReadingOutcome,
    isNewest: () => boolean,
  ): Promise<TabReport> {
    if (read.status === 'read') await showBadge(page.tabId, { state: 'checking' }, say);
    const comparedWith = await state.now();
    const reading = read.status === 'read' ? read.reading : null;
    const outcome = read.status === 'read' ? await compare(read.reading) : read;
    const { url, privateTab } = page;
    const report = { url, privateTab, reading, outcome, gone: false, comparedWith };
    if (isNewest()) {
      await reports.keep(page.tabId, report);
      await showBadge(page.tabId, statusOf(outcome), say);
    }
    return report;
  }

  /** The tab's report, compared again if the library or the held pages have changed since. */
  async function reportOf(tabId: number): Promise<TabReport | null> {
    const report = (await running.get(tabId)) ?? (await reports.get(tabId));
    if (report === null || report.reading === null || report.comparedWith === (await state.now()))
      return report;
    const comparedWith = await state.now();
    const fresh = { ...report, comparedWith, outcome: await compare(report.reading) };
    await reports.keep(tabId, fresh);
    if (!fresh.gone) await showBadge(tabId, statusOf(fresh.outcome), say);
    return fresh;
  }

  async function leaving(tabId: number): Promise<void> {
    running.delete(tabId);
    await reports.markGone(tabId);
  }

  async function lookAfresh(tab: Tabs.Tab, tabId: number): Promise<TabStatus> {
    const read = (await inject(tabId)) ? checkedReading(await tell(tabId, 'look')) : null;
    const url = (await browser.tabs.get(tabId)).url ?? tab.url;
    if (read === null || url === undefined) {
      // With an address in sight we had access, and the browser itself keeps scripts out of this page.
      return url === undefined ? { state: 'no-access', host: '' } : notAnArticle('unsupported-page');
    }
    const { outcome } = await take({ tabId, url, privateTab: tab.incognito }, read);
    return statusOf(outcome);
  }

  return {
    reportOf,

    /** A content script reports what it read. */
    async read(asker: Extract<Asker, { kind: 'page' }>, read: ReadingOutcome): Promise<{ cue: boolean }> {
      const { outcome } = await take(asker, read);
      if (!(await sites.isWatched(asker.url))) return { cue: false };
      return { cue: wantsCue((await readSettings()).cueMode, outcome) };
    },

    /** Another page is loading in the tab; the browser itself takes the badge back. */
    leaving,

    /** The page became another one in place. */
    async gone(tabId: number): Promise<void> {
      await leaving(tabId);
      await clearBadge(tabId);
    },

    /** The reader asks for a tab: what is known of its page, or what reading it now brings. */
    async look(tabId: number): Promise<TabStatus> {
      const tab = await browser.tabs.get(tabId);
      if (tab.url !== undefined && siteOf(tab.url) === null) return notAnArticle('unsupported-page');
      const { offHosts } = await readSettings();
      if (tab.url !== undefined && isOff(tab.url, offHosts)) return shown(tabId, offHere(tab.url));
      const known = await reportOf(tabId);
      if (known !== null && !known.gone && samePage(known.url, tab.url)) return statusOf(known.outcome);
      return lookAfresh(tab, tabId);
    },
  };

  async function shown(tabId: number, status: TabStatus): Promise<TabStatus> {
    await showBadge(tabId, status, say);
    return status;
  }
}

export type Pages = ReturnType<typeof pages>;

function notAnArticle(because: NotAnArticle): TabStatus {
  return { state: 'not-an-article', because };
}

function offHere(url: string): TabStatus {
  return { state: 'off-here', host: siteOf(url) ?? '' };
}

/** Whether two addresses are one page; what stands after `#` is a place in it. */
function samePage(known: string, url: string | undefined): boolean {
  return url !== undefined && known.split('#', 1)[0] === url.split('#', 1)[0];
}
