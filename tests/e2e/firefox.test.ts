import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxRun, launchFirefox } from '../browser/firefox.ts';
import { demoRecords, type Site, startSite } from '../site';

const ARTICLE = 'https://velmorapatriot.example/a/4417-rioters-sarnova';
const ORIGINAL = 'https://harrowcourier.example/world/2026/03/09/sarnova-harbour-fuel-price';

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

  it('watches a site, matches an article by itself and shows the popover', async () => {
    const host = new URL(ARTICLE).hostname;
    await run.grant([`http://*.${host}/*`]);
    const settings = await run.ask('watch', [`http://*.${host}/*`]);
    expect(settings.watched).toEqual([`http://*.${host}/*`]);
    await run.ask('addPack', 'bundled:demo');

    const address = site.local(ARTICLE);
    const article = await run.open(address);
    const tabId = await run.tabId(address);
    const status = await run.ask('look', tabId);
    expect(status.state).toBe('found');

    await run.ask('showOnPage', tabId);
    const popover = await run.frame(article, '/popover.html');
    expect(popover).not.toBeNull();
    const words = await run.bidi.call<string>(popover!, wordsOnceShown);
    const outlet = demoRecords().find((record) => record.url === ORIGINAL)!.outlet;
    expect(words).toContain(outlet);
    expect(words).toMatch(/edited reprint/i);
  });

  it('follows a feed, and holds what it gives', async () => {
    const feed = site.url('harrowcourier.example', '/feed.xml');
    await run.grant(['http://harrowcourier.example/*']);
    await run.ask('followFeeds', [{ url: feed, name: 'The Harrow Courier', folder: [] }], false);
    await expect.poll(async () => (await run.ask('feeds'))[0]?.asked).toBe(true);
    expect(await run.ask('feeds')).toMatchObject([{ trouble: null, worked: expect.any(String) }]);
    expect(await run.ask('requests')).toMatchObject([{ why: 'feed', url: feed, code: 200 }]);
  });
});

/** Runs in the popover's frame. */
const wordsOnceShown = `async () => {
  while (document.querySelector('h3') === null) await new Promise(requestAnimationFrame);
  return document.body.innerText;
}`;
