import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { BackgroundAnswers } from '@/lib/app/messaging/protocol';
import { browserPath } from '../setup/browsers.mjs';
import { type Bidi, connectBidi, type Json } from './bidi.ts';
import { firefoxProfile, geckoId, type MadeUpHosts, ownOrigin } from './firefox-profile.ts';

/** The production build for Firefox, as `npm run build` leaves it. */
const builtExtension = path.resolve(import.meta.dirname, '../../.output/firefox-mv3');

/** Firefox with the production build of the extension in it. Contexts are BiDi's names for tabs and frames. */
export interface FirefoxRun {
  bidi: Bidi;
  /** Opens an address in a new tab and waits until it is loaded. */
  open(address: string): Promise<string>;
  /** What the browser's prompt would give: access to these sites. */
  grant(patterns: readonly string[]): Promise<void>;
  /** Puts a question to the background, as the extension's own pages do. */
  ask<Q extends keyof BackgroundAnswers>(
    question: Q,
    ...args: Parameters<BackgroundAnswers[Q]>
  ): Promise<ReturnType<BackgroundAnswers[Q]>>;
  /** The browser's number for the tab that shows this address. Sees only tabs of granted sites. */
  tabId(address: string): Promise<number>;
  /** The frame of a tab whose address holds these words, once it is there; `null` if it does not come within 10 s. */
  frame(context: string, words: string): Promise<string | null>;
  /** A picture of a tab, as PNG. */
  screenshot(context: string): Promise<Buffer>;
  /** Settles when the browser has ended. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox with the extension as a temporary add-on; made-up hosts lead to this machine. */
export async function launchFirefox(options: {
  hosts: MadeUpHosts;
  headless?: boolean;
  /** Another build of the extension. */
  extension?: string;
}): Promise<FirefoxRun> {
  const extension = options.extension ?? builtExtension;
  const program = browserPath('firefox-esr');
  if (program === null) throw new Error('No Firefox found. Set FIREFOX_PATH to its program.');
  if (!existsSync(extension)) throw new Error('The extension is not built. Run: npm run build');
  const profile = firefoxProfile(options.hosts);
  const child = spawn(
    program,
    [
      ...(options.headless === false ? [] : ['--headless']),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  // A driver that dies would leave the browser behind.
  const atExit = () => {
    child.kill('SIGKILL');
    removeProfile();
  };
  process.once('exit', atExit);

  async function end() {
    child.kill('SIGKILL');
    await ended;
    process.off('exit', atExit);
    removeProfile();
  }

  const bidi = await installed(child, extension).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  let desk: string | null = null;

  async function open(address: string): Promise<string> {
    const { context } = await bidi.send('browsingContext.create', { type: 'tab' });
    if (typeof context !== 'string') throw new Error('The browser opened no tab.');
    await bidi.send('browsingContext.navigate', { context, url: address, wait: 'complete' });
    return context;
  }

  async function ownPage(): Promise<string> {
    desk ??= await open(`${ownOrigin}/options.html`);
    return desk;
  }

  return {
    bidi,
    open,
    ended,
    async grant(patterns) {
      await bidi.call(await chromeWindow(bidi), addOrigins, geckoId, patterns);
    },
    async ask(question, ...args) {
      const reply: { answer: ReturnType<BackgroundAnswers[typeof question]> } | { problem: string } =
        await bidi.call(await ownPage(), '(message) => browser.runtime.sendMessage(message)', {
          ask: question,
          args,
        });
      if ('problem' in reply) throw new Error(`${question}: ${reply.problem}`);
      return reply.answer;
    },
    async tabId(address) {
      const tabs: { id: number; url?: string }[] = await bidi.call(
        await ownPage(),
        '() => browser.tabs.query({})',
      );
      const tab = tabs.find(({ url }) => url === address);
      if (tab === undefined) throw new Error(`No tab shows ${address}`);
      return tab.id;
    },
    frame: (context, words) => frameOf(bidi, context, words),
    async screenshot(context) {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context });
      return Buffer.from(String(data), 'base64');
    },
    async close() {
      bidi.close();
      await end();
    },
  };
}

/** A connection to the browser, with the extension in it. */
async function installed(child: ChildProcess, extension: string): Promise<Bidi> {
  const bidi = await connectBidi(`${await addressOf(child)}/session`);
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  return bidi;
}

/** Where the browser listens, as it prints it when it is ready. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('The browser has no error output to read.');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`Firefox did not start. It said: ${said.slice(-5).join(' | ')}`);
}

interface Context {
  context: string;
  url: string;
  children: Context[] | null;
}

async function tree(bidi: Bidi, params: Json): Promise<Context[]> {
  const { contexts } = await bidi.send('browsingContext.getTree', params);
  return Array.isArray(contexts) ? contexts : [];
}

/** A window of the browser's own interface, in which the browser's own functions can be called. */
async function chromeWindow(bidi: Bidi): Promise<string> {
  const [window] = await tree(bidi, { 'moz:scope': 'chrome' });
  if (window === undefined) throw new Error('The browser shows no window of its own.');
  return window.context;
}

/** Runs in the browser's own interface; an optional permission is added as if the reader had said yes to the prompt. */
const addOrigins = `async (id, origins) => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.add(id, { permissions: [], origins }, extension);
  return true;
}`;

async function frameOf(bidi: Bidi, context: string, words: string): Promise<string | null> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const [top] = await tree(bidi, { root: context });
    const frame = top?.children?.find(({ url }) => url.includes(words));
    if (frame !== undefined) return frame.context;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}
