import browser from 'webextension-polyfill';

export const importAlarm = 'go-on-with-import';
export const rebuildAlarm = 'go-on-with-index';
/** Minutes between two signs of life; browsers ring no alarm sooner. */
const everyMinutes = 0.5;
/** How long work goes on without letting others answer, in ms. */
const breathEvery = 5;
/** How long work gives way to one question, in ms. */
const patience = 500;
/** How long after a question another one is likely, in ms. */
const likelyFor = 5_000;
/** How often the browser sees that the background is at work, in ms; it stops one that it does not hear of for 30 s. */
const signEvery = 10_000;

/** The questions that are being answered now; long work gives way to them. */
export function openQuestions() {
  const open = new Set<Promise<unknown>>();
  let lastBegan = Number.NEGATIVE_INFINITY;
  let lastBreath = Date.now();

  const answered = async (): Promise<void> => {
    await Promise.all(open);
  };
  const heard = async (): Promise<void> => {
    if (Date.now() - lastBreath < breathEvery) return;
    await nextTurn();
    lastBreath = Date.now();
  };

  return {
    began(answer: Promise<unknown>): void {
      lastBegan = Date.now();
      let bell: ReturnType<typeof setTimeout> | undefined;
      const tired = new Promise<void>((resolve) => {
        bell = setTimeout(resolve, patience);
      });
      const over = Promise.race([answer, tired]).finally(() => {
        clearTimeout(bell);
        open.delete(over);
      });
      open.add(over);
    },
    areOpen: (): boolean => open.size > 0,
    /** Whether one came a moment ago: more of them may follow, so long work takes small steps, which cost more. */
    areLikely: (): boolean => open.size > 0 || Date.now() - lastBegan < likelyFor,
    /** Resolves when those that are open now are answered, or have taken too long to be waited for. */
    answered,
    /** Lets questions be asked in between, now and then. */
    heard,
    /** The same, and waits for their answers. */
    async breathe(): Promise<void> {
      await heard();
      await answered();
    },
  };
}

/** The browser makes a timer that follows on others wait four milliseconds; a message does not wait. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
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
