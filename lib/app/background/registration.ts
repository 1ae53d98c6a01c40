import browser from 'webextension-polyfill';
import type { Settings } from '@/lib/app/messaging';
import { offPatterns } from '@/lib/app/permissions';

/** The content script, as the browser finds it in the built extension. */
const articleScript = '/article.js';
/** Shows the mark and the popover over the page; put in when there is something to show. */
export const overlayScript = '/overlay.js';
/** Finds passages in the page; put in when it is first needed. */
export const highlightScript = '/highlight.js';
const id = 'article';

/** Those of the patterns that the browser grants at this moment. */
export async function granted(patterns: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return patterns.filter((_, index) => answers[index]);
}

/**
 * Has the browser run the content script by itself on the sites that are watched and granted, and on no other.
 * The registration outlasts the browser's session; an update of the extension clears it, so it is made anew at start.
 *
 * @returns the patterns it runs on now.
 */
export async function register(settings: Settings): Promise<string[]> {
  const matches = await granted(settings.watched);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return [];
  }
  const script = {
    id,
    js: [articleScript],
    matches,
    excludeMatches: offPatterns(settings.offHosts),
    runAt: 'document_idle' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  return matches;
}

/** Runs the content script in the pages of these sites that are open already; pages that refuse it are left alone. */
export async function runInOpenPages(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns], discarded: false });
  await Promise.all(tabs.map(({ id: tabId }) => (tabId === undefined ? false : inject(tabId))));
}

/** Runs a script of ours in a tab's main frame; `false` when the browser does not let us, or the page shows an error. */
export async function inject(tabId: number, script = articleScript): Promise<boolean> {
  return browser.scripting.executeScript({ target: { tabId }, files: [script] }).then(
    () => true,
    // Every rejection means "not in this page": no permission, a page of the browser, an error page, a closed tab.
    () => false,
  );
}
