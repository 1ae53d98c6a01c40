import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOpml } from '@/lib/corpus/sources/feeds';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { pressToolbar, pressToolbarButton } from '../browser/popup.ts';
import { emptyFolder, fileWith, refrain } from '../cli/run-refrain.ts';
import { demoRecords, type Site, startSite } from '../site';
import { type FeedHost, startFeedHost } from '../site/feed-host.ts';
import { escapeText } from '../site/html.ts';

/** A reprint, and the article it was made from, which the publisher's feed gave. */
const reprint = 'https://northgatetribune.example/news/protesters-fill-sarnova-harbour';
const originalAddress = 'https://harrowcourier.example/world/2026/03/09/sarnova-harbour-fuel-price';

/** Somebody collects feeds and publishes what they gave; a reader who has only just installed Refrain makes use of it. */
describe('From a feed to a reader of another paper', () => {
  const original = demoRecords().find(({ url }) => url === originalAddress)!;
  let site: Site;
  let host: FeedHost;
  let run: ExtensionRun;
  let pack: string;
  let address: string;

  beforeAll(async () => {
    site = await startSite();
    host = await startFeedHost();
    run = await launchChromium({ args: [pressToolbar] });
    address = host.url('packs.example', '/river/');
    // What the browser's prompt would give when the reader looks at the pack.
    await run.grant(['http://packs.example/*']);
  });

  afterAll(async () => {
    await run?.close();
    await host?.close();
    await site?.close();
  });

  it('the feed’s articles are collected into a pack', async () => {
    const feed = host.url('127.0.0.1', '/feed.xml');
    host.serve(feed, () => ({ body: feedOf(original) }));
    const list = [{ url: feed, title: original.outlet, folder: [] }];
    const opml = await fileWith('outlets.opml', writeOpml('Outlets', list, new Date()));
    const out = path.join(await emptyFolder(), 'collected');
    const collected = await refrain(['collect', '--opml', opml, '--out', out, '--title', 'River papers']);
    expect(collected.code, collected.stderr).toBe(0);
    expect(collected.results.at(-1)).toMatchObject({ kind: 'fingerprint-only', articles: 1 });
    pack = path.join(out, 'pack');
    expect(readdirSync(pack).sort()).toEqual([`${original.published.slice(0, 10)}.rfp.gz`, 'manifest.json']);
  });

  it('the pack is published, and with three presses after installing its reprint is known for one', async () => {
    for (const name of readdirSync(pack)) {
      host.serve(`${address}${name}`, () => ({ body: readFileSync(path.join(pack, name)) }));
    }
    const welcome = await run.openOwnPage('welcome.html');
    await welcome.locator('#pack-address').fill(address);
    await press(welcome, 'Look at it');
    await press(welcome, 'Add this pack');
    await welcome.getByText('The pack is in your library.').waitFor();

    const reading = await run.context.newPage();
    await reading.goto(site.local(reprint));
    const popup = await pressToolbarButton(run, reading);
    await popup.waitFor(original.outlet);
    expect(await popup.text()).toContain('One other outlet ran this text');
    await popup.close();
  });

  it('nobody was told what was read: the pack’s server was asked for its files, whole, and for nothing else', () => {
    const asked = host.seen.filter(({ url }) => url.startsWith(address)).map(({ url }) => url);
    expect(new Set(asked)).toEqual(new Set(readdirSync(pack).map((name) => `${address}${name}`)));
  });
});

async function press(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click();
}

function feedOf({ title, url, byline, published, text }: ReturnType<typeof demoRecords>[number]): string {
  const paragraphs = text.split('\n\n').map((paragraph) => `<p>${escapeText(paragraph)}</p>`);
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title><item><title>${escapeText(title)}</title><link>${url}</link><dc:creator>${escapeText(byline ?? '')}</dc:creator><pubDate>${new Date(published).toUTCString()}</pubDate><content:encoded>${escapeText(paragraphs.join(''))}</content:encoded></item></channel></rss>`;
}
