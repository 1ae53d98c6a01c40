import browser from 'webextension-polyfill';
import { turns } from '@/lib/app/in-turn';

const key = 'corpus-state';

/**
 * A number that changes whenever the library or the held pages change, so that a report can tell whether it was
 * compared with what is held now. Kept for the browser session; it says nothing of what changed.
 */
export function corpusState() {
  async function now(): Promise<number> {
    const stored = await browser.storage.session.get(key);
    return typeof stored[key] === 'number' ? stored[key] : 0;
  }
  const inTurn = turns();
  return {
    now,
    changed: (): Promise<void> =>
      inTurn(async () => browser.storage.session.set({ [key]: (await now()) + 1 })),
  };
}

export type CorpusState = ReturnType<typeof corpusState>;
