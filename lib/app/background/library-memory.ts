import browser from 'webextension-polyfill';
import type { Latch, Sentinel, SentinelNote } from '@/lib/corpus/store';

const noteKey = 'library-note';
const latchKey = 'library-shut';

/** What is remembered of the library outside of its database, so that a loss by the browser is noticed. */
export function sentinel(): Sentinel {
  return {
    async read() {
      const stored = (await browser.storage.local.get(noteKey))[noteKey];
      return isNote(stored) ? stored : null;
    },
    write: (note) => browser.storage.local.set({ [noteKey]: note }),
  };
}

/** Whether the library must be left alone until the browser restarts, which is when the session's memory ends. */
export function latch(): Latch {
  return {
    isShut: async () => (await browser.storage.session.get(latchKey))[latchKey] === true,
    shut: () => browser.storage.session.set({ [latchKey]: true }),
  };
}

/** Only we write there; a note of another shape is as good as none. */
function isNote(stored: unknown): stored is SentinelNote {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'generation' in stored &&
    typeof stored.generation === 'string' &&
    'change' in stored &&
    typeof stored.change === 'number' &&
    'articles' in stored &&
    typeof stored.articles === 'number'
  );
}
