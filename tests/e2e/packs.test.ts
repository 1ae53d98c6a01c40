import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { emptyFolder, refrain } from '../cli/run-refrain.ts';
import { type DemoRecord, demoRecords, type Site, startSite } from '../site';
import { importRecords, lookAt, openPopover, popoverText, reportOf } from './reader.ts';

/** An edited reprint, and the article it was made from, which stands in the pack. */
const reprint = 'https://velmorapatriot.example/a/4417-rioters-sarnova';
const originalAddress = 'https://harrowcourier.example/world/2026/03/09/sarnova-harbour-fuel-price';
const pictures = path.resolve(import.meta.dirname, '../../.output/pictures');

/** A server of one pack: the files of a folder, and what was asked of it. */
interface PackServer {
  address: string;
  folder: string;
  asked: string[];
  close(): Promise<void>;
}

async function servePack(folder: string): Promise<PackServer> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const name = (request.url ?? '').replace('/river/', '');
    asked.push(name);
    const there = readdirSync(folder).includes(name);
    response.writeHead(there ? 200 : 404, { 'cache-control': 'no-store' });
    response.end(there ? readFileSync(path.join(folder, name)) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('The pack server got no port.');
  return {
    address: `http://packs.example:${place.port}/river/`,
    folder,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Builds a pack without texts of these records with the command line, as whoever publishes one would. */
async function publish(folder: string, records: readonly DemoRecord[]): Promise<void> {
  const file = path.join(folder, '../records.jsonl');
  const lines = records.map(({ url, ...record }) => JSON.stringify({ ...record, id: url, url }));
  writeFileSync(file, lines.join('\n'));
  const about = ['--title', 'River papers', '--licence', 'CC BY 4.0'];
  const run = await refrain(['pack', 'build', file, '--fingerprint-only', ...about, '--out', folder]);
  expect(run.stderr).toBe('');
}

describe('A pack on the web', () => {
  let site: Site;
  let server: PackServer;
  let run: ExtensionRun;
  let options: Page;
  let article: Page;
  const records = demoRecords();
  const original = records.find(({ url }) => url === originalAddress)!;
  const later = records.find(({ url, published }) => url !== originalAddress && published > '2026-03-20')!;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    site = await startSite();
    server = await servePack(path.join(await emptyFolder(), 'pack'));
    await publish(server.folder, [original]);
    run = await launchChromium();
    await run.grant(['http://packs.example/*', 'http://*.velmorapatriot.example/*']);
    options = await run.openOwnPage('options.html');
    article = await run.context.newPage();
  });

  afterAll(async () => {
    await run?.close();
    await server?.close();
    await site?.close();
  });

  const pack = () => options.locator('.pack');
  const found = async () => {
    const { sameText } = reportOf(await lookAt(run, article, site.local(reprint)));
    return sameText.map(({ article: { id } }) => id);
  };

  it('is looked at, then taken; a page with a reprint of one of its articles says so, and that it holds no text', async () => {
    expect(await found()).toEqual([]);
    await options.locator('#pack-address').fill(server.address);
    await options.getByRole('button', { name: 'Look at it' }).click();
    await options.locator('.pack-preview').waitFor();
    expect(await options.locator('.pack-preview').innerText()).toContain('it holds no text');
    expect(await found()).toEqual([]);
    await options.getByRole('button', { name: 'Add this pack' }).click();
    await pack().waitFor();
    expect(await pack().innerText()).toContain('1 article');

    const report = reportOf(await lookAt(run, article, site.local(reprint)));
    const [match] = report.sameText;
    expect(match?.article).toMatchObject({
      id: originalAddress,
      held: 'fingerprint-only',
      from: { kind: 'pack' },
    });
    expect(match?.passages.length).toBeGreaterThan(0);
    const popover = await openPopover(run, article);
    await article.screenshot({ path: path.join(pictures, 'popover-fingerprint-only.png') });
    const words = await popoverText(popover);
    expect(words).toContain(original.outlet);
    expect(words).toContain('The pack “River papers” holds no text of it');
    await run.ask('closePopover', await run.tabId(article));
  });

  it('is updated by the one file that is new', async () => {
    await publish(server.folder, [original, later]);
    server.asked.length = 0;
    await options.getByRole('button', { name: 'Check for updates of River papers' }).click();
    await expect.poll(async () => pack().innerText()).toContain('2 articles');
    expect(server.asked).toEqual(['manifest.json', `${later.published.slice(0, 10)}.rfp.gz`]);
    expect((await run.ask('searchLibrary', later.title, null)).map(({ title }) => title)).toContain(
      later.title,
    );
  });

  it('keeps what it had when an update fails, and says why', async () => {
    await publish(server.folder, [original, { ...later, title: 'Another headline' }]);
    const broken = path.join(server.folder, `${later.published.slice(0, 10)}.rfp.gz`);
    writeFileSync(broken, readFileSync(broken).fill(7, 40));
    await options.getByRole('button', { name: 'Check for updates of River papers' }).click();
    await expect.poll(async () => pack().innerText()).toContain('SHA-256 differs');
    expect(await pack().innerText()).toContain('what was held stays as it was');
    expect(await found()).toEqual([originalAddress]);
    rmSync(broken);
    const hits = await run.ask('searchLibrary', later.title, null);
    expect(hits.map(({ title }) => title)).toContain(later.title);
    await options.screenshot({ path: path.join(pictures, 'options-packs.png'), fullPage: true });
  });

  it('leaves with all that came with it', async () => {
    await options.getByRole('button', { name: 'Remove the pack River papers' }).click();
    await options.locator('fieldset.confirm').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => pack().count()).toBe(0);
    expect(await found()).toEqual([]);
    expect((await run.ask('libraryCounts')).articles).toBe(0);
  });

  it('is made of a part of the library without a terminal, and its zip is read by the command line', async () => {
    await importRecords(
      run,
      records.map((record) => ({ ...record, id: record.url })),
    );
    await options.reload();
    await options.getByText('Choose what goes in').click();
    await options.getByLabel(original.outlet, { exact: true }).check();
    await options.locator('#make-pack-title').fill('Courier papers');
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: 'Make the pack' }).click(),
    ]);
    const zip = path.join(await emptyFolder(), download.suggestedFilename());
    await download.saveAs(zip);
    const [info] = (await refrain(['pack', 'info', zip])).results;
    expect(info).toMatchObject({ title: 'Courier papers', kind: 'fingerprint-only', counts: { outlets: 1 } });

    await options.locator('#pack-files').setInputFiles(zip);
    await options.getByRole('button', { name: 'Add this pack' }).click();
    await pack().waitFor();
    expect(await pack().innerText()).toContain('came as a file');
  });
});
