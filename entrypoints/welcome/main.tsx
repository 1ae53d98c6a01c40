import '@/assets/styles/welcome.css';
import browser from 'webextension-polyfill';
import { mount } from '@/components/ui';
import { WelcomeScreen } from '@/components/welcome';
import { lookAtDemo } from '@/lib/app/demo';
import { browserSay } from '@/lib/app/language';
import { ask } from '@/lib/app/messaging';
import { sitePatterns } from '@/lib/app/permissions';

mount(
  <WelcomeScreen
    ask={ask}
    lookAtDemo={(turn) => lookAtDemo(turn, new Date())}
    patternsOf={(address) => sitePatterns(address.includes('://') ? address : `https://${address}`)}
    requestHosts={(origins) => browser.permissions.request({ origins })}
    onDone={() => window.close()}
  />,
  browserSay(),
);
