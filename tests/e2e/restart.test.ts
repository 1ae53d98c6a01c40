import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type Site, startSite } from '../site';
import { lookAt, openPopover, reportOf } from './reader.ts';

const article = 'https://velmorapatriot.example/a/4417-rioters-sarnova';

/** Ends the browser that uses this profile at once, without a chance to tidy up. */
function killBrowser(profile: string) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = commandOf(pid);
    if (command.includes(`--user-data-dir=${profile}`) && !command.includes('--type='))
      process.kill(Number(pid), 'SIGKILL');
  }
}

/** A process that ended meanwhile has no command line. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

describe('A browser that is killed and started again', () => {
  let site: Site;
  let profile: string;

  beforeAll(async () => {
    site = await startSite();
    profile = mkdtempSync(path.join(tmpdir(), 'refrain-restart-'));
  });

  afterAll(async () => {
    await site?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it('keeps the library, and gives the same report of the same page', async () => {
    const first = await launchChromium({ profile });
    await first.grant(['http://*.example/*']);
    await first.ask('addPack', 'bundled:demo');
    const counts = await first.ask('libraryCounts');
    const page = await first.context.newPage();
    const before = reportOf(await lookAt(first, page, site.local(article)));
    expect(before.sameText.length).toBeGreaterThan(0);
    const gone = new Promise((resolve) => first.context.once('close', resolve));
    killBrowser(profile);
    await gone;

    const second = await launchChromium({ profile });
    try {
      // The browser writes what it granted some seconds later, and was killed before.
      await second.grant(['http://*.example/*']);
      expect((await second.ask('libraryCounts')).articles).toBe(counts.articles);
      const again = reportOf(await lookAt(second, await second.context.newPage(), site.local(article)));
      expect(again).toEqual(before);
    } finally {
      await second.close();
    }
  });
});

describe('An extension that is reloaded, as by an update', () => {
  it('takes its popover along, which nothing would answer any more', async () => {
    const site = await startSite();
    const run = await launchChromium();
    try {
      await run.grant(['http://*.example/*']);
      const page = await run.context.newPage();
      await lookAt(run, page, site.local(article));
      await openPopover(run, page);
      const own = await run.openOwnPage('options.html');
      await page.bringToFront();
      own.evaluate('chrome.runtime.reload()').catch(() => {
        // The page that was asked is gone with the extension.
      });
      await expect.poll(() => page.frames().length, { timeout: 10_000 }).toBe(1);
    } finally {
      await run.close();
      await site.close();
    }
  });
});
