import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { articlePage, demoRecords, type Site, startSite } from '../site';
import { popoverFrame, pressEscape } from './reader.ts';

/** An edited reprint, and the article it was made from. */
const article = 'https://velmorapatriot.example/a/4417-rioters-sarnova';
const originalAddress = 'https://harrowcourier.example/world/2026/03/09/sarnova-harbour-fuel-price';
const otherStory = 'https://northgatetribune.example/news/northgate-pupils-ferry';
const host = new URL(article).hostname;
const pattern = `http://*.${host}/*`;

/** A page in the background waits up to two seconds for a quiet moment. */
const patient = { timeout: 10_000 };

/** Middle of the mark, seen from the window's lower right corner, in CSS pixels. */
const mark = 28;

describe('A watched site, from page to popover', () => {
  let site: Site;
  let run: ExtensionRun;
  let page: Page;

  beforeAll(async () => {
    site = await startSite();
    run = await launchChromium();
    await run.grant([pattern]);
    await run.ask('addPack', 'bundled:demo');
    await run.ask('watch', [pattern]);
    page = await run.context.newPage();
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('the badge shows the number of other outlets, by itself', async () => {
    await page.goto(site.local(article));
    await expect.poll(() => badgeOf(run, page), patient).toMatch(/^[1-9]\d*$/);
    const status = await run.ask('look', await run.tabId(page));
    expect(status).toMatchObject({ state: 'found', outlets: Number(await badgeOf(run, page)) });
  });

  it('the mark opens the popover for a click of the reader, and for no other', async () => {
    await page.bringToFront();
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.outerHTML)).toBe(
      '<div></div>',
    );
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('html > div')) element.click();
    });
    await clickMark(page);
    const frame = await popoverFrame(page);
    await frame.getByRole('heading').first().waitFor();
    const original = demoRecords().find((record) => record.url === originalAddress)!.outlet;
    expect(await frame.locator('body').innerText()).toContain(original);
    expect(page.frames().filter((each) => each.url().includes('/popover.html'))).toHaveLength(1);
  });

  it('Escape closes the popover and leaves only the mark in the page', async () => {
    pressEscape(page);
    await expect.poll(() => page.frames().length).toBe(1);
    expect(await page.evaluate(() => document.querySelectorAll('html > div').length)).toBe(1);
  });

  it('a passage is highlighted in the page, whose document stays as it is', async () => {
    const tabId = await run.tabId(page);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const status = await run.ask('look', tabId);
    if (status.state !== 'found' || status.outcome.status !== 'found') throw new Error('nothing was found');
    const match = status.outcome.report.sameText[0]!;
    const shown = await run.ask('showInPage', tabId, { articleId: match.article.id, passage: null });
    expect(shown).toEqual({ placed: match.passages.length, of: match.passages.length });
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('a page that becomes another in place loses its badge and gets its own', async () => {
    await page.evaluate(() => {
      history.pushState(null, '', '/in-place');
      document.querySelector('main, article, body')?.replaceChildren('Nothing to read here.');
    });
    await expect.poll(() => badgeOf(run, page)).toBe('');
    expect(await page.evaluate(() => document.querySelectorAll('html > div').length)).toBe(0);
  });

  it('a page that becomes another article in place is read as that one', async () => {
    await page.goto(site.local(article));
    await expect.poll(() => badgeOf(run, page), patient).not.toBe('');
    const paragraphs = demoRecords()
      .find((record) => record.url === otherStory)!
      .text.split('\n\n');
    const html = articlePage({
      host,
      outlet: 'Velmora Patriot',
      title: 'Another',
      byline: null,
      published: '2026-03-12',
      paragraphs,
    });
    await page.evaluate((source) => {
      const another = new DOMParser().parseFromString(source, 'text/html');
      history.pushState(null, '', '/another-article');
      document.body.replaceWith(another.body);
    }, html);
    const reported = async () => {
      const status = await run.ask('look', await run.tabId(page));
      return status.state === 'found' && 'report' in status.outcome ? status.outcome.report : null;
    };
    await expect.poll(async () => (await reported())?.page.url, patient).toMatch(/\/another-article$/);
    expect((await reported())?.sameText.map(({ article }) => article.id)).toContain(otherStory);
  });

  it('a page that is gone back to has its badge and its mark again', async () => {
    await page.goto(site.local(article));
    await expect.poll(() => badgeOf(run, page), patient).not.toBe('');
    await page.goto(site.url(host, '/'));
    await expect.poll(() => badgeOf(run, page), patient).toBe('');
    await page.goBack();
    await expect.poll(() => badgeOf(run, page), patient).not.toBe('');
    await expect.poll(() => hosts(page), patient).toBe(1);
  });

  it('a background that was stopped still answers for the tab', async () => {
    await page.goto(site.local(article));
    await expect.poll(() => badgeOf(run, page), patient).not.toBe('');
    await stopWorker(run);
    expect(await run.ask('look', await run.tabId(page))).toMatchObject({ state: 'found' });
  });

  it('a page that is no article is left alone', async () => {
    await page.goto(site.url(host, '/'));
    const tabId = await run.tabId(page);
    expect(await page.evaluate(() => document.querySelectorAll('html > div').length)).toBe(0);
    expect(await run.ask('look', tabId)).toMatchObject({ state: 'not-an-article', because: 'list-page' });
    expect(await page.evaluate(() => document.querySelectorAll('html > div').length)).toBe(0);
  });

  it('a site that is switched off is not read', async () => {
    await run.ask('setHostOff', host, true);
    await page.goto(site.local(article));
    expect(await run.ask('look', await run.tabId(page))).toEqual({ state: 'off-here', host: host });
    await run.ask('setHostOff', host, false);
    await expect.poll(() => badgeOf(run, page), patient).toMatch(/^[1-9]\d*$/);
  });

  it('after the extension was reloaded there is one mark, and it works', async () => {
    await page.goto(site.local(article));
    await expect.poll(() => hosts(page), patient).toBe(1);
    await reload(run);
    await page.bringToFront();
    await expect.poll(() => badgeOf(run, page), patient).toMatch(/^[1-9]\d*$/);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => hosts(page), patient).toBe(1);
    await clickMark(page);
    const frame = await popoverFrame(page);
    await frame.getByRole('heading').first().waitFor();
  });

  it('a permission that is taken back ends the watching', async () => {
    await withdraw(run, pattern);
    await expect.poll(() => run.ask('settings')).toMatchObject({ watched: [] });
    const desk = await run.openOwnPage('options.html');
    expect(await desk.evaluate('chrome.scripting.getRegisteredContentScripts()')).toEqual([]);
  });
});

async function badgeOf(run: ExtensionRun, page: Page): Promise<string> {
  const tabId = await run.tabId(page);
  const desk = run.context.pages().find((one) => one.url().includes('/options.html'))!;
  return desk.evaluate(`chrome.action.getBadgeText({ tabId: ${tabId} })`);
}

/** Elements beside head and body: ours. */
const hosts = (page: Page) => page.evaluate(() => document.querySelectorAll('html > div').length);

/** Reloads the extension, as an update does. Chromium takes up again what was loaded from a folder in developer mode only. */
async function reload(run: ExtensionRun) {
  const settings = await run.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  const started = run.context.waitForEvent('serviceworker');
  await settings.evaluate(`chrome.developerPrivate.reload(${JSON.stringify(run.id)})`);
  await started;
  await settings.close();
}

/** A click of the mouse, as a reader makes it, on the mark in its corner. */
async function clickMark(page: Page) {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.clientHeight,
  }));
  await page.mouse.click(width - mark, height - mark);
}

/** Stops the service worker as the browser does when it has been idle. */
async function stopWorker(run: ExtensionRun) {
  const session = await run.context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  for (const { targetId } of targetInfos) await session.send('Target.closeTarget', { targetId });
  await session.detach();
}

/** Takes a host permission back, as the reader can in the browser's own settings. */
async function withdraw(run: ExtensionRun, pattern: string) {
  const settings = await run.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    `chrome.developerPrivate.removeHostPermission(${JSON.stringify(run.id)}, ${JSON.stringify(pattern)})`,
  );
  await settings.close();
}
