import { ask, ExtensionGone, NotAnswered, obey } from '@/lib/app/messaging';
import { gatherInSlices, gatherPage, isArticlePage } from '@/lib/page';
import { claim, extensionIsThere } from './claim';
import { highlightName } from './highlight-name';
import { onLeaveAndReturn, onRouteChange } from './route-changes';
import { whenIdle } from './when-idle';

/**
 * All that is done in a page: if it looks like an article, gather it when the page is idle, ask for its report, and show the mark
 * if the answer says so. Besides, the script obeys the background. The page's document is not changed before
 * there is a mark or a popover to show, and everything is taken back when the extension goes away.
 */
export function workOnPage(): void {
  if (!claim('article')) return;
  const life = new AbortController();
  /** From arriving at a page to leaving it, which need not load another document. */
  let visit = new AbortController();
  /** Looking unasked, which the reader's own asking makes needless. */
  let unasked = new AbortController();

  const arrived = () => {
    visit = new AbortController();
    unasked = new AbortController();
    lookByItself(life, visit.signal, unasked.signal);
  };
  const leave = () => {
    unasked.abort();
    visit.abort();
    globalThis.refrainOverlay?.closePopover();
    // Where the browser has no highlights, none were made.
    CSS.highlights?.delete(highlightName);
  };
  const left = (how: 'left' | 'in-place') => {
    leave();
    inConversation(life, () => ask('pageGone', how));
  };

  const disobey = obey({
    look: () => {
      unasked.abort();
      return gatherPage(document, location.href);
    },
    showPopover: async (token) => ({
      shown: (await globalThis.refrainOverlay?.openPopover(token)) ?? false,
    }),
    closePopover: () => globalThis.refrainOverlay?.closePopover(),
  });
  life.signal.addEventListener('abort', () => {
    leave();
    disobey();
  });
  onRouteChange({ left: () => left('in-place'), arrived }, life.signal);
  onLeaveAndReturn({ left: () => left('left'), arrived }, life.signal);
  leaveWithExtension(life);
  arrived();
}

/** What happens unasked on a watched site, and costs a page that is no article only the gate. */
function lookByItself(life: AbortController, visit: AbortSignal, unasked: AbortSignal): void {
  const { because } = isArticlePage(document, location.href);
  if (because !== null) inConversation(life, () => ask('passedBy', because));
  else whenIdle(() => inConversation(life, () => askForReport(life, visit)), unasked);
}

/** A page that is never idle is still read, a slice at a time (ms between slices). */
const longestPause = 200;

async function askForReport(life: AbortController, visit: AbortSignal): Promise<void> {
  const gathered = await gatherInSlices(document, location.href, {
    clock: () => performance.now(),
    pause: () => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: longestPause })),
  });
  if (visit.aborted) return;
  const { cue } = await ask('pageRead', gathered);
  if (!cue) return;
  await ask('bringOverlay');
  if (!visit.aborted) globalThis.refrainOverlay?.showCue(() => inConversation(life, openPopover), visit);
}

async function openPopover(): Promise<void> {
  await globalThis.refrainOverlay?.openPopover((await ask('openPopover')).token);
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
