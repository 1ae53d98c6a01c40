import '@/assets/styles/popup.css';
import browser from 'webextension-polyfill';
import { PopupScreen } from '@/components/popup';
import { mount } from '@/components/ui';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';
import { siteOf, sitePatterns } from '@/lib/app/permissions';

const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const address = tab?.url ?? '';

async function openOptions(anchor: string) {
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${anchor}`) });
  window.close();
}

/** Firefox shows no permission prompt over a popup, so there the options page asks. */
async function watch(patterns: string[]) {
  if (import.meta.env.FIREFOX) return openOptions(`?add=${encodeURIComponent(siteOf(address) ?? '')}#sites`);
  // The browser's prompt closes this popup: the background has to know first what to watch once it is granted.
  const told = ask('watch', patterns);
  await browser.permissions.request({ origins: patterns });
  await told;
}

mount(
  <PopupScreen
    ask={ask}
    tab={{ id: tab?.id ?? -1, site: siteOf(address), patterns: sitePatterns(address) }}
    onWatch={watch}
    onOpenOptions={() => openOptions('')}
    onClose={() => window.close()}
  />,
  browserSay(),
);
