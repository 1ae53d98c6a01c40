import { browser } from 'wxt/browser';
import { extensionIsThere } from './claim';
import { isolatedHost } from './isolated-host';

/** Of one size whatever it shows, so that its layout tells the page nothing. Forced colours take the shadow and show the outline. */
const css = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: auto 12px 12px auto !important;
width: 360px !important; height: 480px !important;
max-width: calc(100vw - 24px) !important; max-height: calc(100vh - 24px) !important;
overflow: hidden !important; border-radius: 10px !important; color-scheme: light dark !important;
box-shadow: 0 0 0 1px rgb(0 0 0 / 0.18), 0 8px 28px rgb(0 0 0 / 0.28) !important;
outline: 1px solid transparent !important }
iframe { all: initial; display: block; width: 100%; height: 100%; color-scheme: light dark }`;

export interface PopoverHost {
  /** Opens the popover with a fresh token, in place of one that is open; whether it stands there a moment later, and can be used. */
  open(token: string): Promise<boolean>;
  close(): void;
}

/** How often an open popover looks whether the extension that it belongs to is still there; milliseconds. */
const lookEvery = 1_000;

/** A page that takes our element out does so by then; milliseconds. */
const aMoment = 100;

/**
 * The popover over the page: a host in the top layer, a closed root, and in it a frame of the extension's own origin, where
 * the page reaches nothing. The report goes to that frame by messages; the page's document holds an empty `<div>`.
 */
export function popoverHost(label: string): PopoverHost {
  let open: {
    host: HTMLElement;
    frame: HTMLIFrameElement;
    focusedBefore: Element | null;
    closing: AbortController;
  } | null = null;

  function close(): void {
    if (open === null) return;
    const { host, frame, focusedBefore, closing } = open;
    open = null;
    closing.abort();
    const hasFocus = document.activeElement === host;
    // Taken back first: a frame that is removed with the focus in it leaves the page without any.
    if (hasFocus) frame.blur();
    host.remove();
    if (hasFocus && focusedBefore instanceof HTMLElement && focusedBefore.isConnected) {
      focusedBefore.focus({ preventScroll: true });
    }
  }
  return {
    close,
    async open(token) {
      const focusedBefore = open?.focusedBefore ?? document.activeElement;
      if (open !== null) open.focusedBefore = null;
      close();
      const { host, root } = isolatedHost(css);
      const frame = root.appendChild(popoverFrame(label, token));
      host.popover = 'manual';
      const place = usablePlace();
      place.append(host);
      host.showPopover();
      frame.focus();
      const closing = new AbortController();
      open = { host, frame, focusedBefore, closing };
      closeOnEscape(close, closing.signal);
      forgetWhenRemoved(host, place, close, closing.signal);
      giveWayToDialogs(host, close, closing.signal);
      closeWithoutExtension(close, closing.signal);
      // Where a dialog that we cannot see makes the rest of the page inert, nothing of ours takes the focus.
      if (document.activeElement !== host) close();
      await new Promise((resolve) => setTimeout(resolve, aMoment));
      return open?.host === host && host.isConnected;
    },
  };
}

/** Under a modal dialog all of the page but the dialog is inert, so the popover goes into the topmost one. */
function usablePlace(): Element {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
}

/** A dialog that opens later would leave the popover in view and dead; one that it stands in takes it along. */
function giveWayToDialogs(host: HTMLElement, close: () => void, signal: AbortSignal): void {
  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLDialogElement)) return;
    if (target.contains(host) ? !target.open : target.matches(':modal')) close();
  };
  for (const change of ['toggle', 'close'])
    document.addEventListener(change, onChange, { capture: true, signal });
}

function popoverFrame(label: string, token: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = label;
  frame.referrerPolicy = 'no-referrer';
  frame.src = browser.runtime.getURL(`/popover.html#${token}`);
  return frame;
}

/** While the page, not the frame, has the focus; the frame answers Escape by itself. */
function closeOnEscape(close: () => void, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === 'Escape') close();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}

/** After an update or a reload of the extension nothing answers the frame any more, its button to close it neither. */
function closeWithoutExtension(close: () => void, signal: AbortSignal): void {
  const looking = setInterval(() => {
    if (!extensionIsThere()) close();
  }, lookEvery);
  signal.addEventListener('abort', () => clearInterval(looking), { once: true });
}

/** A page that takes our element out has its way: the popover counts as closed and is not put back. */
function forgetWhenRemoved(host: HTMLElement, place: Element, close: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(() => {
    if (!host.isConnected) close();
  });
  observer.observe(place, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
