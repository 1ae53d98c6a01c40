import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { pressToolbar, pressToolbarButton } from '../browser/popup.ts';
import { demoRecords, type Site, startSite } from '../site';

/** An article and a reprint of it at another outlet. */
const original = 'https://harrowcourier.example/world/2026/03/09/sarnova-harbour-fuel-price';
/** An article on something else. */
const unrelated = 'https://coastaltimes.example/shipping/western-star-tow';
const reprint = 'https://northgatetribune.example/news/protesters-fill-sarnova-harbour';

describe('Hold and compare on a fresh profile', () => {
  let site: Site;
  let run: ExtensionRun;

  beforeAll(async () => {
    site = await startSite();
    run = await launchChromium({ args: [pressToolbar] });
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('compares two pages in four clicks, without any permission, leaving nothing in the database', async () => {
    const outlet = (url: string) => demoRecords().find((record) => record.url === url)!.outlet;
    const page = await run.context.newPage();
    await page.goto(site.local(original));

    let clicks = 1;
    const first = await pressToolbarButton(run, page);
    await first.waitFor('Hold this page');
    clicks += 1;
    await first.press('Hold this page');
    await first.waitFor('Release');
    await first.close();

    await page.goto(site.local(reprint));
    clicks += 1;
    const second = await pressToolbarButton(run, page);
    await second.waitFor('One other outlet ran this text.');
    expect(await second.text()).toContain(outlet(original));
    expect(await second.text()).toMatch(/reprint/i);
    clicks += 1;
    await second.press('Show on page');
    await expect.poll(() => page.frames().some((frame) => frame.url().includes('/popover.html'))).toBe(true);
    expect(clicks).toBeLessThanOrEqual(4);

    await page.goto(site.local(unrelated));
    const third = await pressToolbarButton(run, page);
    await third.waitFor('Compared with this page: no shared text.');
    const opened = run.context.waitForEvent('page');
    await third.press('Compare');
    await (await opened).getByText('No passage was found that stands in both of these texts.').waitFor();
    await (await opened).close();

    const desk = await run.openOwnPage('options.html');
    const origins = await desk.evaluate('chrome.permissions.getAll().then(({ origins }) => origins)');
    expect(origins).toEqual([]);
    expect(await run.ask('libraryCounts')).toMatchObject({
      articles: 0,
      headlineOnly: 0,
      fingerprintOnly: 0,
    });
    expect(await desk.evaluate(rowsInAllDatabases)).toEqual([]);
  });
});

/** Runs in one of the extension's pages: every row of text or record that any database of the extension holds. */
const rowsInAllDatabases = `(async () => {
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise((resolve) => {
        const reading = db.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
      });
      const words = JSON.stringify(rows);
      if (/sarnova/i.test(words)) found.push(store);
    }
    db.close();
  }
  return found;
})()`;
