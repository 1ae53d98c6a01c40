import browser from 'webextension-polyfill';
import type { TabStatus } from '@/lib/app/messaging';
import { plural, type Say } from '@/lib/core/report';

/**
 * Shows a tab's state on the toolbar button: the shape of the icon, the words of its tooltip, and the number of
 * other outlets that ran the text. The browser takes it all back when the tab goes to another page.
 */
export async function showBadge(tabId: number, status: TabStatus, say: Say): Promise<void> {
  const count = status.state === 'found' && status.outlets > 0 ? String(status.outlets) : '';
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, path: iconsOf(status.state) }),
      browser.action.setTitle({ tabId, title: titleOf(status, say) }),
      browser.action.setBadgeText({ tabId, text: count }),
    ]);
  } catch (error) {
    // The tab may be closed while its page was compared; then nobody misses its badge.
    if (await stillOpen(tabId)) throw error;
  }
}

function iconsOf(state: TabStatus['state']): Record<string, string> {
  return { 16: `/icons/${state}-16.png`, 32: `/icons/${state}-32.png` };
}

function titleOf(status: TabStatus, say: Say): string {
  switch (status.state) {
    case 'off-here':
      return say('title_off_here', status.host);
    case 'no-access':
      return say('title_no_access');
    case 'not-an-article':
      return say('title_not_an_article');
    case 'checking':
      return say('title_checking');
    case 'none':
      return say('title_none');
    case 'found':
      return status.outlets > 0 ? plural(say, 'title_found', status.outlets) : say('title_found_story');
    case 'error':
      return say('title_error');
  }
}

async function stillOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}
