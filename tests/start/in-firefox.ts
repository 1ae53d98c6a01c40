import { type FirefoxRun, launchFirefox } from '../browser/firefox.ts';
import { frontHost, type Site } from '../site/index.ts';
import { wordsOfReport } from './report-words.ts';
import { demoPatterns, featured, hasDisplay, saveScreenshot } from './stage.ts';

/** Shows the main job in Firefox, where there is no Chromium; otherwise as `showInChromium`. */
export async function showInFirefox(site: Site): Promise<void> {
  const headless = !hasDisplay();
  const run = await launchFirefox({ hosts: { port: site.port }, headless });
  try {
    await run.grant(demoPatterns());
    await run.ask('watch', demoPatterns());
    await run.ask('addPack', 'bundled:demo');
    const counts = await run.ask('libraryCounts');
    console.log(`The library holds ${counts.articles} articles of ${counts.outlets.length} made-up outlets.`);
    if (!headless) await run.open(site.url(frontHost));
    const record = featured();
    const address = site.local(record.url);
    const article = await run.open(address);
    console.log(`Opened ${record.outlet}: ${record.title}`);
    await showPopover(run, article, address, headless);
    if (!headless) {
      console.log('Close the browser to end the demo.');
      await run.ended;
    }
  } finally {
    await run.close();
  }
}

async function showPopover(run: FirefoxRun, article: string, address: string, print: boolean) {
  const tabId = await run.tabId(address);
  const status = await run.ask('look', tabId);
  if (status.state !== 'found')
    throw new Error(`Nothing was found for the page; its state is "${status.state}".`);
  await run.ask('showOnPage', tabId);
  await run.bidi.send('browsingContext.activate', { context: article });
  const popover = await run.frame(article, '/popover.html');
  if (popover === null) throw new Error('The popover did not come.');
  await run.bidi.call(popover, untilShown);
  if (!print) return;
  saveScreenshot(await run.screenshot(article));
  console.log(`\n${await run.bidi.call<string>(popover, String(wordsOfReport))}`);
}

/** Runs in the popover's frame. */
const untilShown = `async () => {
  while (document.querySelector('[role="tab"]') === null) await new Promise(requestAnimationFrame);
  return true;
}`;
