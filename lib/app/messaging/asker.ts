/** Who puts a question. `page`: our content script in a web page, which may carry a page's lies. */
export type Asker =
  | { kind: 'page'; tabId: number; url: string; privateTab: boolean }
  | { kind: 'popover'; tabId: number; privateTab: boolean }
  | { kind: 'own' };

export type AskerKind = Asker['kind'];

/** The part of `runtime.MessageSender` that is looked at. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito: boolean } | undefined;
}

const popoverPath = '/popover.html';

/**
 * Tells who sent a message, by what the browser (not the message) says of the sender; `null` for anybody else:
 * other extensions, frames inside a page, pages without an address.
 *
 * @param own `runtime.id` and the origin of our own pages (`chrome-extension://…`).
 */
export function whoAsks(sender: Sender, own: { id: string; origin: string }): Asker | null {
  if (sender.id !== own.id || sender.url === undefined) return null;
  const tabId = sender.tab?.id;
  const privateTab = sender.tab?.incognito ?? false;
  if (sender.url.startsWith(`${own.origin}/`)) {
    const path = sender.url.slice(own.origin.length).split(/[?#]/, 1)[0];
    if (path !== popoverPath) return { kind: 'own' };
    return tabId === undefined ? null : { kind: 'popover', tabId, privateTab };
  }
  if (!/^https?:\/\//.test(sender.url) || sender.frameId !== 0 || tabId === undefined) return null;
  return { kind: 'page', tabId, url: sender.url, privateTab };
}
