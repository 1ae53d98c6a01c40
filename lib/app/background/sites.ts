import * as v from 'valibot';
import { MatchPattern } from 'wxt/utils/match-patterns';
import type { Settings } from '@/lib/app/messaging';
import { isOff } from '@/lib/app/permissions';
import { changeSettings, readSettings } from '@/lib/app/settings';
import { granted, register, runInOpenPages } from './registration';
import { waitingWish } from './wish';

/** Which sites are watched: the reader's wish, what the browser grants, and the registration that follows from both. */
export function sites(now: () => number) {
  const wish = waitingWish('watch-wish', v.array(v.string()), now);

  async function watchGranted(patterns: string[]): Promise<Settings> {
    const settings = await changeSettings((old) => ({
      ...old,
      watched: [...new Set([...old.watched, ...patterns])],
    }));
    await register(settings);
    await runInOpenPages(patterns);
    return settings;
  }

  async function unwatch(patterns: readonly string[]): Promise<Settings> {
    const settings = await changeSettings((old) => ({
      ...old,
      watched: old.watched.filter((pattern) => !patterns.includes(pattern)),
    }));
    await register(settings);
    return settings;
  }

  return {
    unwatch,

    async watch(patterns: string[]): Promise<Settings> {
      const allowed = await granted(patterns);
      const waiting = patterns.filter((pattern) => !allowed.includes(pattern));
      if (waiting.length > 0) await wish.put(waiting);
      return allowed.length > 0 ? watchGranted(allowed) : readSettings();
    },

    /** The browser granted hosts: those the reader wished to watch just before are watched now. */
    async permissionsAdded(): Promise<void> {
      const allowed = await granted((await wish.get()) ?? []);
      if (allowed.length === 0) return;
      await wish.drop();
      await watchGranted(allowed);
    },

    /** The reader took permissions back in the browser's own settings: what is no longer granted is no longer watched. */
    async permissionsRemoved(): Promise<void> {
      const { watched } = await readSettings();
      const allowed = await granted(watched);
      await unwatch(watched.filter((pattern) => !allowed.includes(pattern)));
    },

    async setHostOff(host: string, off: boolean): Promise<Settings> {
      const settings = await changeSettings((old) => {
        const others = old.offHosts.filter((each) => each !== host);
        return { ...old, offHosts: off ? [...others, host] : others };
      });
      const patterns = await register(settings);
      if (!off) await runInOpenPages(patterns);
      return settings;
    },

    /** After installing, updating and starting: an update clears the registration and leaves open pages without a script. */
    async startAgain({ openPages }: { openPages: boolean }): Promise<void> {
      const patterns = await register(await readSettings());
      if (openPages) await runInOpenPages(patterns);
    },

    /** Whether the content script runs by itself at this address. */
    async isWatched(address: string): Promise<boolean> {
      const { watched, offHosts } = await readSettings();
      if (isOff(address, offHosts)) return false;
      const matching = watched.filter((pattern) => new MatchPattern(pattern).includes(address));
      return (await granted(matching)).length > 0;
    },
  };
}

export type Sites = ReturnType<typeof sites>;
