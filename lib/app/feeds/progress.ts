import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { turns } from '@/lib/app/in-turn';
import { type FeedClock, newClock } from '@/lib/corpus/sources/feeds';

/** What is remembered of a followed feed between two askings; each feed has an entry of its own in `storage.local`. */
export interface Progress {
  clock: FeedClock;
  /** Validators of the last answer, given back to its server so that an unchanged feed costs nothing. */
  etag: string | null;
  lastModified: string | null;
  /** Articles of this feed that were new to the library. */
  kept: number;
  /** Digests of the items of the last answer: an item that has not changed is not read again. */
  seen: number[];
  /** Addresses of articles whose full text is still to be fetched. */
  waiting: string[];
  /** Hosts its items lead to. */
  hosts: string[];
  /** Where it has moved, once the reader asked. */
  movedTo: string | null;
}

const noProgress: Progress = {
  clock: newClock,
  etag: null,
  lastModified: null,
  kept: 0,
  seen: [],
  waiting: [],
  hosts: [],
  movedTo: null,
};

/** Of a feed whose next answer is read whole, as if each item were new. */
export function unread(progress: Progress): Progress {
  return { ...progress, etag: null, lastModified: null, seen: [] };
}

const text = v.nullable(v.string());
const number = v.nullable(v.number());
const texts = v.array(v.string());

const progress: v.GenericSchema<unknown, Progress> = v.object({
  clock: v.object({
    next: number,
    worked: number,
    failures: v.number(),
    trouble: v.nullable(
      v.variant('kind', [
        v.object({ kind: v.literal('http'), code: v.number() }),
        v.object({
          kind: v.literal('not-a-feed'),
          because: v.picklist(['not-text', 'empty', 'web-page', 'entity-definitions', 'no-feed']),
        }),
        v.object({
          kind: v.picklist([
            'unreachable',
            'too-slow',
            'too-large',
            'moved',
            'gone',
            'not-granted',
            'not-kept',
          ]),
        }),
      ]),
    ),
  }),
  etag: text,
  lastModified: text,
  kept: v.number(),
  seen: v.array(v.number()),
  waiting: texts,
  hosts: texts,
  movedTo: text,
});

const keyOf = (url: string) => `feed ${url}`;

/** Feeds in their order, each with what is remembered of it; what is missing or damaged begins anew. */
export async function withProgress<Feed extends { url: string }>(
  feeds: readonly Feed[],
): Promise<{ feed: Feed; progress: Progress }[]> {
  const stored = await browser.storage.local.get(feeds.map(({ url }) => keyOf(url)));
  return feeds.map((feed) => ({ feed, progress: progressOf(stored[keyOf(feed.url)]) }));
}

/** The same of one feed. */
export async function readProgress(url: string): Promise<Progress> {
  return progressOf((await browser.storage.local.get(keyOf(url)))[keyOf(url)]);
}

function progressOf(stored: unknown): Progress {
  const read = v.safeParse(progress, stored);
  return read.success ? read.output : noProgress;
}

const inTurn = turns();

/** Changes what is remembered of a feed, one change after the other: several articles of one feed may end at once. */
export function changeProgress(url: string, change: (progress: Progress) => Progress): Promise<void> {
  return inTurn(async () => {
    const now = await readProgress(url);
    await browser.storage.local.set({ [keyOf(url)]: change(now) });
  });
}

/** Of feeds that are no longer followed, or that begin anew. */
export function forgetProgress(urls: readonly string[]): Promise<void> {
  return browser.storage.local.remove(urls.map(keyOf));
}
