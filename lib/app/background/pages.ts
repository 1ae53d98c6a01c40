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

type PageAsker = Extract<Asker, { kind: 'page' }>;

interface PageInTab {
  tabId: number;
  url: string;
  privateTab: boolean;
}

/** The pages in the reader's tabs: read, compared, remembered, shown on the toolbar button. */
export function pages({ reports, comparer, state, sites, say, onCompared }: Deps) {
  /** Comparisons under way; the newest of a tab is the one that counts. */
  const running = new Map<number, { url: string; work: Promise<TabReport> }>();

  function take(page: PageInTab, gathered: GatheredPage): Promise<TabReport> {
    const isNewest = () => running.get(page.tabId)?.work === work;
    const work = compareAndKeep(page, gathered, isNewest);
    running.set(page.tabId, { url: page.url, work });
    return work.finally(() => {
      if (isNewest()) running.delete(page.tabId);
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
      // The tab may have gone on a moment before, and the browser takes back only what was drawn until then.
      const tab = await browser.tabs.get(tabId).catch(() => null);
      if (tab !== null && !samePage(url, tab.url)) await leave(tabId);
    }
    onCompared(report);
    return report;
  }

  async function leave(tabId: number): Promise<void> {
    running.delete(tabId);
    await reports.markGone(tabId);
    await clearBadge(tabId);
  }

  /** The tab's report, compared again if the library or the held pages have changed since. */
  async function reportOf(tabId: number): Promise<TabReport | null> {
    const report = (await running.get(tabId)?.work) ?? (await reports.get(tabId));
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
    // The tab went on meanwhile: what was gathered may be the page before, and the reader asks for the one in view.
    if (tab.url !== undefined && !samePage(tab.url, url)) return look(tabId);
    if (page === null || url === undefined) return { state: 'error', message: say('problem_page_silent') };
    return statusOf((await take({ tabId, url, privateTab: incognito }, page)).outcome);
  }

  /** The reader asks for a tab: what is known of its page, or what reading it now brings. */
  async function look(tabId: number): Promise<TabStatus> {
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
  }

  return {
    reportOf,
    look,

    /**
     * A content script reports what it gathered unasked. One that came into its page by a click stays while that page becomes
     * another in place: of a site that is not watched, nothing is read then.
     */
    async read(asker: PageAsker, page: GatheredPage): Promise<{ cue: boolean }> {
      comparer.expect();
      if (!(await sites.isWatched(asker.url))) return { cue: false };
      const { outcome } = await take(asker, page);
      return { cue: wantsCue((await readSettings()).cueMode, outcome) };
    },

    /** A page of a watched site was not read. Only the button says so: a reader who looks has it read all the same. */
    async passedBy({ tabId, url }: PageAsker, because: NotAnArticle): Promise<void> {
      if (await sites.isWatched(url)) await showBadge(tabId, notAnArticle(because), say);
    },

    /** The page is no longer the tab's. One that is left for another document may say so when that is being read already. */
    async gone({ tabId, url }: PageAsker, how: 'left' | 'in-place'): Promise<void> {
      const newest = running.get(tabId) ?? (await reports.get(tabId));
      if (how === 'left' && newest && !samePage(newest.url, url)) return;
      await leave(tabId);
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
