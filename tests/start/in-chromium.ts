import type { Frame, Page } from 'playwright-core';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { frontHost, type Site } from '../site/index.ts';
import { wordsOfReport } from './report-words.ts';
import { demoPatterns, featured, hasDisplay, saveScreenshot } from './stage.ts';

/** Shows the main job in Chromium: in a window that stays open, or headless with the report in words and a screenshot. */
export async function showInChromium(site: Site): Promise<void> {
  const headless = !hasDisplay();
  const run = await launchChromium({ headless, onlyLoopback: headless, sitePort: site.port });
  try {
    await leadToSite(run, site);
    await prepareReader(run);
    const article = await openFeatured(run, site);
    const popover = await showPopover(run, article);
    await (headless ? printReport(article, popover) : stayOpen(run, site, article));
  } finally {
    await run.close();
  }
}

/** The demo's public addresses are https, as real ones; the site on this machine is not. */
async function leadToSite(run: ExtensionRun, site: Site) {
  await run.context.route(
    (url) => url.protocol === 'https:' && url.hostname.endsWith('.example'),
    (route) => route.fulfill({ status: 302, headers: { location: site.local(route.request().url()) } }),
  );
}

/** What a reader would have done: watch the demo's outlets and put its stories into the library. */
async function prepareReader(run: ExtensionRun) {
  await run.grant(demoPatterns());
  await run.ask('watch', demoPatterns());
  await run.ask('addPack', 'bundled:demo');
  const counts = await run.ask('libraryCounts');
  console.log(`The library holds ${counts.articles} articles of ${counts.outlets.length} made-up outlets.`);
}

async function openFeatured(run: ExtensionRun, site: Site): Promise<Page> {
  const record = featured();
  const article = await run.context.newPage();
  await article.goto(site.local(record.url));
  console.log(`Opened ${record.outlet}: ${record.title}`);
  return article;
}

/** Opens the popover over the page, as "Show on page" in the toolbar popup does. */
async function showPopover(run: ExtensionRun, article: Page): Promise<Frame> {
  const tabId = await run.tabId(article);
  const status = await run.ask('look', tabId);
  if (status.state !== 'found')
    throw new Error(`Nothing was found for the page; its state is "${status.state}".`);
  await run.ask('showOnPage', tabId);
  await article.bringToFront();
  const popover = await waitForFrame(article, (frame) => frame.url().includes('/popover.html'));
  await popover.getByRole('tab').first().waitFor();
  return popover;
}

async function waitForFrame(page: Page, wanted: (frame: Frame) => boolean): Promise<Frame> {
  return page.frames().find(wanted) ?? page.waitForEvent('framenavigated', { predicate: wanted });
}

async function printReport(article: Page, popover: Frame) {
  saveScreenshot(await article.screenshot());
  console.log(`\n${await popover.evaluate(wordsOfReport)}`);
}

async function stayOpen(run: ExtensionRun, site: Site, article: Page) {
  const [first] = run.context.pages();
  await first?.goto(site.url(frontHost));
  await article.bringToFront();
  console.log('Close the browser to end the demo.');
  await new Promise<void>((resolve) => run.context.once('close', () => resolve()));
}
