import browser from 'webextension-polyfill';
import { rowChoicesSchema } from '@/lib/app/messaging';
import { readStored } from '@/lib/app/stored';
import type { RowChoices } from '@/lib/core/framing';

const where = 'framingRows';

/** What the reader changed in actor tables, kept in this browser; nothing where nothing readable is kept. */
export async function readRowChoices(): Promise<RowChoices> {
  return (await readStored('local', where, rowChoicesSchema)) ?? { merged: [], split: [] };
}

/** Keeps them in the place of those before. @returns what is kept now */
export async function keepRowChoices(choices: RowChoices): Promise<RowChoices> {
  await browser.storage.local.set({ [where]: choices });
  return choices;
}

/** Nothing is kept any more. */
export async function forgetRowChoices(): Promise<void> {
  await browser.storage.local.remove(where);
}
