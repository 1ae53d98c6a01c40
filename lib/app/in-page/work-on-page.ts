import { browser } from 'wxt/browser';
import { ask, ExtensionGone, NotAnswered, obey } from '@/lib/app/messaging';
import { gatherPage, isArticlePage } from '@/lib/page';
import { claimPage, extensionIsThere } from './claim-page';
import { showCue } from './cue';
import { highlightName } from './highlight-name';
import { type PopoverHost, popoverHost } from './popover-host';
import { onRouteChange } from './route-changes';
import { whenIdle } from './when-idle';

/**
 * All that is done in a page: if it looks like an article, read it when the page is idle, ask for its report, and show the mark
 * if the answer says so. Besides, the script obeys the background. The page's document is not changed before
 * there is a mark or a popover to show, and everything is taken back when the extension goes away.
 */
export function workOnPage(): void {
  if (!claimPage()) return;
  const life = new AbortController();
  const popover = popoverHost(browser.i18n.getMessage('popover_label'), life.signal);
  /** From arriving at a page to leaving it, which need not load another document. */
  let visit = new AbortController();
  /** Looking unasked, which the reader's own asking makes needless. */
  let unasked = new AbortController();

  const arrived = () => {
    visit = new AbortController();
    unasked = new AbortController();
    lookByItself(popover, life, visit.signal, unasked.signal);
  };
  const left = () => {
    unasked.abort();
    visit.abort();
    popover.close();
    clearHighlights();
    inConversation(life, () => ask('pageGone'));
  };

  const disobey = obey({
    look: () => {
      unasked.abort();
      return gatherPage(document, location.href);
    },
    showPopover: (token) => {
      popover.open(token);
      return { shown: true };
    },
    closePopover: () => popover.close(),
  });
  onRouteChange({ left, arrived }, life.signal);
  leaveWithExtension(life);
  life.signal.addEventListener('abort', () => {
    unasked.abort();
    visit.abort();
    disobey();
    clearHighlights();
  });
  arrived();
}

/** What happens unasked on a watched site, and costs a page that is no article only the gate. */
function lookByItself(
  popover: PopoverHost,
  life: AbortController,
  visit: AbortSignal,
  unasked: AbortSignal,
): void {
  const { because } = isArticlePage(document, location.href);
  if (because !== null) {
    inConversation(life, () => ask('passedBy', because));
    return;
  }
  whenIdle(
    () =>
      inConversation(life, async () => {
        const { cue } = await ask('pageRead', gatherPage(document, location.href));
        if (cue && !visit.aborted) showCue(cueWords(), () => openPopover(popover, life), visit);
      }),
    unasked,
  );
}

function openPopover(popover: PopoverHost, life: AbortController): void {
  inConversation(life, async () => popover.open((await ask('openPopover')).token));
}

/** Where the browser has no highlights, none were made. */
function clearHighlights(): void {
  CSS.highlights?.delete(highlightName);
}

function cueWords() {
  return { open: browser.i18n.getMessage('cue_label'), away: browser.i18n.getMessage('cue_away') };
}

/** Talks to the background. A page is never bothered with what goes wrong there; the toolbar button tells the reader. */
async function inConversation(life: AbortController, talk: () => Promise<unknown>): Promise<void> {
  try {
    await talk();
  } catch (error) {
    if (error instanceof ExtensionGone || !extensionIsThere()) life.abort();
    else if (!(error instanceof NotAnswered)) throw error;
  }
}

/** An extension that was updated or removed gives no sign; a reader who comes back to the page finds it as if we had not been there. */
function leaveWithExtension(life: AbortController): void {
  const check = () => {
    if (!extensionIsThere()) life.abort();
  };
  document.addEventListener('visibilitychange', check, { signal: life.signal });
  window.addEventListener('focus', check, { signal: life.signal });
}
