import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { type Site, startSite } from '../site';
import { problems } from './axe.ts';
import { lookAt, openPopover } from './reader.ts';

const articleAddress = 'https://velmorapatriot.example/a/4417-rioters-sarnova';

describe('A finding, from the popover to a file that stands alone', () => {
  let site: Site;
  let run: ExtensionRun;
  let desk: Page;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'refrain-share-'));
    site = await startSite();
    run = await launchChromium();
    await run.grant(['http://*.example/*']);
    await run.ask('addPack', 'bundled:demo');
    const article = await run.context.newPage();
    await lookAt(run, article, site.local(articleAddress));
    const popover = await openPopover(run, article);
    const opened = run.context.waitForEvent('page');
    await popover.getByRole('button', { name: 'Share this finding…' }).click();
    desk = await opened;
    await desk.getByRole('heading', { name: 'What will be in it' }).waitFor();
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function saved(): Promise<string> {
    const coming = desk.waitForEvent('download');
    await desk.getByRole('button', { name: 'Save the file' }).click();
    const download = await coming;
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return file;
  }

  /** Opens a saved file as a reader would, with everything it asks for written down. */
  async function opened(file: string, colorScheme: 'light' | 'dark') {
    const page = await run.context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.emulateMedia({ colorScheme });
    await page.goto(pathToFileURL(file).href);
    return { page, requests, complaints };
  }

  it.each(['light', 'dark'] as const)(
    'opens offline, asks for nothing, axe finds nothing: %s',
    async (scheme) => {
      const file = await saved();
      const { page, requests, complaints } = await opened(file, scheme);
      for (const width of [340, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      }
      expect(await page.locator('h1').innerText()).toBe(
        'Rioters hold Sarnova harbour to ransom over fuel price',
      );
      const marginLine = await page
        .locator('h2')
        .first()
        .evaluate((h2) => getComputedStyle(h2).borderTopStyle);
      expect(marginLine, 'the style is let in').toBe('double');
      expect(requests).toEqual([pathToFileURL(file).href]);
      expect(complaints).toEqual([]);
      expect(await problems(page)).toEqual([]);
      await page.close();
    },
  );

  it('runs nothing that is written into it later: its policy forbids scripts', async () => {
    const file = await saved();
    const { page } = await opened(file, 'light');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
    });
    expect(await page.title()).toContain('Rioters hold Sarnova harbour');
    await page.close();
  });

  it('hides the answers for a class until they are opened, on screen and in print', async () => {
    await desk.getByRole('switch', { name: 'Hide the answers, for a class' }).click();
    const { page } = await opened(await saved(), 'light');
    const answer = page.getByText('The Harrow Courier', { exact: true }).first();
    expect(await answer.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await answer.isVisible()).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(1_000);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('summary').nth(1).press('Enter');
    expect(await answer.isVisible()).toBe(true);
    expect(await problems(page)).toEqual([]);
    await page.close();
  });

  it('saves what is shown, in every other form', async () => {
    for (const form of ['text', 'links', 'jsonld', 'csl', 'annotation']) {
      await desk.locator(`input[value="${form}"]`).check();
      const shown = await desk.locator('pre').textContent();
      expect(await readFile(await saved(), 'utf8'), form).toBe(shown);
      expect(await problems(desk)).toEqual([]);
    }
  });
});
