import browser from 'webextension-polyfill';
import type { RetentionPreview, RetentionRule } from '@/lib/app/messaging';
import { changeSettings, readSettings } from '@/lib/app/settings';
import type { Library } from '@/lib/corpus/store';

const lastKey = 'retention-day';

interface Deps {
  openLibrary: () => Promise<Library>;
  now: () => Date;
  changed: () => Promise<unknown>;
}

/** What the library keeps, by the reader's rule: looked at first, then kept to once a day. */
export function retentionDesk({ openLibrary, now, changed }: Deps) {
  async function apply(): Promise<number> {
    const { retention } = await readSettings();
    const gone = await (await openLibrary()).retain(retention);
    await changed();
    return gone;
  }

  return {
    async dryRun(rule: RetentionRule): Promise<RetentionPreview> {
      const { refs: _, ...preview } = await (await openLibrary()).condemned(rule);
      return preview;
    },

    /** The rule from now on; what goes by it goes now. */
    async keepTo(rule: RetentionRule): Promise<number> {
      await changeSettings((settings) => ({ ...settings, retention: rule }));
      return apply();
    },

    /** Once a day, when the library is tidied anyway: looking at every row is work. */
    async daily(): Promise<void> {
      const today = now().toISOString().slice(0, 10);
      const { [lastKey]: last } = await browser.storage.local.get(lastKey);
      if (last === today || !limits((await readSettings()).retention)) return;
      await browser.storage.local.set({ [lastKey]: today });
      await apply();
    },
  };
}

function limits({ overall, outlets, revisions }: RetentionRule): boolean {
  const all = [overall, ...Object.values(outlets)];
  return revisions !== null || all.some(({ articles, days }) => articles !== null || days !== null);
}
