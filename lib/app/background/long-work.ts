import browser from 'webextension-polyfill';

export const importAlarm = 'go-on-with-import';
export const rebuildAlarm = 'go-on-with-index';
/** Minutes between two signs of life; browsers ring no alarm sooner. */
const everyMinutes = 0.5;
/** How long work goes on without letting others answer, in ms. */
const breathEvery = 30;
/** How often the browser sees that the background is at work, in ms; it stops one that it does not hear of for 30 s. */
const signEvery = 10_000;

/** Lets questions be answered in between, now and then. */
export function breathing(): () => Promise<void> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since < breathEvery) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = Date.now();
  };
}

/**
 * Keeps the background alive while long work runs, by calls that the browser counts as life; an alarm wakes it again
 * should it be stopped all the same (the browser is closed, the system sleeps).
 */
export function stayingAwake(alarm: string): (awake: boolean) => Promise<void> {
  let signs: ReturnType<typeof setInterval> | undefined;
  return async (awake) => {
    clearInterval(signs);
    if (!awake) {
      await browser.alarms.clear(alarm);
      return;
    }
    signs = setInterval(() => browser.runtime.getPlatformInfo(), signEvery);
    await browser.alarms.create(alarm, { periodInMinutes: everyMinutes });
  };
}
