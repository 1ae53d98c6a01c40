import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxRun, launchFirefox } from '../browser/firefox.ts';
import { ownOrigin } from '../browser/firefox-profile.ts';
import { emptyFolder, fileWith, refrain } from '../cli/run-refrain.ts';
import { textOf } from '../fixtures/made-up-articles';
import { demoRecords, type Site, startSite } from '../site';
import { startFeedHost } from '../site/feed-host.ts';

const articleAddress = 'https://velmorapatriot.example/a/4417-rioters-sarnova';
const originalAddress = 'https://harrowcourier.example/world/2026/03/09/sarnova-harbour-fuel-price';

describe('Firefox', () => {
  let site: Site;
  let run: FirefoxRun;

  beforeAll(async () => {
    site = await startSite();
    run = await launchFirefox({ hosts: demoRecords().map((record) => new URL(record.url).hostname) });
  });

  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('watches a site, matches an article by itself, shows the popover, and there how it is told', async () => {
    const host = new URL(articleAddress).hostname;
    await run.grant([`http://*.${host}/*`]);
    const settings = await run.ask('watch', [`http://*.${host}/*`]);
    expect(settings.watched).toEqual([`http://*.${host}/*`]);
    await run.ask('addPack', 'bundled:demo');

    const address = site.local(articleAddress);
    const article = await run.open(address);
    const tabId = await run.tabId(address);
    const status = await run.ask('look', tabId);
    expect(status.state).toBe('found');

    await run.ask('showOnPage', tabId);
    const popover = await run.frame(article, '/popover.html');
    expect(popover).not.toBeNull();
    const words = await run.bidi.call<string>(popover!, wordsOnceShown);
    const outlet = demoRecords().find((record) => record.url === originalAddress)!.outlet;
    expect(words).toContain(outlet);
    expect(words).toMatch(/edited reprint/i);
    expect(await run.bidi.call<string>(popover!, wordsOnceCompared)).toContain('Who is called what');
  });

  it('follows a feed, and holds what it gives', async () => {
    const feed = site.url('harrowcourier.example', '/feed.xml');
    await run.grant(['http://harrowcourier.example/*']);
    await run.ask('followFeeds', [{ url: feed, name: 'The Harrow Courier', folder: [] }], false);
    await expect.poll(async () => (await run.ask('feeds'))[0]?.asked).toBe(true);
    expect(await run.ask('feeds')).toMatchObject([{ trouble: null, worked: expect.any(String) }]);
    expect(await run.ask('requests')).toMatchObject([{ why: 'feed', url: feed, code: 200 }]);
  });

  it('takes a pack by its address, and finds what is in it', async () => {
    const folder = path.join(await emptyFolder(), 'pack');
    const original = demoRecords().find((record) => record.url === originalAddress)!;
    const file = await fileWith('records.jsonl', JSON.stringify({ ...original, id: original.url }));
    const built = await refrain([
      'pack',
      'build',
      file,
      '--fingerprint-only',
      '--title',
      'River',
      '--out',
      folder,
    ]);
    expect(built.code, built.stderr).toBe(0);
    await run.ask('deleteAll');
    const host = await startFeedHost();
    const address = host.url('harrowcourier.example', '/river/');
    for (const name of readdirSync(folder))
      host.serve(`${address}${name}`, () => ({ body: readFileSync(path.join(folder, name)) }));
    const { packs, refused } = await run.ask('addPack', address);
    expect(refused).toBeNull();
    expect(packs.find((pack) => pack.address === address)?.facts?.articles).toBe(1);
    await host.close();
    const article = site.local(articleAddress);
    await run.open(article);
    const status = await run.ask('look', await run.tabId(article));
    expect(JSON.stringify(status)).toContain('"from":{"kind":"pack","name":"River"}');
  });

  it('imports a file, saves a backup, and puts it back once after everything was lost', async () => {
    await run.ask('deleteAll');
    const records = Array.from({ length: 300 }, (_, n) =>
      JSON.stringify({ id: `march-${n}`, title: `Story ${n}`, outlet: 'Courier', text: textOf(n, 3) }),
    );
    const page = await run.open(`${ownOrigin}/options.html`);
    const articles = async () => (await run.ask('libraryCounts')).articles;
    await run.bidi.call(page, choose, '#import-file', 'march.jsonl', records.join('\n'));
    await run.bidi.call(page, press, 'Import this file');
    await expect.poll(articles).toBe(300);
    await expect.poll(async () => (await run.ask('imports'))[0]?.state).toBe('done');

    await run.bidi.call(page, keepSaved);
    await run.bidi.call(page, press, 'Save a backup');
    await run.bidi.call(page, waitForSaved);
    await run.ask('deleteAll');
    expect(await articles()).toBe(0);
    for (const unchanged of [0, 300]) {
      await run.bidi.call(page, choose, '#restore-file', 'backup.zip', null);
      await run.bidi.call(page, press, 'Put 300 articles back');
      await expect
        .poll(async () => (await run.ask('imports'))[0])
        .toMatchObject({ state: 'done', added: 300 - unchanged, unchanged });
    }
    expect(await articles()).toBe(300);
  });
});

/*
 * The functions below run inside of the options page.
 */

/** Chooses a file of these words, or the one that was saved. */
const choose = `async (input, name, text) => {
  while (document.querySelector(input) === null) await new Promise(requestAnimationFrame);
  const files = new DataTransfer();
  files.items.add(new File([text ?? window.saved], name));
  const element = document.querySelector(input);
  element.files = files.files;
  element.dispatchEvent(new Event('change', { bubbles: true }));
}`;

const press = `async (name) => {
  for (;;) {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name && !one.disabled);
    if (button) return button.click();
    await new Promise(requestAnimationFrame);
  }
}`;

/** What is saved is kept in the page; nobody answers the browser's dialogue here. */
const keepSaved = `() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.saved = blob;
    return make.call(URL, blob);
  };
}`;

const waitForSaved = `async () => {
  while (window.saved === undefined) await new Promise(requestAnimationFrame);
}`;

/** Runs in the popover's frame. */
const wordsOnceShown = `async () => {
  while (document.querySelector('h3') === null) await new Promise(requestAnimationFrame);
  return document.body.innerText;
}`;

/** Runs in the popover's frame: its worker compares the texts once the tab is chosen. */
const wordsOnceCompared = `async () => {
  [...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.startsWith('Framing')).click();
  while (!document.body.innerText.includes('Who is called what')) await new Promise(requestAnimationFrame);
  return document.body.innerText;
}`;
