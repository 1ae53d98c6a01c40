import browser from 'webextension-polyfill';
import type { Say } from '@/lib/core/report';

const menuItem = 'look';

/** The ways to look that are not the toolbar button: the menu of a page, and a key. */
export async function putMenu(say: Say): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: menuItem,
    title: say('menu_look'),
    contexts: ['page', 'selection', 'link'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

/** Both open the popup, which looks at the tab; the click or key gave access to it as the button does. */
export async function openPopup(trigger: { item: string | number }): Promise<void> {
  if (trigger.item === menuItem) await browser.action.openPopup();
}
