import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { type Site, startSite } from '../site';
import { lookAt, openPopover, popoverFrame } from './reader.ts';

const article = 'https://velmorapatriot.example/a/4417-rioters-sarnova';

describe('A page that has something in the way of the popover', () => {
  let site: Site;
  let run: ExtensionRun;
  let page: Page;

  beforeAll(async () => {
    site = await startSite();
    run = await launchChromium();
    await run.grant(['http://*.example/*']);
    await run.ask('addPack', 'bundled:demo');
    page = await run.context.newPage();
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  beforeEach(async () => {
    await lookAt(run, page, site.local(article));
    await page.bringToFront();
  });

  const show = async () => run.ask('showOnPage', await run.tabId(page));
  const frames = () => page.frames().length;

  it('under its modal dialog the popover can be used, by click and by key', async () => {
    await page.evaluate(openDialog);
    const popover = await openPopover(run, page);
    await popover.getByRole('tab', { name: 'Same story' }).click();
    expect(await popover.getByRole('tab', { name: 'Same story' }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowRight');
    expect(await popover.getByRole('tab', { name: 'Framing' }).getAttribute('aria-selected')).toBe('true');
    await popover.getByRole('button', { name: 'Close' }).click();
    await expect.poll(frames).toBe(1);
    expect(await page.evaluate(() => document.querySelector('dialog')!.open)).toBe(true);
  });

  it('a dialog that is closed takes the popover along, and the next one opens over the page', async () => {
    await page.evaluate(openDialog);
    await openPopover(run, page);
    await page.evaluate(() => document.querySelector('dialog')!.close());
    await expect.poll(frames).toBe(1);
    expect(await show()).toEqual({ shown: true });
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.tagName)).toBe('DIV');
  });

  it('a modal dialog that opens over it closes it, so that nothing dead is in view', async () => {
    await openPopover(run, page);
    await page.evaluate(openDialog);
    await expect.poll(frames).toBe(1);
  });

  it('a dialog it cannot look into leaves the report in the popup, which says so', async () => {
    await page.evaluate(() => {
      const outer = document.body.appendChild(document.createElement('div'));
      const dialog = document.createElement('dialog');
      dialog.append('Nothing else can be used.', document.createElement('button'));
      outer.attachShadow({ mode: 'closed' }).append(dialog);
      dialog.showModal();
    });
    expect(await show()).toEqual({ shown: false });
    expect(frames()).toBe(1);
  });

  it('a page that takes it out at once is told of, and keeps its way', async () => {
    await page.evaluate(() => {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes) if (node instanceof HTMLDivElement) node.remove();
      }).observe(document.documentElement, { childList: true });
    });
    expect(await show()).toEqual({ shown: false });
    expect(frames()).toBe(1);
  });

  it('a page without any of this shows it', async () => {
    expect(await show()).toEqual({ shown: true });
    await (await popoverFrame(page)).getByRole('heading').first().waitFor();
  });
});

/** Runs in the page. */
function openDialog() {
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.append('Subscribe to read on.', document.createElement('button'));
  dialog.showModal();
}
