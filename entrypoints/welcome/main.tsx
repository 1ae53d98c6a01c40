import '@/assets/styles/welcome.css';
import browser from 'webextension-polyfill';
import shipped from '@/assets/feeds.json';
import { mount } from '@/components/ui';
import { WelcomeScreen } from '@/components/welcome';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';
import { writtenSitePatterns } from '@/lib/app/permissions';
import { originPattern } from '@/lib/app/requests';

/** The demo brings everything that compares texts; it is fetched when it is asked for. */
async function lookAtDemo(turn: number) {
  const demo = await import('@/lib/app/demo');
  return demo.lookAtDemo(turn, new Date());
}

mount(
  <WelcomeScreen
    ask={ask}
    lookAtDemo={lookAtDemo}
    patternsOf={writtenSitePatterns}
    requestHosts={(origins) => browser.permissions.request({ origins })}
    library={{
      today: new Date().toISOString().slice(0, 10),
      shipped: shipped.feeds,
      originOf: originPattern,
      hostsOf: (address) => [originPattern(address) ?? []].flat(),
      openFiles: async (files) => (await import('@/lib/app/packs')).chosenPack(files, ask),
    }}
    onDone={() => window.close()}
  />,
  browserSay(),
);
