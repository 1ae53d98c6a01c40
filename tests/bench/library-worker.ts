import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleForBrowser } from './bundle.mjs';
import { type ChromiumProcess, startChromium, type Target } from './chromium-process';
import { connectDevTools, type DevTools, evaluate, heapOf } from './dev-tools';
import type { verbs } from './library-in-worker';

type Verbs = typeof verbs;

/** The background worker of the extension's production build in Chromium, with the bench's verbs put into it. */
export interface LibraryWorker {
  call<Name extends keyof Verbs>(
    name: Name,
    ...args: Parameters<Verbs[Name]>
  ): Promise<Awaited<ReturnType<Verbs[Name]>>>;
  /** Ends the worker as the browser does when it has been idle, and starts it anew. */
  restart(): Promise<void>;
  /** Ends the browser and starts it anew with the same library. */
  restartBrowser(): Promise<void>;
  /** Memory of the worker in bytes: JavaScript heap and what lies outside of it (arrays, blocks). */
  memory(): Promise<number>;
  /** What the browser says the library takes on disk. */
  usage(): Promise<number>;
  close(): Promise<void>;
}

export async function startLibraryWorker(): Promise<LibraryWorker> {
  const script = await bundleForBrowser('library-in-worker');
  const profile = mkdtempSync(path.join(tmpdir(), 'refrain-bench-'));
  let browser = await startChromium(profile);
  let { tools, target } = await enter(browser, script, null);
  return {
    call: (name, ...args) => {
      const given = args.map((arg) => JSON.stringify(arg)).join(', ');
      return evaluate(tools, `bench.${name}(${given})`);
    },
    restart: async () => {
      tools.close();
      await browser.end(target);
      while ((await browser.targets()).some(({ id }) => id === target.id)) await sleep(10);
      ({ tools, target } = await enter(browser, script, new URL(target.url).host));
    },
    restartBrowser: async () => {
      tools.close();
      await browser.close();
      browser = await startChromium(profile);
      ({ tools, target } = await enter(browser, script, new URL(target.url).host));
    },
    memory: () => heapOf(tools),
    usage: () => evaluate(tools, 'navigator.storage.estimate().then(({ usage }) => usage)'),
    close: async () => {
      tools.close();
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Finds the extension's worker, wakes it where it sleeps, and puts the bench's verbs into it. */
async function enter(
  browser: ChromiumProcess,
  script: string,
  host: string | null,
): Promise<{ tools: DevTools; target: Target }> {
  const target = await findWorker(browser, host);
  const tools = await connectDevTools(target.webSocketDebuggerUrl);
  // Just installed, it is not yet the one that stays.
  while (!(await evaluate(tools, 'registration.active !== null'))) await sleep(10);
  await evaluate(tools, `${script}\n;0`);
  return { tools, target };
}

const isWorker = ({ type, url }: Target) => type === 'service_worker' && url.startsWith('chrome-extension:');

/** @param host the extension's, once it is known; its background is then woken first */
async function findWorker(browser: ChromiumProcess, host: string | null): Promise<Target> {
  if (host !== null) await wake(browser, host);
  const target = await found(browser, isWorker);
  if (target === null) throw new Error("The extension's worker did not start.");
  return target;
}

/** Asks the extension's background something that has nothing to do with the library, which stays closed. */
async function wake(browser: ChromiumProcess, host: string): Promise<void> {
  const address = `chrome-extension://${host}/icons/16.png`;
  await browser.open(address);
  const page = await found(browser, ({ url }) => url === address);
  if (page === null) throw new Error(`${address} did not open.`);
  const tools = await connectDevTools(page.webSocketDebuggerUrl);
  while (!(await evaluate(tools, 'chrome.runtime?.id !== undefined'))) await sleep(10);
  await evaluate(tools, "chrome.runtime.sendMessage({ ask: 'rowChoices', args: [] })");
  tools.close();
  await browser.end(page);
}

/** A target of the browser, within half a minute. */
async function found(browser: ChromiumProcess, is: (target: Target) => boolean): Promise<Target | null> {
  for (let tries = 0; tries < 1_500; tries++) {
    const target = (await browser.targets()).find(is);
    if (target) return target;
    await sleep(20);
  }
  return null;
}
