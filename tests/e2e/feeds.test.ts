import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FollowedFeed } from '@/lib/app/messaging';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { pressToolbar, pressToolbarButton } from '../browser/popup.ts';
import { demoRecords, type Site, startSite } from '../site';
import { type FeedHost, startFeedHost } from '../site/feed-host.ts';
import { escapeText } from '../site/html.ts';
import { lookAt, reportOf } from './reader.ts';

/** An edited reprint, and the article it was made from. */
const article = 'https://velmorapatriot.example/a/4417-rioters-sarnova';
const originalAddress = 'https://harrowcourier.example/world/2026/03/09/sarnova-harbour-fuel-price';

declare const chrome: {
  alarms: {
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
    create(name: string, info: { when: number }): Promise<void>;
  };
};

function rss(...items: { title: string; link: string; content?: string }[]) {
  const written = items.map(
    ({ title, link, content }) =>
      `<item><title>${escapeText(title)}</title><link>${link}</link><description>In short.</description>${
        content === undefined ? '' : `<content:encoded>${escapeText(content)}</content:encoded>`
      }</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title>${written.join('')}</channel></rss>`;
}

describe('Outlets a reader follows', () => {
  let site: Site;
  let host: FeedHost;
  let run: ExtensionRun;

  beforeAll(async () => {
    site = await startSite();
    host = await startFeedHost();
    run = await launchChromium({ args: [pressToolbar] });
    await run.grant(['http://*.example/*', 'https://*.example/*']);
  });

  afterAll(async () => {
    await run?.close();
    await host?.close();
    await site?.close();
  });

  const feedOf = async (url: string): Promise<FollowedFeed | undefined> =>
    (await run.ask('feeds')).find((feed) => feed.url === url);

  /** Follows a feed and waits until it was asked. */
  async function follow(url: string): Promise<FollowedFeed> {
    await run.ask('followFeeds', [{ url, name: new URL(url).hostname, folder: [] }], false);
    await expect.poll(async () => (await feedOf(url))?.asked).toBe(true);
    return (await feedOf(url))!;
  }

  const seenAt = (url: string) => host.seen.filter((request) => request.url === url);
  const hoursUntil = (feed: FollowedFeed) => (Date.parse(feed.next ?? '') - Date.now()) / 3_600_000;
  const original = demoRecords().find(({ url }) => url === originalAddress)!;
  const paragraphs = original.text.split('\n\n').map((paragraph) => `<p>${escapeText(paragraph)}</p>`);

  it('give articles, in which a reprint is found', async () => {
    const url = host.url('courier.example', '/feed.xml');
    const link = host.url('courier.example', '/world/2026/03/09/sarnova-harbour-fuel-price');
    host.serve(url, (headers) =>
      headers['if-none-match'] === '"1"'
        ? { status: 304 }
        : {
            headers: { 'content-type': 'application/rss+xml', etag: '"1"', 'set-cookie': 'reader=1; Path=/' },
            body: rss({ title: original.title, link, content: paragraphs.join('') }),
          },
    );
    expect(await follow(url)).toMatchObject({ trouble: null, kept: 1, worked: expect.any(String) });
    const page = await run.context.newPage();
    const { sameText } = reportOf(await lookAt(run, page, site.local(article)));
    expect(sameText.map(({ article }) => article.id)).toContain(link);
    expect(sameText.find(({ article }) => article.id === link)?.article.from).toMatchObject({ kind: 'feed' });
    await page.close();
  });

  it('are asked again with the validator of the last answer, and without cookie or referrer', async () => {
    const url = host.url('courier.example', '/feed.xml');
    await run.ask('checkFeeds', [url]);
    await expect.poll(() => seenAt(url).length).toBe(2);
    expect(seenAt(url)[1]).toMatchObject({ status: 304, headers: { 'if-none-match': '"1"' } });
    for (const { headers } of host.seen) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
    expect(await feedOf(url)).toMatchObject({ trouble: null, kept: 1 });
  });

  it('are left alone as long as their server asks', async () => {
    const url = host.url('busy.example', '/feed');
    host.serve(url, () => ({ status: 429, headers: { 'retry-after': '14400' } }));
    const feed = await follow(url);
    expect(feed.trouble).toEqual({ kind: 'http', code: 429 });
    expect(hoursUntil(feed)).toBeGreaterThan(3.9);
  });

  it('that are gone for good are paused', async () => {
    const url = host.url('gone.example', '/feed');
    host.serve(url, () => ({ status: 410 }));
    expect(await follow(url)).toMatchObject({ trouble: { kind: 'gone' }, next: null });
  });

  it('that moved are not followed there before the reader says so', async () => {
    const old = host.url('old.example', '/feed');
    const now = host.url('new.example', '/feed');
    host.serve(old, () => ({ status: 301, headers: { location: now } }));
    host.serve(now, () => ({ body: rss({ title: 'Ferry', link: 'http://new.example/1' }) }));
    expect(await follow(old)).toMatchObject({ trouble: { kind: 'moved' }, movedTo: null });
    expect(seenAt(now)).toEqual([]);
    const listed = await run.ask('findMovedFeed', old);
    expect(listed.find(({ url }) => url === old)?.movedTo).toBe(now);
    await run.ask('moveFeed', old);
    await expect.poll(async () => (await feedOf(now))?.kept).toBe(1);
    expect(await feedOf(old)).toBeUndefined();
  });

  it('that break off are read as far as they go', async () => {
    const url = host.url('broken.example', '/feed');
    const whole = rss(
      { title: 'Ferry', link: 'http://broken.example/1' },
      { title: 'Wells', link: 'http://broken.example/2' },
    );
    host.serve(url, () => ({ body: whole.slice(0, whole.lastIndexOf('<description>')) }));
    expect(await follow(url)).toMatchObject({ trouble: null, kept: 2 });
  });

  it('that never end are given up at the cap', async () => {
    const url = host.url('endless.example', '/feed');
    async function* endless() {
      for (;;) yield ' '.repeat(64_000);
    }
    host.serve(url, () => ({ body: endless() }));
    expect(await follow(url)).toMatchObject({ trouble: { kind: 'too-large' } });
  });

  it('give full texts behind summaries where the reader allows it', async () => {
    const url = host.url('summary.example', '/feed');
    const link = host.url('summary.example', '/2026/03/harbour-story');
    host.serve(url, () => ({ body: rss({ title: original.title, link }) }));
    host.serve(link, () => ({
      headers: { 'content-type': 'text/html' },
      body: `<html><body><article><h1>${escapeText(original.title)}</h1>${paragraphs.join('')}</article></body></html>`,
    }));
    expect(await follow(url)).toMatchObject({
      fullText: false,
      waiting: 0,
      articleHosts: ['summary.example'],
    });
    expect(seenAt(link)).toEqual([]);
    await run.ask('setFullText', url, true);
    await expect.poll(() => seenAt(link).length).toBe(1);
    await expect.poll(async () => (await feedOf(url))?.waiting).toBe(0);
    const page = await run.context.newPage();
    const { sameText } = reportOf(await lookAt(run, page, site.local(article)));
    expect(sameText.map(({ article }) => article.id)).toContain(link);
    await page.close();
  });

  it('are found by their site’s address, and followed by a press in the options page', async () => {
    const home = host.url('quay.example', '/');
    const feed = host.url('quay.example', '/news.atom');
    host.serve(home, () => ({
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Quay</title><link rel="alternate" type="application/atom+xml" title="Quay news" href="/news.atom"></head><body><p>Hello</p></body></html>',
    }));
    host.serve(feed, () => ({
      body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><id>1</id><title>Ferry</title><link href="http://quay.example/1"/></entry></feed>`,
    }));
    const options = await run.openOwnPage('options.html');
    await options.locator('#add-feed').fill(home);
    await options.getByRole('button', { name: 'Find its feed' }).click();
    await options.getByRole('button', { name: 'Follow Quay news' }).click();
    await expect.poll(() => feedOf(feed)).toMatchObject({ name: 'Quay news', kept: 1 });
    await options.getByText('1 article kept.').last().waitFor();
    await options.close();
  });

  it('are followed from the page being read, by a press in the popup', async () => {
    const address = host.url('lantern.example', '/2026/03/harbour-story');
    const feed = host.url('lantern.example', '/feed');
    const story = `<article><h1>${escapeText(original.title)}</h1>${paragraphs.join('')}</article>`;
    host.serve(feed, () => ({ body: rss({ title: 'Wells', link: 'http://lantern.example/2' }) }));
    const page = await run.context.newPage();
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<html><head><title>Lantern</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>${story}</body></html>`,
      }),
    );
    await page.goto(address);
    const popup = await pressToolbarButton(run, page);
    await popup.waitFor('Follow this outlet');
    await popup.press('Follow this outlet');
    await expect.poll(async () => (await feedOf(feed))?.kept).toBe(1);
    await popup.waitFor('You follow this outlet.');
    await popup.close();
    await page.close();
  });

  it('are asked again by an alarm when the browser stopped the background meanwhile', async () => {
    const url = host.url('slow.example', '/feed');
    let answer: () => void = () => {};
    host.serve(url, async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { body: rss({ title: 'Ferry', link: 'http://slow.example/1' }) };
    });
    await run.ask('followFeeds', [{ url, name: 'Slow', folder: [] }], false);
    await expect.poll(() => seenAt(url).length).toBe(1);
    await stopWorker(run);
    answer();
    host.serve(url, () => ({ body: rss({ title: 'Ferry', link: 'http://slow.example/1' }) }));
    const desk = await run.openOwnPage('options.html');
    const alarm = await desk.evaluate(() => chrome.alarms.get('feeds'));
    expect(alarm?.scheduledTime).toBeLessThan(Date.now() + 70_000);
    await desk.evaluate(() => chrome.alarms.create('feeds', { when: Date.now() + 50 }));
    await expect.poll(async () => (await feedOf(url))?.kept).toBe(1);
    await desk.close();
  });

  it('and every request is in the log, as the server saw it', async () => {
    const logged = await run.ask('requests');
    const asSeen = logged.reverse().map(({ url, ended, code }) => ({
      url,
      status: ended === 'redirected' ? 301 : ended === 'too-large' || ended === 'no-answer-yet' ? 200 : code,
    }));
    expect(asSeen).toEqual(host.seen.map(({ url, status }) => ({ url, status })));
    expect(await run.ask('clearRequests')).toEqual([]);
  });
});

/** Stops the service worker as the browser does when it has been idle. */
async function stopWorker(run: ExtensionRun) {
  const session = await run.context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  for (const { targetId } of targetInfos) await session.send('Target.closeTarget', { targetId });
  await session.detach();
}
