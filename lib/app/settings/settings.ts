import { browser } from 'wxt/browser';
import { ReaderProblem, type Settings } from '@/lib/app/messaging';
import { settingsFrom, settingsVersion } from './stored-settings';

const key = 'settings';

/** The reader's choices as they are stored now, or the defaults. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(key);
  return settingsFrom(stored[key]).settings;
}

let lastChange: Promise<unknown> = Promise.resolve();

/**
 * Changes the settings, one change after the other, and returns what they are then.
 *
 * @throws {ReaderProblem} when a newer Refrain wrote them: nothing is overwritten.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const changed = lastChange.then(async () => {
    const stored = await browser.storage.local.get(key);
    const { settings, mayWrite } = settingsFrom(stored[key]);
    if (!mayWrite) throw new ReaderProblem('problem_newer_settings');
    const next = change(settings);
    await browser.storage.local.set({ [key]: { version: settingsVersion, ...next } });
    return next;
  });
  // The next change waits for this one to end, well or badly; how it ended is its own caller's business.
  lastChange = changed.catch(() => undefined);
  return changed;
}
