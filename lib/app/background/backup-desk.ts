import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type BackupNote, rowChoicesSchema, type Settings, type SubscribedPack } from '@/lib/app/messaging';
import { changeSettings, readSettings, settingsOf } from '@/lib/app/settings';
import { readStored } from '@/lib/app/stored';
import type { Library } from '@/lib/corpus/store';
import { keepRowChoices, readRowChoices } from './row-choices';

const noteKey = 'backup-note';
/** When the last backup was saved, as an ISO moment, and how many articles it held. */
const savedSchema = v.object({ on: v.string(), articles: v.number() });
const beforeKey = 'settings-before-restore';
/** Articles that come in before a backup is suggested again. */
const remindAfter = 1_000;
const partBytes = 2_000_000;

interface Deps {
  openLibrary: () => Promise<Library>;
  /** The feeds that are followed; `null` when there are none. */
  writeOpml: () => Promise<string | null>;
  packs: () => Promise<SubscribedPack[]>;
  now: () => Date;
}

/** What a backup holds beside the page that writes it; and restoring what is not an article. */
export function backupDesk({ openLibrary, writeOpml, packs, now }: Deps) {
  /**
   * Articles that a backup would hold: all but those of packs. Those of outlets are counted by outlet; of those that state none,
   * packs have as many as their manifests say beyond that.
   */
  async function ownArticles(): Promise<number> {
    const library = await openLibrary();
    const [{ articles, outlets }, held] = await Promise.all([library.counts(), library.packs.list()]);
    const ofOutlets = outlets.reduce((sum, outlet) => sum + outlet.articles, 0);
    const own = outlets.reduce((sum, outlet) => sum + outlet.own, 0);
    const packed = held.reduce((sum, { manifest }) => sum + (manifest?.counts.articles ?? 0), 0);
    const packedOfNoOutlet = Math.max(0, packed - (ofOutlets - own));
    return own + Math.max(0, articles - ofOutlets - packedOfNoOutlet);
  }

  return {
    /** The small files: settings, feeds, outlets, packs. */
    async files(): Promise<{ name: string; text: string }[]> {
      const library = await openLibrary();
      const [settings, opml, counts, subscribed] = await Promise.all([
        readChosen(),
        writeOpml(),
        library.counts(),
        packs(),
      ]);
      const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
      return [
        { name: 'settings.json', text: json(settings) },
        ...(opml === null ? [] : [{ name: 'feeds.opml', text: opml }]),
        { name: 'outlets.json', text: json(counts.outlets) },
        {
          name: 'packs.json',
          text: json(
            subscribed.map(({ name, address, facts }) => ({
              name,
              address,
              title: facts?.title ?? null,
              home: facts?.home ?? null,
              licence: facts?.licence ?? null,
            })),
          ),
        },
      ];
    },

    /** The reader's own articles, in parts; what came with a pack comes again with the pack. */
    async part(cursor: number): Promise<{ jsonl: string; next: number | null }> {
      const { records, next } = await (await openLibrary()).exportFrom(cursor, partBytes);
      const own = records.filter(({ from }) => from.kind !== 'pack');
      return { jsonl: own.map((record) => `${JSON.stringify(record)}\n`).join(''), next };
    },

    /** A backup was saved. */
    async done(): Promise<BackupNote> {
      const note = { on: now().toISOString(), articles: await ownArticles() };
      await browser.storage.local.set({ [noteKey]: note });
      return { on: note.on, since: 0, due: false };
    },

    async note(): Promise<BackupNote> {
      const last = (await readStored('local', noteKey, savedSchema)) ?? { on: null, articles: 0 };
      const since = Math.max(0, (await ownArticles()) - last.articles);
      return { on: last.on, since, due: since >= remindAfter };
    },

    /**
     * Takes up the settings of a backup, but for the sites that are watched: those the browser has to grant. What they were
     * is remembered for `undoSettings`.
     */
    async restoreSettings(stored: unknown): Promise<Settings> {
      await browser.storage.local.set({ [beforeKey]: await readChosen() });
      const { watched: _, welcomed: __, ...restored } = settingsOf(stored);
      await keepRowsOf(stored);
      return changeSettings((settings) => ({ ...settings, ...restored }));
    },

    async undoSettings(): Promise<Settings> {
      const { [beforeKey]: before } = await browser.storage.local.get(beforeKey);
      if (before === undefined) return readSettings();
      const { watched: _, ...restored } = settingsOf(before);
      await browser.storage.local.remove(beforeKey);
      await keepRowsOf(before);
      return changeSettings((settings) => ({ ...settings, ...restored }));
    },
  };
}

/** What the reader chose: the settings, and beside them the rows of actors that were merged or split. */
async function readChosen() {
  return { ...(await readSettings()), framingRows: await readRowChoices() };
}

/** Keeps the rows of actors of a backup, where it has readable ones. */
async function keepRowsOf(stored: unknown): Promise<void> {
  const rows = v.safeParse(v.object({ framingRows: rowChoicesSchema }), stored);
  if (rows.success) await keepRowChoices(rows.output.framingRows);
}
