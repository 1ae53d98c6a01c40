import { browser } from 'wxt/browser';

declare global {
  /** Set in the isolated world that our content scripts share; no page sees it. */
  var refrainAtWork: { isAlive(): boolean } | undefined;
}

/**
 * Whether this copy of the content script is the one that works on the page. It is not when it runs in a frame, or when
 * a copy of the same, still installed extension is at work already (registered and injected scripts may meet).
 */
export function claimPage(): boolean {
  if (window.top !== window) return false;
  if (globalThis.refrainAtWork?.isAlive()) return false;
  globalThis.refrainAtWork = { isAlive: extensionIsThere };
  return true;
}

/** After an update or removal of the extension its old scripts keep running, but their runtime has no id any more. */
export function extensionIsThere(): boolean {
  return browser.runtime?.id !== undefined;
}
