import '@/assets/styles/popup.css';
import browser from 'webextension-polyfill';
import { PopupScreen } from '@/components/popup';
import { mount } from '@/components/ui';
import { browserSay } from '@/lib/app/language';
import { ask, type FeedChoice } from '@/lib/app/messaging';
import { siteOf, sitePatterns } from '@/lib/app/permissions';
import { originPattern } from '@/lib/app/requests';

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

/** The same for following the outlet of this page. */
async function follow(feed: FeedChoice) {
  if (import.meta.env.FIREFOX) return openOptions(`?feed=${encodeURIComponent(feed.url)}#outlets`);
  const told = ask('followFeeds', [feed], false);
  await browser.permissions.request({ origins: [originPattern(feed.url) ?? ''] });
  await told;
}

mount(
  <PopupScreen
    ask={ask}
    tab={{ id: tab?.id ?? -1, site: siteOf(address), patterns: sitePatterns(address) }}
    onWatch={watch}
    onFollow={follow}
    onOpenOptions={() => openOptions('')}
    onFillLibrary={() => openOptions('#library')}
    onClose={() => window.close()}
  />,
  browserSay(),
);
