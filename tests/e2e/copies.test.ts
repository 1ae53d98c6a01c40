import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedOutlets } from '@/lib/core/article/outlet-table';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { pressToolbar, pressToolbarButton } from '../browser/popup.ts';
import { textOf } from '../fixtures/made-up-articles.ts';
import { wireStory } from '../fixtures/wire-story.ts';
import { articlePage, type Site, startSite } from '../site';
import { type ImportRecord, importRecords, lookAt, openPopover, popoverText, reportOf } from './reader.ts';

/** A station that no table knows; the reader says whose it is. */
const station = 'kqhb.example';
const paper = 'harbourpaper.example';
/** The origin of a text, which it corrects while copies of it are out. */
const origin = 'harrowcourier.example';

describe('What is said of the copies of a text', () => {
  let site: Site;
  let run: ExtensionRun;

  beforeAll(async () => {
    site = await startSite();
    run = await launchChromium({ args: [pressToolbar] });
    await run.grant(['http://*.example/*']);
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  function serve(host: string, path: string, text: string): string {
    const paragraphs = text.split('\n\n');
    const page = { host, outlet: host, title: `News of ${path}`, byline: null, published: null, paragraphs };
    return site.addPage(host, path, articlePage(page));
  }

  async function badgeOf(page: Page): Promise<string> {
    const desk = run.context.pages().find((one) => one.url().includes('/options.html'))!;
    return desk.evaluate(`chrome.action.getBadgeText({ tabId: ${await run.tabId(page)} })`);
  }

  /** All that the page behind a question's tab says, folded parts too, in one line. */
  async function wordsOf(ask: () => Promise<unknown>): Promise<string> {
    const opened = run.context.waitForEvent('page');
    await ask();
    const page = await opened;
    await page
      .getByText(/\d+ other outlets[, ]/)
      .first()
      .waitFor({ state: 'attached' });
    const words = await page.locator('body').evaluate((body) => body.textContent ?? '');
    await page.close();
    return words.replace(/\s+/g, ' ');
  }

  const cases = [
    {
      name: 'twenty stations of one owner',
      host: station,
      text: textOf(3, 6),
      copies: (): ImportRecord[] =>
        shippedOutlets.all
          .flatMap(({ owner, domains }) => (owner === 'Sinclair' ? domains.slice(0, 1) : []))
          .slice(0, 20)
          .map((host) => ({ id: host, outlet: host, url: `https://${host}/ferry`, text: textOf(3, 6) })),
      outlets: 20,
      origin: 'Sinclair',
    },
    {
      name: 'an agency’s story at fifteen outlets in six versions',
      host: paper,
      text: wireStory()[1]!,
      copies: (): ImportRecord[] =>
        wireStory().map((text, at) => ({
          id: `paper${at}`,
          outlet: `Paper ${at}`,
          url: `https://paper${at}.example/harbour`,
          text,
        })),
      outlets: 15,
      origin: 'AP',
    },
  ];

  it.each(cases)(
    '$name: one origin, and the same number in badge, popup, popover, comparison and export',
    async ({ host, text, copies, outlets, origin }) => {
      await run.ask('setOutletEdits', [{ says: 'belongs-to', outlet: station, owner: 'Sinclair' }]);
      const records = copies();
      await importRecords(run, records);
      const page = await run.context.newPage();
      const status = await lookAt(run, page, serve(host, '/story', text));
      const report = reportOf(status);
      expect(report.origins.map((one) => one.outlet)).toEqual([origin]);

      const said = `${outlets} other outlets, 1 origin`;
      const answer = new RegExp(`${outlets} other outlets ran this text\\. ?1 independent origin in all`);
      // The badge is written behind the answer to the look.
      await expect.poll(() => badgeOf(page)).toBe(String(outlets));
      const popup = await pressToolbarButton(run, page);
      await popup.waitFor(`${outlets} other outlets ran this text.`);
      expect(await popup.text()).toContain(said);
      await popup.close();
      expect(await popoverText(await openPopover(run, page))).toMatch(answer);

      const tab = await run.tabId(page);
      expect(await wordsOf(() => run.ask('openComparison', tab, records[0]!.id))).toMatch(answer);
      expect(await wordsOf(() => run.ask('openShare', tab))).toContain(said);
      await page.close();
    },
  );

  it('an origin corrects a figure: of five copies exactly the two that still have the old one are named', async () => {
    const story = textOf(4, 6).split('\n\n');
    const withLine = (line: string) => [...story.slice(0, 3), line, ...story.slice(3)].join('\n\n');
    const wrong = 'The harbour master earned forty thousand crowns in that year alone.';
    const right = 'The harbour master earned fourteen thousand crowns in that year alone.';
    const lines = [wrong, right, wrong, right, ''];
    await importRecords(
      run,
      lines.map((line, at) => ({
        id: `copy${at}`,
        outlet: `Reprinter ${at}`,
        url: `https://reprinter${at}.example/crowns`,
        text: withLine(line),
      })),
    );
    await run.ask('setKeepPages', { all: false, sites: [origin] });
    const page = await run.context.newPage();
    const { trail } = reportOf(await lookAt(run, page, serve(origin, '/crowns', withLine(wrong))));
    expect(trail.corrections).toEqual([]);
    const tab = await run.tabId(page);
    await expect.poll(() => run.ask('keptHere', tab)).toMatchObject({ held: true });

    const corrected = reportOf(await lookAt(run, page, serve(origin, '/crowns', withLine(right))));
    const today = new Date().toISOString().slice(0, 10);
    const [correction, ...others] = corrected.trail.corrections;
    expect(others).toEqual([]);
    expect(correction?.changes).toEqual([{ before: wrong, after: right }]);
    expect(
      correction?.stale.map(({ articleId, lastChecked }) => [articleId, lastChecked.at.slice(0, 10)]),
    ).toEqual([
      ['copy0', today],
      ['copy2', today],
    ]);

    const shown = await popoverText(await openPopover(run, page));
    expect(shown).toContain('2 copies still have it as it was.');
    const trailWords = shown.slice(shown.indexOf('2 copies still have it'));
    expect(trailWords).toMatch(
      /Reprinter 0 has it as it was; last looked at .*Reprinter 2 has it as it was; last looked at /,
    );
    await page.close();
  });
});
