import browser from 'webextension-polyfill';
import { turns } from '@/lib/app/in-turn';
import { ReaderProblem, type Settings } from '@/lib/app/messaging';
import { settingsFrom, settingsVersion } from './stored-settings';

const key = 'settings';

/** The reader's choices as they are stored now, or the defaults. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(key);
  return settingsFrom(stored[key]).settings;
}

const inTurn = turns();

/**
 * Changes the settings, one change after the other, and returns what they are then.
 *
 * @throws {ReaderProblem} when a newer Refrain wrote them: nothing is overwritten.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return inTurn(async () => {
    const stored = await browser.storage.local.get(key);
    const { settings, mayWrite } = settingsFrom(stored[key]);
    if (!mayWrite) throw new ReaderProblem('problem_newer_settings');
    const next = change(settings);
    await browser.storage.local.set({ [key]: { version: settingsVersion, ...next } });
    return next;
  });
}
