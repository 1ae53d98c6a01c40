import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { readStored } from '@/lib/app/stored';
import type { Latch, Sentinel, SentinelNote } from '@/lib/corpus/store';

const noteKey = 'library-note';
const latchKey = 'library-shut';

const noteSchema: v.GenericSchema<unknown, SentinelNote> = v.object({
  generation: v.string(),
  change: v.number(),
  articles: v.number(),
  on: v.string(),
  lost: v.nullable(v.object({ had: v.number(), on: v.string() })),
});

/** What is remembered of the library outside of its database, so that a loss by the browser is noticed. */
export function sentinel(): Sentinel {
  return {
    read: () => readStored('local', noteKey, noteSchema),
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
