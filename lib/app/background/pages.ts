import browser, { type Tabs } from 'webextension-polyfill';
import { type Asker, checkedPage, type TabStatus, tell } from '@/lib/app/messaging';
import { isOff, siteOf } from '@/lib/app/permissions';
import { readSettings } from '@/lib/app/settings';
import type { NotAnArticle } from '@/lib/core/article';
import type { Say } from '@/lib/core/report';
import type { GatheredPage } from '@/lib/page';
import { clearBadge, showBadge } from './badge';
import type { PageComparer } from './compare-page';
import { wantsCue } from './cue';
import type { CorpusState } from './freshness';
import { inject } from './registration';
import type { Sites } from './sites';
import { statusOf } from './status';
import type { TabReport, TabReports } from './tab-reports';

interface Deps {
  reports: TabReports;
  comparer: PageComparer;
  state: CorpusState;
  sites: Sites;
  say: Say;
  /** A page was read and compared, for whoever keeps it or waits for a better answer. */
  onCompared: (report: TabReport) => void;
}

interface PageInTab {
  tabId: number;
  url: string;
  privateTab: boolean;
}

/** The pages in the reader's tabs: read, compared, remembered, shown on the toolbar button. */
export function pages({ reports, comparer, state, sites, say, onCompared }: Deps) {
  /** Comparisons under way; the newest of a tab is the one that counts. */
  const running = new Map<number, Promise<TabReport>>();

  function take(page: PageInTab, gathered: GatheredPage): Promise<TabReport> {
    const work = compareAndKeep(page, gathered, () => running.get(page.tabId) === work);
    running.set(page.tabId, work);
    return work.finally(() => {
      if (running.get(page.tabId) === work) running.delete(page.tabId);
    });
  }

  async function compareAndKeep(
    { tabId, url, privateTab }: PageInTab,
    gathered: GatheredPage,
    isNewest: () => boolean,
  ): Promise<TabReport> {
    const asked = state.now();
    const read = comparer.read(gathered, url);
    const comparedWith = await asked;
    const [outcome] =
      'reading' in read
        ? await Promise.all([comparer.compare(read.reading), showBadge(tabId, { state: 'checking' }, say)])
        : [read.outcome];
    const reading = 'reading' in read ? read.reading : null;
    const report = { url, privateTab, reading, outcome, gone: false, comparedWith };
    if (isNewest()) {
      await reports.keep(tabId, report);
      await showBadge(tabId, statusOf(outcome), say);
    }
    onCompared(report);
    return report;
  }

  /** The tab's report, compared again if the library or the held pages have changed since. */
  async function reportOf(tabId: number): Promise<TabReport | null> {
    const report = (await running.get(tabId)) ?? (await reports.get(tabId));
    const comparedWith = await state.now();
    if (report === null || report.reading === null || report.comparedWith === comparedWith) return report;
    const fresh = { ...report, comparedWith, outcome: await comparer.compare(report.reading) };
    await reports.keep(tabId, fresh);
    if (!fresh.gone) await showBadge(tabId, statusOf(fresh.outcome), say);
    return fresh;
  }

  async function lookAfresh(tab: Tabs.Tab, tabId: number): Promise<TabStatus> {
    comparer.expect();
    if (!(await inject(tabId))) {
      // With an address in sight we had access, and the browser itself keeps scripts out of this page.
      return tab.url === undefined ? { state: 'no-access', host: '' } : notAnArticle('unsupported-page');
    }
    const page = checkedPage(await tell(tabId, 'look'));
    const { url, incognito } = await browser.tabs.get(tabId);
    if (page === null || url === undefined) return { state: 'error', message: say('problem_page_silent') };
    return statusOf((await take({ tabId, url, privateTab: incognito }, page)).outcome);
  }

  return {
    reportOf,

    /** A content script reports what it gathered. */
    async read(asker: Extract<Asker, { kind: 'page' }>, page: GatheredPage): Promise<{ cue: boolean }> {
      const { outcome } = await take(asker, page);
      if (!(await sites.isWatched(asker.url))) return { cue: false };
      return { cue: wantsCue((await readSettings()).cueMode, outcome) };
    },

    /** A page was not read. Only the button says so: a reader who looks has it read all the same. */
    passedBy: (tabId: number, because: NotAnArticle) => showBadge(tabId, notAnArticle(because), say),

    /** The page is no longer the tab's. When another is loaded, the browser itself takes the badge back. */
    async gone(tabId: number, how: 'left' | 'in-place'): Promise<void> {
      running.delete(tabId);
      await reports.markGone(tabId);
      if (how === 'in-place') await clearBadge(tabId);
    },

    /** The reader asks for a tab: what is known of its page, or what reading it now brings. */
    async look(tabId: number): Promise<TabStatus> {
      const [tab, { offHosts }] = await Promise.all([browser.tabs.get(tabId), readSettings()]);
      if (tab.url !== undefined && siteOf(tab.url) === null) return notAnArticle('unsupported-page');
      if (tab.url !== undefined && isOff(tab.url, offHosts)) {
        const off: TabStatus = { state: 'off-here', host: siteOf(tab.url) ?? '' };
        await showBadge(tabId, off, say);
        return off;
      }
      const known = await reportOf(tabId);
      if (known !== null && !known.gone && samePage(known.url, tab.url)) return statusOf(known.outcome);
      return lookAfresh(tab, tabId);
    },
  };
}

export type Pages = ReturnType<typeof pages>;

function notAnArticle(because: NotAnArticle): TabStatus {
  return { state: 'not-an-article', because };
}

/** Whether two addresses are one page; what stands after `#` is a place in it. */
function samePage(known: string, url: string | undefined): boolean {
  return url !== undefined && known.split('#', 1)[0] === url.split('#', 1)[0];
}
