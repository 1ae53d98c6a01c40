import { browserPath } from '../setup/browsers.mjs';
import { showInChromium } from './in-chromium.ts';
import { openSite } from './stage.ts';

const site = await openSite();
try {
  if (browserPath('chromium') !== null) await showInChromium(site);
} finally {
  await site.close();
}
