import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionRun } from './chromium.ts';

/** Chromium needs this switch to let a test press the toolbar button. */
export const pressToolbar = '--enable-unsafe-extension-debugging';

/** The real toolbar popup, opened by a press of the button: the press grants `activeTab`, as a reader's would. */
export interface Popup {
  /** Runs an expression in the popup and gives its (awaited) value. */
  evaluate<T>(expression: string): Promise<T>;
  text(): Promise<string>;
  /** Waits until the popup shows these words. @throws after ten seconds, with what it shows instead. */
  waitFor(words: string): Promise<void>;
  /** Presses the button with this name. */
  press(name: string): Promise<void>;
  close(): Promise<void>;
}

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

/** Presses the toolbar button over a page. Chromium must have been started with `pressToolbar`. */
export async function pressToolbarButton(run: ExtensionRun, page: Page): Promise<Popup> {
  const browser = run.context.browser();
  if (browser === null) throw new Error('The browser gives no session of its own.');
  const session = await browser.newBrowserCDPSession();
  await page.bringToFront();
  const [tab] = await targets(session, 'tab', page.url());
  if (tab === undefined) throw new Error(`No tab shows ${page.url()}`);
  await send(session, 'Extensions.triggerAction', { id: run.id, targetId: tab.targetId });
  return attach(session, await popupTarget(session, run.id));
}

/** Playwright's types know only some of the protocol's commands. */
function send<T>(session: CDPSession, method: string, params: object): Promise<T> {
  const untyped: { send(method: string, params: object): Promise<unknown> } = session;
  return untyped.send(method, params) as Promise<T>;
}

async function targets(session: CDPSession, type: string, url: string): Promise<TargetInfo[]> {
  const { targetInfos } = await send<{ targetInfos: TargetInfo[] }>(session, 'Target.getTargets', {
    filter: [{ type }],
  });
  return targetInfos.filter((target) => target.url.startsWith(url));
}

async function popupTarget(session: CDPSession, id: string): Promise<string> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const [popup] = await targets(session, 'page', `chrome-extension://${id}/popup.html`);
    if (popup !== undefined) return popup.targetId;
    await pause();
  }
  throw new Error('The popup did not open.');
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

interface Evaluated {
  id?: number;
  result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } };
}

async function attach(session: CDPSession, targetId: string): Promise<Popup> {
  const { sessionId } = await send<{ sessionId: string }>(session, 'Target.attachToTarget', {
    targetId,
    flatten: false,
  });
  const waiting = new Map<number, (message: Evaluated) => void>();
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message: Evaluated = JSON.parse(event.message);
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;

  async function evaluate<T>(expression: string): Promise<T> {
    last += 1;
    const id = last;
    const answer = new Promise<Evaluated>((resolve) => waiting.set(id, resolve));
    const message = JSON.stringify({
      id,
      method: 'Runtime.evaluate',
      params: { expression, awaitPromise: true, returnByValue: true, userGesture: true },
    });
    await send(session, 'Target.sendMessageToTarget', { sessionId, message });
    const { result } = await answer;
    if (result?.exceptionDetails) throw new Error(`In the popup: ${result.exceptionDetails.text}`);
    return result?.result?.value as T;
  }

  const text = async () =>
    (await evaluate<string>('document.body?.innerText ?? ""')).replace(/\s+/g, ' ').trim();

  return {
    evaluate,
    text,
    async waitFor(words) {
      const until = Date.now() + 10_000;
      while (!(await text()).includes(words)) {
        if (Date.now() > until) throw new Error(`The popup does not show “${words}” but: ${await text()}`);
        await pause();
      }
    },
    async press(name) {
      await evaluate(`(() => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(name)});
        if (!button) throw new Error('no such button');
        button.click();
      })()`);
    },
    async close() {
      await send(session, 'Target.closeTarget', { targetId });
      await session.detach();
    },
  };
}
