import { browser } from 'wxt/browser';

/** Our scripts that may be put into a page. */
type ScriptName = 'article' | 'overlay' | 'highlight';

declare global {
  /** Which of our scripts are at work. It is set in the isolated world that they share; no page sees it. */
  var refrainAtWork: Map<ScriptName, () => boolean> | undefined;
}

/**
 * Whether this copy of a script is the one that works on the page. It is not when it runs in a frame, or when
 * a copy of the same, still installed extension is at work already (registered and injected scripts may meet).
 */
export function claim(script: ScriptName): boolean {
  if (window.top !== window) return false;
  globalThis.refrainAtWork ??= new Map();
  if (globalThis.refrainAtWork.get(script)?.()) return false;
  globalThis.refrainAtWork.set(script, extensionIsThere);
  return true;
}

/** After an update or removal of the extension its old scripts keep running, but their runtime has no id any more. */
export function extensionIsThere(): boolean {
  return browser.runtime?.id !== undefined;
}
