import { prepareHeld } from '@/lib/core/matching';
import type { Library } from '@/lib/corpus/store';
import { log } from './soon';

interface Deps {
  openLibrary: () => Promise<Library>;
  stayAwake: (awake: boolean) => Promise<void>;
  changed: () => Promise<unknown>;
}

/** The index made anew from the articles, in the background; gone on with after the background was stopped. */
export function indexRebuild({ openLibrary, stayAwake, changed }: Deps) {
  let running: Promise<void> | null = null;

  async function rebuild(): Promise<void> {
    await stayAwake(true);
    try {
      await (await openLibrary()).rebuildIndex(prepareHeld);
      await changed();
    } finally {
      await stayAwake(false);
    }
  }

  function takeUp(): void {
    running ??= rebuild()
      // The place reached is on disk: asking how far it is begins it again.
      .catch(log)
      .finally(() => {
        running = null;
      });
  }

  /** Share done, 0 to 1, `null` when there is nothing to do. */
  async function share(): Promise<number | null> {
    const done = await (await openLibrary()).rebuilding();
    if (done !== null) takeUp();
    return done ?? (running === null ? null : 0);
  }

  return {
    share,
    async start(): Promise<number | null> {
      takeUp();
      return share();
    },
  };
}
