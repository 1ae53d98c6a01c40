import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { extension } from '../browser/chromium';
import { browserPath } from '../setup/browsers.mjs';
import { connectDevTools } from './dev-tools';

/** Something in the browser that can be debugged. */
export interface Target {
  id: string;
  type: string;
  url: string;
  webSocketDebuggerUrl: string;
}

/**
 * Chromium with the production build of the extension in it, by its debugging port alone: a driver that holds on to the
 * extension's worker would not let it end.
 */
export interface ChromiumProcess {
  targets(): Promise<Target[]>;
  /** Opens an address in a tab. */
  open(url: string): Promise<void>;
  /** Ends a page or worker. */
  end(target: Target): Promise<void>;
  /** Ends the browser in good order. */
  close(): Promise<void>;
}

export async function startChromium(profile: string): Promise<ChromiumProcess> {
  const executable = browserPath('chromium');
  if (executable === null) throw new Error('No Chromium found. Set CHROMIUM_PATH to its program.');
  if (!existsSync(extension)) throw new Error('The extension is not built. Run: npm run build');
  const portFile = path.join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const browser = spawn(executable, switches(profile), { stdio: 'ignore' });
  const port = await portIn(portFile, browser);
  const address = `http://127.0.0.1:${port}/json`;
  return {
    targets: async () => (await fetch(`${address}/list`)).json(),
    open: async (url) => {
      await fetch(`${address}/new?${url}`, { method: 'PUT' });
    },
    end: async ({ id }) => {
      await fetch(`${address}/close/${id}`);
    },
    close: async () => {
      const ended = once(browser, 'exit');
      const { webSocketDebuggerUrl }: Target = await (await fetch(`${address}/version`)).json();
      const tools = await connectDevTools(webSocketDebuggerUrl);
      await Promise.race([tools.send('Browser.close').catch((error: Error) => error), ended]);
      await ended;
    },
  };
}

function switches(profile: string): string[] {
  return [
    '--headless=new',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-first-run',
    '--disable-background-networking',
    '--disable-features=LocalNetworkAccessChecks',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    'about:blank',
  ];
}

/** The browser writes its port into a file of its profile once it listens. */
async function portIn(file: string, browser: ChildProcess): Promise<number> {
  while (browser.exitCode === null) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (port > 0) return port;
    await sleep(20);
  }
  throw new Error(`Chromium ended with code ${browser.exitCode} before it listened.`);
}
