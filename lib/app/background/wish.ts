import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { readStored } from '@/lib/app/stored';

/** How long a wish is good for, in ms: longer than anybody looks at a browser's prompt. */
const goodFor = 120_000;

/**
 * What the reader wants as soon as the browser grants it. The browser's prompt may close the page that asked, and its answer comes
 * as an event that does not say what it was for; so the wish waits in the session's memory, the newest alone.
 *
 * @param now milliseconds since 1970
 */
export function waitingWish<Wish>(key: string, wish: v.GenericSchema<unknown, Wish>, now: () => number) {
  const waiting = v.object({ wish, at: v.number() });

  return {
    put: (wish: Wish): Promise<void> => browser.storage.session.set({ [key]: { wish, at: now() } }),

    /** The wish that waits; `null` where there is none that is still good. */
    async get(): Promise<Wish | null> {
      const stored = await readStored('session', key, waiting);
      return stored !== null && now() - stored.at <= goodFor ? stored.wish : null;
    },

    drop: (): Promise<void> => browser.storage.session.remove(key),
  };
}
