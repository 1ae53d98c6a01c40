import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { articlePage, type Site, startSite } from '../site';
import { importFile, lookAt, openPopover, popoverText, reportOf } from './reader.ts';

/** Made-up sentences, none like another, so that a page of ten megabytes is no repetition of one. */
function longText(words: number): string[] {
  const paragraphs: string[] = [];
  for (let made = 0; made < words; made += 40) {
    const run = Array.from({ length: 40 }, (_, at) => `${(made + at).toString(36)}word`);
    paragraphs.push(`The council heard of ${run.join(' ')}.`);
  }
  return paragraphs;
}

describe('Bad input in the browser', () => {
  let site: Site;
  let run: ExtensionRun;

  beforeAll(async () => {
    site = await startSite();
    run = await launchChromium();
    await run.grant(['http://*.example/*']);
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('a page of ten megabytes is compared by its first words, and the popover says so', async () => {
    const html = articlePage({
      host: 'long.example',
      outlet: 'The Long Read',
      title: 'Everything that the council heard',
      byline: null,
      published: '2026-03-03',
      paragraphs: longText(1_150_000),
    });
    expect(html.length).toBeGreaterThan(10_000_000);
    const address = site.addPage('long.example', '/news/2026/03/03/everything-the-council-heard', html);
    const page = await run.context.newPage();
    const { cut } = reportOf(await lookAt(run, page, address)).page;
    expect(cut?.wordsCompared).toBeLessThanOrEqual(30_000);
    expect(cut?.wordsInAll).toBeGreaterThan(1_000_000);
    const shown = await popoverText(await openPopover(run, page));
    expect(shown).toContain(`the first ${cut!.wordsCompared.toLocaleString('en')} of`);
  });

  it('a broken line is named in the options page, and the lines around it are held', async () => {
    const text = [
      JSON.stringify({ id: 'one', outlet: 'The Courier', text: 'The first of two whole records.' }),
      '{"id": "two", "text": ',
      JSON.stringify({ outlet: 'The Courier', text: 'A record without an id.' }),
      JSON.stringify({ id: 'four', outlet: 'The Courier', text: 'The second of two whole records.' }),
    ].join('\n');
    const job = await importFile(run, { name: 'news.jsonl', content: Buffer.from(text) });
    expect(job).toMatchObject({ added: 2, refusals: 2 });
    const page = await run.openOwnPage('options.html', await run.context.newPage());
    const shown = page.locator('#library');
    await shown.getByText('2 records cannot be taken').first().waitFor();
    const words = (await shown.innerText()).replace(/\s+/g, ' ');
    expect(words).toContain('2 added');
    expect(words).toContain('line 2');
    expect(words).toContain('line 3');
    const counts = await run.ask('libraryCounts');
    expect(counts.articles + counts.headlineOnly).toBe(2);
  });

  it('a page of the browser’s own gives no access, and nothing breaks', async () => {
    const page = await run.context.newPage();
    await page.goto('chrome://version');
    const own = await run.openOwnPage('options.html', await run.context.newPage());
    const tabId: number = await own.evaluate(
      `chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === 'chrome://version/' || !tab.url)?.id)`,
    );
    expect(await run.ask('look', tabId)).toEqual({ state: 'no-access', host: '' });
  });
});
