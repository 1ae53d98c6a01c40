import browser from 'webextension-polyfill';

export const tidyAlarm = 'tidy-library';
/** Minutes after a change; the worker's own merge, a quarter of a second later, is mostly done by then. */
const delayInMinutes = 1;

/** What tidying asks of the library. */
interface Tidied {
  /** Opens the library, which goes on with a merge that was cut short, and resolves when nothing is left to do. */
  whenQuiet(): Promise<void>;
}

/**
 * The worker may be stopped while additions wait to be merged into the index. An alarm a minute after each change wakes it
 * to finish, so that the next page is not the one to pay for it.
 */
export function tidying(library: Tidied) {
  return {
    soon: () => browser.alarms.create(tidyAlarm, { delayInMinutes }),

    async onAlarm({ name }: { name: string }): Promise<void> {
      if (name === tidyAlarm) await library.whenQuiet();
    },
  };
}
