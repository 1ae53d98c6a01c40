import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { OrderName, ResultOf } from './envelope';
import type { PageOrders } from './protocol';

/** What a content script does when told; results may come later. Each script obeys its own orders. */
export type Obedience = {
  [O in OrderName]: (...args: Parameters<PageOrders[O]>) => ResultOf<O> | Promise<ResultOf<O>>;
};

/**
 * Tells the content script of a tab's main frame to do something.
 * `null` when no script of ours listens there (not injected yet, page gone, browser's own page), or it failed.
 */
export async function tell<O extends OrderName>(
  tabId: number,
  order: O,
  ...args: Parameters<PageOrders[O]>
): Promise<ResultOf<O> | null> {
  const message = { order, args };
  const reply: { result: ResultOf<O> } | undefined = await browser.tabs
    .sendMessage(tabId, message, { frameId: 0 })
    // The only rejection is "nobody there" (or "gone before it answered"), which is what `null` says.
    .catch(() => undefined);
  return reply?.result ?? null;
}

/**
 * Obeys the background in a content script, until the returned function is called. What is thrown in obeying is logged in the page's
 * console by the browser, as what nobody catches is.
 */
export function obey(obedience: Partial<Obedience>): () => void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (reply: unknown) => void,
  ): true | undefined => {
    const order = orderIn(message);
    // Only the background has neither a tab nor a frame; our own pages ask it instead of telling pages.
    if (order === null || sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    const act: ((...args: never[]) => unknown) | undefined = obedience[order.order];
    if (act === undefined) return;
    follow(act, order.args).then(
      (result) => sendResponse({ result }),
      (error: unknown) => {
        // Answered all the same, or whoever told us waits for ever; as if nobody had listened.
        sendResponse(undefined);
        throw error;
      },
    );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function orderIn(message: unknown): { order: OrderName; args: unknown[] } | null {
  if (typeof message !== 'object' || message === null || !('order' in message) || !('args' in message))
    return null;
  const { order, args } = message;
  return isOrderName(order) && Array.isArray(args) ? { order, args } : null;
}

const orderNames: Record<OrderName, true> = {
  look: true,
  showPopover: true,
  closePopover: true,
  highlight: true,
};

function isOrderName(name: unknown): name is OrderName {
  return typeof name === 'string' && Object.hasOwn(orderNames, name);
}

/** The background is trusted to send what the type of the order says. */
async function follow(act: (...args: never[]) => unknown, args: unknown[]): Promise<unknown> {
  return act(...(args as never[]));
}
