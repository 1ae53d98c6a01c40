import { browser } from 'wxt/browser';
import { claim } from './claim';
import { showCue } from './cue';
import { popoverHost } from './popover-host';

/** What we show over a page. It comes as a script of its own, so that pages over which nothing is shown never get it. */
export interface Overlay {
  /** Shows the mark until `signal` ends; a click of the reader's calls `open`. */
  showCue(open: () => void, signal: AbortSignal): void;
  /** Whether the popover stands over the page and can be used. */
  openPopover(token: string): Promise<boolean>;
  closePopover(): void;
}

declare global {
  /** Set in the isolated world that our content scripts share; no page sees it. */
  var refrainOverlay: Overlay | undefined;
}

/** Makes the overlay ready for the content script, which alone decides when something is shown. */
export function bringOverlay(): void {
  if (!claim('overlay')) return;
  const popover = popoverHost(browser.i18n.getMessage('popover_label'));
  const words = {
    open: browser.i18n.getMessage('cue_label'),
    away: browser.i18n.getMessage('cue_away'),
  };
  globalThis.refrainOverlay = {
    showCue: (open, signal) => showCue(words, open, signal),
    openPopover: popover.open,
    closePopover: popover.close,
  };
}
