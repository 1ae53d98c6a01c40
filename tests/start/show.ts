import { browserPath } from '../setup/browsers.mjs';
import { showInChromium } from './in-chromium.ts';
import { showInFirefox } from './in-firefox.ts';
import { openSite } from './stage.ts';

const site = await openSite();
try {
  await (browserPath('chromium') === null ? showInFirefox(site) : showInChromium(site));
} finally {
  await site.close();
}
