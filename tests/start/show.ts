import { browserPath } from '../setup/browsers.mjs';
import { startSite } from '../site/index.ts';
import { showInChromium } from './in-chromium.ts';
import { showInFirefox } from './in-firefox.ts';

const site = await startSite({ showPort: false });
try {
  await (browserPath('chromium') === null ? showInFirefox(site) : showInChromium(site));
} finally {
  await site.close();
}
