/**
 * Speed of the library in a real Chromium, on made-up filler articles: `node tests/bench/run.mjs store-browser 20000`.
 * Runs in a page; the database is the same one as in a worker.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { browserPath } from '../setup/browsers.mjs';
import type { Asked, Filled, Whole } from './store-in-page';
import { printRows, type Row } from './table';

const root = path.resolve(import.meta.dirname, '../..');

export default async function storeBrowser([count = '20000', rounds = '200']: string[]): Promise<void> {
  const executablePath = browserPath('chromium');
  if (executablePath === null) throw new Error('No Chromium found. Set CHROMIUM_PATH to its program.');
  const server = await serve(await bundle());
  const browser = await chromium.launch({ executablePath });
  const context = await browser.newContext();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const filling = await openPage(context.newPage(), address);
    const filled = await call<Filled>(filling, 'fillLibrary', 0, Number(count));
    const taken = await call<unknown[]>(filling, 'takenSamples');
    const usage = await filling.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await filling.close();
    const asking = await openPage(context.newPage(), address);
    const asked = await call<Asked>(asking, 'askLibrary', Number(rounds), taken);
    await asking.close();
    const whole = await killedWhileAdding(address, browser);
    printRows([...rowsOf(filled, asked, usage), wholeRow(whole)]);
  } finally {
    await browser.close();
    server.close();
  }
}

const kills = 8;

/** Closes the page in the midst of additions and merges, again and again, then looks at what the next one finds. */
async function killedWhileAdding(address: string, browser: Browser): Promise<Whole> {
  const context = await browser.newContext();
  for (let kill = 0; kill < kills; kill++) {
    const page = await openPage(context.newPage(), address);
    const adding = call(page, 'fillLibrary', 0, 1_500 * (kill + 1)).catch((error: Error) => error.message);
    await page.waitForTimeout(500 + 500 * kill);
    await page.close();
    await adding;
  }
  const whole = await call<Whole>(await openPage(context.newPage(), address), 'examineLibrary');
  await context.close();
  return whole;
}

function wholeRow({ counted, rows, skipped, found }: Whole): Row {
  return {
    measure: `page closed ${kills} times while adding`,
    gold: `${rows} filler articles`,
    figure: `counted ${counted}, rows ${rows}, unreadable ${skipped}, found by all their keys ${found} of 100`,
    target: 'equal, 0, 100',
    met: counted === rows && skipped === 0 && found === 100,
  };
}

async function openPage(opening: Promise<Page>, address: string): Promise<Page> {
  const page = await opening;
  page.on('pageerror', (error) => console.error(error));
  await page.goto(address);
  await page.waitForFunction(() => 'fillLibrary' in globalThis);
  return page;
}

/** Calls a function that `store-in-page.ts` put on the page's global object. */
async function call<T>(page: Page, name: string, ...args: unknown[]): Promise<T> {
  const expression = `globalThis.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
  return page.evaluate<T>(expression);
}

async function bundle(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      lib: { entry: path.join(root, 'tests/bench/store-in-page.ts'), formats: ['es'], fileName: 'page' },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error('The page script was not built.');
  return output.output[0].code;
}

async function serve(script: string) {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><title>Store</title><script type=module src=page.js></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function rowsOf(filled: Filled, asked: Asked, usage: number): Row[] {
  const gold = `${filled.articles} filler articles of 600 words`;
  const rate = (ms: number) => filled.articles / (ms / 1_000);
  const query = (measure: string, values: number[], p50?: number, p95?: number): Row => ({
    measure,
    gold: `${gold}, ${values.length} queries`,
    figure: `p50 ${at(values, 0.5).toFixed(1)} / p95 ${at(values, 0.95).toFixed(1)} ms`,
    target: p50 === undefined ? '' : `${p50} / ${p95} ms`,
    met: p50 === undefined || p95 === undefined ? null : at(values, 0.5) <= p50 && at(values, 0.95) <= p95,
  });
  return [
    {
      measure: 'bulk add, prepared → durable',
      gold,
      figure: `${rate(filled.addMs).toFixed(0)} articles/s`,
      target: '≥ 1500',
      met: rate(filled.addMs) >= 1_500,
    },
    figure('… with all merging done', gold, `${rate(filled.mergedMs).toFixed(0)} articles/s`),
    figure(
      'bytes an article, by our count / the browser',
      gold,
      `${perArticle(filled.bytes)} / ${perArticle(usage)}`,
    ),
    figure('open, then first 66 keys', gold, `${asked.openMs.toFixed(1)} + ${asked.firstMs.toFixed(1)} ms`),
    query('postings of 66 keys', asked.keys, 12, 25),
    query('postings of 139 keys', asked.allKeys),
    query('postings of 32 terms', asked.terms),
    query('66 keys, 60 articles, 12 texts', asked.whole),
    query('library search', asked.search, 50, 100),
  ];

  function figure(measure: string, on: string, text: string): Row {
    return { measure, gold: on, figure: text, target: '', met: null };
  }

  function perArticle(bytes: number): string {
    return (bytes / filled.articles).toFixed(0);
  }
}
