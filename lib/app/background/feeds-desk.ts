import * as v from 'valibot';
import {
  changeFollowed,
  changeProgress,
  type FeedRounds,
  type Followed,
  feedsOfOpml,
  findFeeds,
  findMoved,
  forgetProgress,
  opmlOfFollowed,
  type Progress,
  readFollowed,
  unread,
  withProgress,
} from '@/lib/app/feeds';
import { type FeedChoice, type FollowedFeed, type FoundFeeds, ReaderProblem } from '@/lib/app/messaging';
import { originPattern, type RequestGate } from '@/lib/app/requests';
import type { FeedDeps } from '@/lib/corpus/sources/feeds';
import { isPrivateAddress } from '@/lib/corpus/sources/fetching';
import { granted } from './registration';
import { waitingWish } from './wish';

export interface FeedsDeskDeps {
  rounds: FeedRounds;
  gate: RequestGate;
  feedDeps: () => FeedDeps;
  now: () => Date;
  /** Something is due earlier, or later, than it was. */
  reschedule: () => Promise<void>;
  /** Work that nobody waits for. */
  soon: (work: Promise<unknown>) => void;
}

const wished = v.array(v.object({ url: v.string(), name: v.string(), folder: v.array(v.string()) }));

/** Everything the reader decides about feeds. */
export function feedsDesk({ rounds, gate, feedDeps, now, reschedule, soon }: FeedsDeskDeps) {
  const wish = waitingWish<FeedChoice[]>('follow-wish', wished, () => now().getTime());

  /** Asks these feeds now, and afterwards when the schedule says. The alarm is set first: this may be cut short. */
  function ask(urls: readonly string[]): void {
    soon(
      reschedule()
        .then(() => rounds.run(urls))
        .finally(reschedule),
    );
  }

  async function followGranted(feeds: readonly FeedChoice[]): Promise<void> {
    const since = now().toISOString();
    const followed = await readFollowed();
    const added = feeds.filter(({ url }) => !followed.some((other) => other.url === url));
    await changeFollowed((old) => [
      ...old,
      ...added.map(({ url, name, folder }) => ({ url, name, folder, fullText: false, since })),
    ]);
    ask(added.map(({ url }) => url));
  }

  return {
    list,

    /** Follows the feeds that may be asked; the others are followed if the browser grants them within two minutes. */
    async follow(feeds: readonly FeedChoice[], typed: boolean): Promise<FollowedFeed[]> {
      const { allowed, waiting } = await byPermission(
        typed ? feeds : feeds.filter(({ url }) => !isPrivateAddress(url)),
      );
      if (waiting.length > 0) await wish.put(waiting);
      if (allowed.length > 0) await followGranted(allowed);
      return list();
    },

    /** The browser granted hosts: feeds wished for just before are followed now, and those that had lost access are asked again. */
    async permissionsAdded(): Promise<void> {
      const { allowed } = await byPermission((await wish.get()) ?? []);
      if (allowed.length > 0) {
        await wish.drop();
        await followGranted(allowed);
      }
      const barred = (await list()).filter(({ trouble }) => trouble?.kind === 'not-granted');
      if (barred.length > 0) ask(barred.map(({ url }) => url));
    },

    async unfollow(urls: readonly string[]): Promise<FollowedFeed[]> {
      await changeFollowed((feeds) => feeds.filter(({ url }) => !urls.includes(url)));
      await forgetProgress(urls);
      await reschedule();
      return list();
    },

    async setFullText(url: string, fullText: boolean): Promise<FollowedFeed[]> {
      await change(url, (feed) => ({ ...feed, fullText }));
      // The items held as summaries are looked at once more, as if they were new.
      await changeProgress(url, (progress) => ({ ...unread(progress), waiting: [] }));
      if (fullText) ask([url]);
      return list();
    },

    async check(urls: readonly string[] | null): Promise<FollowedFeed[]> {
      ask(urls ?? (await readFollowed()).map(({ url }) => url));
      return list();
    },

    /** After the browser lost the library: everything the feeds still give is read once more. */
    async readAgain(): Promise<void> {
      const urls = (await readFollowed()).map(({ url }) => url);
      for (const url of urls) await changeProgress(url, (progress) => ({ ...unread(progress), kept: 0 }));
      ask(urls);
    },

    find: (address: string, follow: boolean): Promise<FoundFeeds> =>
      findFeeds(address, follow, gate, feedDeps()),

    async findMoved(url: string): Promise<FollowedFeed[]> {
      const movedTo = await findMoved(url, gate);
      await changeProgress(url, (progress) => ({ ...progress, movedTo }));
      return list();
    },

    /** Follows a feed at the place it has moved to; the browser must have been asked for it. */
    async move(url: string): Promise<FollowedFeed[]> {
      const to = (await list()).find((feed) => feed.url === url)?.movedTo ?? null;
      if (to === null) throw new ReaderProblem('problem_feed_moved_unseen');
      await change(url, (feed) => ({ ...feed, url: to }));
      await forgetProgress([url]);
      ask([to]);
      return list();
    },

    readOpml: feedsOfOpml,
    writeOpml: () => opmlOfFollowed(now()),
  };
}

async function list(): Promise<FollowedFeed[]> {
  const feeds = await withProgress(await readFollowed());
  return feeds.map(({ feed, progress }) => shown(feed, progress));
}

/** The feeds that the browser lets be asked, and the others. */
async function byPermission(
  feeds: readonly FeedChoice[],
): Promise<{ allowed: FeedChoice[]; waiting: FeedChoice[] }> {
  const allowed = new Set(await granted([...new Set(feeds.map(({ url }) => originPattern(url) ?? ''))]));
  const isAllowed = ({ url }: FeedChoice) => allowed.has(originPattern(url) ?? '');
  return { allowed: feeds.filter(isAllowed), waiting: feeds.filter((feed) => !isAllowed(feed)) };
}

async function change(url: string, to: (feed: Followed) => Followed): Promise<void> {
  await changeFollowed((feeds) => feeds.map((feed) => (feed.url === url ? to(feed) : feed)));
}

function shown(feed: Followed, { clock, kept, waiting, hosts, movedTo }: Progress): FollowedFeed {
  const moment = (at: number | null) => (at === null || at === 0 ? null : new Date(at).toISOString());
  return {
    url: feed.url,
    name: feed.name,
    folder: feed.folder,
    fullText: feed.fullText,
    asked: clock.worked !== null || clock.trouble !== null,
    trouble: clock.trouble,
    worked: moment(clock.worked),
    next: moment(clock.next),
    kept,
    waiting: waiting.length,
    articleHosts: hosts,
    movedTo,
  };
}
