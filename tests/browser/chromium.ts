import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { BackgroundAnswers } from '@/lib/app/messaging/protocol';
import { browserPath } from '../setup/browsers.mjs';

/** The production build, as `npm run build` leaves it. */
export const extension = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** A page of the extension from which questions may be put to its background. */
const optionsPage = 'options.html';

export interface ChromiumOptions {
  headless?: boolean;
  /** A folder to keep for a later start; without it a new one is made, and removed on `close`. */
  profile?: string;
  /** Port that all made-up hosts lead to; without it their addresses name their port. */
  sitePort?: number;
  /** Whether names outside of `.example` stay unknown, so that nothing leaves this machine. */
  onlyLoopback?: boolean;
  /** Further switches of the browser. */
  args?: string[];
}

/** Chromium with the production build of the extension in it. */
export interface ExtensionRun {
  context: BrowserContext;
  /** The extension's id. */
  id: string;
  profile: string;
  /** Opens one of the extension's own pages ("options.html"). */
  openOwnPage(file: string, inPage?: Page): Promise<Page>;
  /** What the browser's prompt would give: access to these sites. */
  grant(patterns: readonly string[]): Promise<void>;
  /** Puts a question to the background, as the extension's own pages do. */
  ask<Q extends keyof BackgroundAnswers>(
    question: Q,
    ...args: Parameters<BackgroundAnswers[Q]>
  ): Promise<ReturnType<BackgroundAnswers[Q]>>;
  /** The browser's number for a page's tab. Sees only tabs of granted sites. */
  tabId(page: Page): Promise<number>;
  close(): Promise<void>;
}

/** Starts Chromium with the extension; all `.example` names lead to this machine, whatever their port. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<ExtensionRun> {
  const executablePath = browserPath('chromium');
  if (executablePath === null) throw new Error('No Chromium found. Set CHROMIUM_PATH to its program.');
  if (!existsSync(extension)) throw new Error('The extension is not built. Run: npm run build');
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'refrain-profile-'));
  const isNew = !existsSync(path.join(profile, 'Default'));
  const headless = options.headless ?? true;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: 1280, height: 900 } : null,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=${resolverRules(options)}`,
      ...(options.args ?? []),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(worker.url()).hostname;
  if (isNew) await closeWelcome(context);
  let desk: Page | null = null;

  async function openOwnPage(file: string, inPage?: Page): Promise<Page> {
    const page = inPage ?? (await context.newPage());
    await page.goto(`chrome-extension://${id}/${file}`);
    return page;
  }

  async function ownPage(): Promise<Page> {
    if (desk === null || desk.isClosed()) desk = await openOwnPage(optionsPage);
    return desk;
  }

  return {
    context,
    id,
    profile,
    openOwnPage,
    async grant(patterns) {
      const settings = await context.newPage();
      await settings.goto('chrome://extensions');
      await settings.evaluate(addHostPermissions, { id, patterns: [...patterns] });
      await settings.close();
      await request(await openOwnPage(optionsPage), patterns);
    },
    async ask(question, ...args) {
      const own = await ownPage();
      const reply = await own.evaluate(sendQuestion<ReturnType<BackgroundAnswers[typeof question]>>, {
        ask: question,
        args,
      });
      if ('problem' in reply) throw new Error(`${question}: ${reply.problem}`);
      return reply.answer;
    },
    async tabId(page) {
      return (await ownPage()).evaluate(findTab, page.url());
    },
    async close() {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The page that opens after installing would come to the front while a test looks at another one. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const open = context.pages().find(isWelcome);
  const welcome = open ?? (await context.waitForEvent('page', { predicate: isWelcome }));
  await welcome.close();
}

/** Hosts added in the browser's settings are the extension's once it asks for them, by a real click; no prompt comes then. */
async function request(page: Page, patterns: readonly string[]): Promise<void> {
  await page.evaluate(requestOnClick, [...patterns]);
  await page.mouse.click(1, 1);
  await page.waitForFunction(() => document.title === 'granted');
  await page.close();
}

function resolverRules({ sitePort, onlyLoopback = true }: ChromiumOptions): string {
  const made = `MAP *.example 127.0.0.1${sitePort === undefined ? '' : `:${sitePort}`}`;
  return onlyLoopback ? `${made}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1` : made;
}

/*
 * The functions below run inside of the browser, on chrome://extensions and on the extension's own page.
 * `chrome` is declared as far as they use it.
 */

declare const chrome: {
  developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> };
  permissions: { request(permissions: { origins: string[] }): Promise<boolean> };
  runtime: { sendMessage<T>(message: unknown): Promise<T> };
  tabs: { query(filter: { url: string }): Promise<{ id: number }[]> };
};

async function addHostPermissions({ id, patterns }: { id: string; patterns: string[] }) {
  for (const pattern of patterns) await chrome.developerPrivate.addHostPermission(id, pattern);
}

function requestOnClick(origins: string[]) {
  const ask = async () => {
    document.title = (await chrome.permissions.request({ origins })) ? 'granted' : 'refused';
  };
  document.addEventListener('click', ask, { once: true });
}

function sendQuestion<T>(question: { ask: string; args: unknown[] }) {
  return chrome.runtime.sendMessage<{ answer: T } | { problem: string }>(question);
}

async function findTab(address: string) {
  const [tab] = await chrome.tabs.query({ url: address.split('#', 1)[0] ?? address });
  if (tab === undefined) throw new Error(`No tab shows ${address}`);
  return tab.id;
}
