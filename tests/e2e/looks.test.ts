import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { type Site, startSite } from '../site';
import { problems } from './axe.ts';
import { lookAt, openPopover } from './reader.ts';

const articleAddress = 'https://velmorapatriot.example/a/4417-rioters-sarnova';
const original = 'https://harrowcourier.example/world/2026/03/09/sarnova-harbour-fuel-price';

/** Pictures for people to look at; nothing is compared with them. */
const pictures = path.resolve(import.meta.dirname, '../../.output/pictures');

const schemes = ['light', 'dark'] as const;
const widths = { narrow: 340, wide: 1280 } as const;

describe('Every surface, light and dark, narrow and wide', () => {
  let site: Site;
  let run: ExtensionRun;
  let article: Page;
  let tabId: number;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    site = await startSite();
    run = await launchChromium();
    await run.grant(['http://*.example/*']);
    await run.ask('addPack', 'bundled:demo');
    article = await run.context.newPage();
    await lookAt(run, article, site.local(articleAddress));
    tabId = await run.tabId(article);
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  const ownPages = [
    ['options', 'options.html'],
    ['welcome', 'welcome.html'],
    ['popup', 'popup.html'],
    ['comparison', 'comparison.html'],
    ['share', 'share.html'],
  ] as const;

  it('tells in forced colours whether a switch is on and which tab is chosen', async () => {
    const page = await run.context.newPage();
    await page.emulateMedia({ forcedColors: 'active' });
    await run.openOwnPage(`share.html#tab=${tabId}`, page);
    const colours = () =>
      page
        .getByRole('switch')
        .first()
        .evaluate((button) => {
          const track = button.querySelector('.switch__track')!;
          return [getComputedStyle(track), getComputedStyle(track, '::after')].map(
            ({ backgroundColor }) => backgroundColor,
          );
        });
    const off = await colours();
    await page.getByRole('switch').first().click();
    const on = await colours();
    for (const [track, knob] of [off, on]) expect(knob).not.toBe(track);
    expect(on[0]).not.toBe(off[0]);
    await page.close();

    await article.emulateMedia({ forcedColors: 'active' });
    const popover = await openPopover(run, article);
    const lines = await popover
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomColor));
    expect(lines[1]).toBe(lines[2]);
    expect(lines[0]).not.toBe(lines[1]);
    await run.ask('closePopover', tabId);
    await article.emulateMedia({ forcedColors: 'none' });
  });

  it('prints both texts in full, dark on light', async () => {
    const page = await run.context.newPage();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: 800, height: 300 });
    await run.openOwnPage(`comparison.html?tab=${tabId}&article=${encodeURIComponent(original)}`, page);
    const texts = page.locator('.column__text');
    await texts.nth(1).waitFor();
    expect(
      await texts.evaluateAll((all) => all.map((text) => text.scrollHeight - text.clientHeight)),
    ).toEqual([0, 0]);
    const [ink, paper] = await page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.documentElement).backgroundColor,
    ]);
    expect(ink).toBe('rgb(30, 27, 23)');
    expect(paper).toBe('rgb(250, 248, 243)');
    await page.close();
  });

  describe.each(schemes)('%s', (colorScheme) => {
    it.each(ownPages)('axe finds nothing in %s', async (name, file) => {
      const address =
        name === 'comparison'
          ? `${file}?tab=${tabId}&article=${encodeURIComponent(original)}`
          : name === 'share'
            ? `${file}#tab=${tabId}`
            : file;
      for (const [width, pixels] of Object.entries(widths)) {
        const page = await run.context.newPage();
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: pixels, height: 900 });
        await run.openOwnPage(address, page);
        await page.locator('h1, h2').first().waitFor();
        await page.screenshot({
          path: path.join(pictures, `${name}-${colorScheme}-${width}.png`),
          fullPage: true,
        });
        expect(await problems(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${name} ${width} is not wider than its window`).toBeLessThanOrEqual(0);
        await page.close();
      }
    });

    it('axe finds nothing in the popover', async () => {
      await article.emulateMedia({ colorScheme });
      const popover = await openPopover(run, article);
      await article.screenshot({ path: path.join(pictures, `popover-${colorScheme}.png`) });
      expect(await problems(popover)).toEqual([]);
      const beyond = await popover.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(beyond, 'nothing lies below the popover’s own scrolling').toBeLessThanOrEqual(0);
      await run.ask('closePopover', tabId);
      await expect
        .poll(() => article.frames().some((frame) => frame.url().includes('popover.html')))
        .toBe(false);
    });
  });
});
