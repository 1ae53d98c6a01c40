import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { textOf } from '../fixtures/made-up-articles';
import { importFile } from './reader.ts';

const records = (count: number, name: string) =>
  Buffer.from(
    Array.from({ length: count }, (_, n) =>
      JSON.stringify({
        id: `${name}-${n}`,
        title: `Story ${n} of ${name}`,
        outlet: name,
        text: textOf(n, 5),
      }),
    ).join('\n'),
  );

describe('The library in a real browser', () => {
  let run: ExtensionRun;

  beforeAll(async () => {
    run = await launchChromium();
  });
  afterAll(() => run?.close());

  const articles = async () => (await run.ask('libraryCounts')).articles;

  it('an import goes on after its worker was stopped, and nothing comes twice', async () => {
    const page = await run.openOwnPage('options.html', await run.context.newPage());
    await page.locator('#import-file').setInputFiles({
      name: 'march.jsonl',
      mimeType: 'application/jsonl',
      buffer: records(3_000, 'Courier'),
    });
    await page.getByRole('button', { name: 'Import this file' }).click();
    await expect.poll(async () => (await run.ask('imports'))[0]?.added ?? 0).toBeGreaterThan(0);
    await stopWorker(run);
    await page.getByRole('button', { name: 'Undo the import of march.jsonl' }).waitFor({ timeout: 100_000 });
    expect((await run.ask('imports'))[0]).toMatchObject({ state: 'done', added: 3_000, unchanged: 0 });
    expect(await articles()).toBe(3_000);
    await page.close();
  });

  it('an import is taken back as a whole, and the index holds nothing of it', async () => {
    await importFile(run, { name: 'april.jsonl', content: records(200, 'Mirror') });
    expect(await articles()).toBe(3_200);
    const page = await run.openOwnPage('options.html', await run.context.newPage());
    await page.getByRole('button', { name: 'Undo the import of april.jsonl' }).click();
    await page.getByRole('group').getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(articles, { timeout: 60_000 }).toBe(3_000);
    expect(
      (await run.ask('searchLibrary', 'Story of Mirror', null)).map(({ outlet }) => outlet),
    ).not.toContain('Mirror');
    await page.close();
  });

  it('a backup is saved, and after everything was lost brings the articles back once', async () => {
    const page = await run.openOwnPage('options.html', await run.context.newPage());
    const saved = await savedBackup(page);
    await run.ask('deleteAll');
    expect(await articles()).toBe(0);
    for (const [added, unchanged] of [
      [3_000, 0],
      [0, 3_000],
    ]) {
      await page.reload();
      await page
        .locator('#restore-file')
        .setInputFiles({ name: 'backup.zip', mimeType: 'application/zip', buffer: saved });
      await page.getByRole('button', { name: 'Put 3,000 articles back' }).click();
      await expect
        .poll(async () => (await run.ask('imports'))[0], { timeout: 100_000 })
        .toMatchObject({ state: 'done', added, unchanged });
    }
    expect(await articles()).toBe(3_000);
    await page.close();
  });
});

async function savedBackup(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  return readFileSync(await (await download).path());
}

/** Stops the service worker as the browser does when it has been idle. */
async function stopWorker(run: ExtensionRun) {
  const session = await run.context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  for (const { targetId } of targetInfos) await session.send('Target.closeTarget', { targetId });
  await session.detach();
}
