import browser from 'webextension-polyfill';
import type { TabStatus } from '@/lib/app/messaging';
import { plural, type Say } from '@/lib/core/report';

/**
 * Shows a tab's state on the toolbar button: the shape of the icon, the words of its tooltip, and the number of
 * other outlets that ran the text. The browser takes it all back when the tab goes to another page.
 */
export async function showBadge(tabId: number, status: TabStatus, say: Say): Promise<void> {
  const text = status.state === 'found' && status.outlets > 0 ? String(status.outlets) : '';
  await draw(tabId, { name: `${status.state}-`, title: titleOf(status, say), text });
}

/** Takes a tab's badge back, as if nothing were known of its page. */
export async function clearBadge(tabId: number): Promise<void> {
  await draw(tabId, { name: '', title: '', text: '' });
}

async function draw(tabId: number, { name, title, text }: { name: string; title: string; text: string }) {
  const path = { 16: `/icons/${name}16.png`, 32: `/icons/${name}32.png` };
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, path }),
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeText({ tabId, text }),
    ]);
  } catch (error) {
    // The tab may be closed while its page was compared; then nobody misses its badge.
    if (await stillOpen(tabId)) throw error;
  }
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
