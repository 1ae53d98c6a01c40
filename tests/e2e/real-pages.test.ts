import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHtml } from '@/lib/page/read-html';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { hasCollections, savedPages, skipNote } from '../collections';
import { demoRecords, type Site, startSite } from '../site';
import { type Planted, plantedCopy } from './planted.ts';
import { importRecords, lookAt, openPopover, reportOf } from './reader.ts';
import { type ServedPage, serveRealPages } from './real-pages.ts';

const all = ['http://*.example/*'];

/** What the toolbar button says of a tab once the page was read by itself. */
async function wordsOfButton(run: ExtensionRun, own: Page, page: Page): Promise<string> {
  const tabId = await run.tabId(page);
  const title = () => own.evaluate(`chrome.action.getTitle({ tabId: ${tabId} })`).then(String);
  await expect
    .poll(title, { timeout: 15_000, interval: 50, message: `what the button says of ${page.url()}` })
    .not.toMatch(/^(|Refrain|Refrain is comparing.*)$/i);
  return title();
}

/** The page's whole markup, as it stands in the browser. */
const markup = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

describe.skipIf(!hasCollections)(`Saved real pages on watched sites${skipNote}`, () => {
  let site: Site;
  let run: ExtensionRun;
  let page: Page;
  let own: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    site = await startSite();
    run = await launchChromium();
    await run.grant(all);
    await run.ask('watch', all);
    own = await run.openOwnPage('options.html');
    page = await run.context.newPage();
    run.context.on('weberror', (error) => {
      if (String(error.error().stack).includes('chrome-extension:')) errors.push(String(error.error().stack));
    });
    run.context.on('console', (message) => {
      if (message.type() === 'error' && message.location().url.startsWith('chrome-extension:'))
        errors.push(message.text());
    });
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  /** What the button says; `null` when the page's own scripts went elsewhere, where there is nothing, or never let it load. */
  async function readByItself(address: string): Promise<string | null> {
    const loaded = await page.goto(address, { waitUntil: 'load', timeout: 15_000 }).catch(() => null);
    return loaded !== null && page.url() === address ? wordsOfButton(run, own, page) : null;
  }

  it('are told apart from lists, and read without an error', async () => {
    const pages = serveRealPages(site, 'live', { scripts: true });
    const missed: string[] = [];
    const left: string[] = [];
    for (const { id, address } of pages) {
      const words = await readByItself(address);
      if (words === null) left.push(id);
      else if (/no article/i.test(words)) missed.push(id);
    }
    const hosts = [...new Set(demoRecords().map(({ url }) => new URL(url).hostname))];
    const lists = hosts.flatMap((host) => [
      site.url(host, '/'),
      site.url(host, '/search?q=harbour'),
      site.url(host, '/about'),
    ]);
    const alarms: string[] = [];
    for (const address of lists) {
      // A tab of its own: no reader goes through thirty pages of one tab in a second, and the background bounds that.
      await page.close();
      page = await run.context.newPage();
      if (!/no article/i.test(String(await readByItself(address)))) alarms.push(address);
    }
    console.log(
      `Gate: ${pages.length - missed.length - left.length} of ${pages.length} pages read; not read: ${missed.join(', ')}; kept from loading by their scripts: ${left.join(', ')}`,
    );
    console.log(`Gate: ${alarms.length} false alarms on ${lists.length} list pages: ${alarms.join(', ')}`);
    expect(pages.length - left.length).toBeGreaterThanOrEqual(100);
    expect(errors).toEqual([]);
    expect(missed.length / pages.length).toBeLessThan(0.35);
    expect(alarms.length / lists.length).toBeLessThan(0.1);
  }, 400_000);

  it('stand unchanged where nothing is found', async () => {
    const watched = serveRealPages(site, 'still', { scripts: false });
    const changed: string[] = [];
    const unwatchedRun = await launchChromium();
    const plain = await unwatchedRun.context.newPage();
    for (const { id, address } of watched) {
      await plain.goto(address, { waitUntil: 'load', timeout: 30_000 });
      await readByItself(address);
      if ((await markup(page)) !== (await markup(plain))) changed.push(id);
    }
    await unwatchedRun.close();
    expect(changed).toEqual([]);
  }, 400_000);

  describe('with an edited copy of ten of them in the library', () => {
    let cases: { served: ServedPage; planted: Planted }[];

    beforeAll(async () => {
      const html = new Map(
        (['html-readability', 'html-trafilatura', 'html-defuddle'] as const).flatMap((set) =>
          savedPages(set).map((saved) => [saved.id, saved.html] as const),
        ),
      );
      const pages = serveRealPages(site, 'copied', { scripts: false });
      cases = pages
        .flatMap((served) => {
          const read = readHtml(html.get(served.id)!, { url: served.address, now: Date.now() });
          const planted = read.status === 'read' ? plantedCopy(served.id, read.reading.article) : null;
          return planted === null ? [] : [{ served, planted }];
        })
        .slice(0, 10);
      await run.ask('deleteAll');
      await importRecords(
        run,
        cases.map(({ planted }) => planted.record),
      );
    }, 120_000);

    it('names each as an edited reprint, its share and its passages', async () => {
      expect(cases.length).toBe(10);
      for (const { served, planted } of cases) {
        const report = reportOf(await lookAt(run, page, served.address));
        const match = report.sameText.find(({ article }) => article.id === planted.record.id);
        expect(match?.relation, served.id).toBe('edited-reprint');
        expect(Math.abs(match!.coverage.here - planted.coverage), served.id).toBeLessThanOrEqual(0.05);

        await openPopover(run, page);
        const { placed, of } = await run.ask('showInPage', await run.tabId(page), {
          articleId: planted.record.id,
          passage: 0,
        });
        expect({ placed, of }, served.id).toEqual({ placed: 1, of: 1 });
        expect(planted.words(await highlighted(page)), served.id).toBe(true);
      }
    }, 240_000);
  });
});

/** Text of all highlights in the page. */
function highlighted(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map((range) => (range instanceof Range ? range.toString() : ''))
      .join(' '),
  );
}
