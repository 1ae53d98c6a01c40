import browser from 'webextension-polyfill';
import type { PageReading } from '@/lib/core/article';
import type { ReportOutcome } from '@/lib/core/report';

/** What is known of the page in a tab. */
export interface TabReport {
  /** Address the page was read at. */
  url: string;
  /** What the content script read; `null` when it was no article. */
  reading: PageReading | null;
  outcome: ReportOutcome;
  /** In a private window: nothing of it is kept outside of this memory. */
  privateTab: boolean;
  /** The page has gone since; the report still serves pages that were opened from it. */
  gone: boolean;
  /** State of the library and the held pages that it was compared with, see `freshness.ts`. */
  comparedWith: number;
}

const keyOf = (tabId: number) => `tab:${tabId}`;

/**
 * Reports by tab: in memory, and in `storage.session` (memory of the browser, never on disk) because the background
 * may be stopped at any time. Reports of private tabs stay in our own memory only.
 */
export function tabReports() {
  const memory = new Map<number, TabReport>();

  async function keepForSession(tabId: number, report: TabReport) {
    const entry = { [keyOf(tabId)]: report };
    try {
      await browser.storage.session.set(entry);
    } catch {
      // The session area is full (10 MB). Older reports can be made again by looking; this one is wanted now.
      const kept = Object.keys(await browser.storage.session.get(null));
      await browser.storage.session.remove(kept.filter((key) => key.startsWith('tab:')));
      await browser.storage.session.set(entry);
    }
  }

  async function get(tabId: number): Promise<TabReport | null> {
    const held = memory.get(tabId);
    if (held) return held;
    const key = keyOf(tabId);
    const stored = (await browser.storage.session.get(key))[key];
    return isTabReport(stored) ? stored : null;
  }

  /** Both memories are written in the order of the calls. */
  async function keep(tabId: number, report: TabReport): Promise<void> {
    memory.set(tabId, report);
    if (!report.privateTab) await keepForSession(tabId, report);
  }

  return {
    get,

    keep,

    /** The page went away. A report that comes in meanwhile is of the next page, and stays. */
    async markGone(tabId: number): Promise<void> {
      const old = await get(tabId);
      const newest = memory.get(tabId) ?? old;
      if (old !== null && newest === old) await keep(tabId, { ...old, gone: true });
    },

    async forget(tabId: number): Promise<void> {
      memory.delete(tabId);
      await browser.storage.session.remove(keyOf(tabId));
    },
  };
}

/** Only we write there; this tells an entry from none. */
function isTabReport(stored: unknown): stored is TabReport {
  return typeof stored === 'object' && stored !== null && 'outcome' in stored && 'reading' in stored;
}

export type TabReports = ReturnType<typeof tabReports>;
