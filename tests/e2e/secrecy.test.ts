import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { articlePage, type Site, startSite } from '../site';
import { importRecords, lookAt, openPopover, popoverText, pressEscape } from './reader.ts';

/** A name that stands in the popover and nowhere in the page. */
const secretOutlet = 'Zyxwv Quarterly';
/** Letters of which the page has none, so that a font for them is asked for only where the popover's text is drawn. */
const secretLetters = 'Zyxwv';

const paragraphs = [
  'The council of Aldermoor met on Tuesday to decide on the bridge that has been closed since the flood in March.',
  'Engineers had told members that two of its five arches could not be saved and that a new deck had to be built.',
  'After a debate of four hours the council agreed to spend the reserve, and the first piles are due in the autumn.',
  'Shop owners on the north bank said that they had lost half of their trade and that the choice came a season late.',
];

/** Everything a page could try, run in the page itself. Each answer that shows the secret is named. */
function lookForSecret({ secret, letters }: { secret: string; letters: string }) {
  const found: string[] = [];
  const finder: { find?(text: string): boolean } = window as Window & { find?(text: string): boolean };
  if (finder.find?.(secret)) found.push('window.find');
  document.execCommand('selectAll');
  if (String(getSelection()).includes(secret)) found.push('selection');
  if (document.documentElement.outerHTML.includes(secret)) found.push('markup');
  if (document.body.innerText.includes(secret)) found.push('innerText');
  for (const element of document.querySelectorAll('*')) {
    if (element.shadowRoot?.textContent?.includes(secret)) found.push('shadow root');
  }
  if (window.length > 0) found.push('window.length');
  for (const entry of performance.getEntries()) {
    if (entry.name.includes('extension:')) found.push(`timing entry ${entry.name}`);
  }
  for (const font of document.fonts) {
    if (font.family.includes('probe') && font.status !== 'unloaded') found.push('font');
  }
  getSelection()?.removeAllRanges();
  const middle = document.elementFromPoint(innerWidth - 180, 240);
  if (middle?.textContent?.includes(secret)) found.push('elementFromPoint');
  return { found, control: Boolean(finder.find?.('Aldermoor')), letters };
}

describe('A page under the popover', () => {
  let site: Site;
  let run: ExtensionRun;
  let page: Page;
  const heard: string[] = [];

  beforeAll(async () => {
    site = await startSite();
    run = await launchChromium();
    await run.grant(['http://*.example/*']);
    await run.ask('watch', ['http://*.example/*']);
    await importRecords(run, [
      { id: 'copy', outlet: secretOutlet, title: 'A bridge', text: paragraphs.join('\n\n') },
    ]);
    const html = articlePage({
      host: 'aldermoor.example',
      outlet: 'Aldermoor Echo',
      title: 'Council agrees on the bridge',
      byline: null,
      published: '2026-03-03',
      paragraphs,
    });
    const probes = `<style>
      @font-face { font-family: probe; src: url(/probe.woff2); unicode-range: U+5A, U+77; }
      html, body, div, iframe { font-family: probe, serif; }
    </style><script>
      addEventListener('message', (event) => console.log('heard message', JSON.stringify(event.data)));
      addEventListener('keydown', (event) => console.log('heard key', event.key));
    </script>`;
    // Neither Z nor w stands in this page's own words once the few that do are drawn in another font.
    const address = site.addPage(
      'aldermoor.example',
      '/2026/03/bridge-to-be-rebuilt',
      html.replace('</head>', `${probes}</head>`),
    );
    page = await run.context.newPage();
    page.on('console', (message) => {
      if (message.text().startsWith('heard')) heard.push(message.text());
    });
    await lookAt(run, page, address);
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('learns nothing of what the popover shows', async () => {
    const before = await page.evaluate(lookForSecret, { secret: secretOutlet, letters: secretLetters });
    const popover = await openPopover(run, page);
    expect(await popoverText(popover)).toContain(secretOutlet);

    const after = await page.evaluate(lookForSecret, { secret: secretOutlet, letters: secretLetters });
    expect(after.control).toBe(true);
    expect(after.found).toEqual(before.found.filter((oracle) => oracle === 'font'));
  });

  it('hears no message and no key pressed in the popover', async () => {
    const popover = page.frames().find((frame) => frame.url().includes('/popover.html'))!;
    await popover.locator('main').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(heard).toEqual([]);
  });

  it('gets its focus back when the popover is closed with Escape', async () => {
    pressEscape(page);
    await expect.poll(() => page.frames().some((frame) => frame.url().includes('/popover.html'))).toBe(false);
    await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('cannot open the frame by itself with a guessed token', async () => {
    const frameText = await page.evaluate(async (id) => {
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/popover.html#guess`;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return document.body.innerText;
    }, run.id);
    expect(frameText).not.toContain(secretOutlet);
    for (const frame of page.frames().filter((one) => one.url().includes('popover.html#guess'))) {
      expect(await frame.locator('body').innerText()).not.toContain(secretOutlet);
    }
  });
});
