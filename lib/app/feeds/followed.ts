import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { turns } from '@/lib/app/in-turn';
import { readStored } from '@/lib/app/stored';

/** A feed the reader follows: the choice alone. It is kept in `storage.local`, so that a lost library does not take it along. */
export interface Followed {
  url: string;
  /** Name of the outlet, by the list it was chosen from, its feed or the reader's OPML. */
  name: string;
  /** Folder of the reader's OPML, outermost first. */
  folder: string[];
  /** Whether the full text behind a summary is fetched. */
  fullText: boolean;
  /** ISO moment. */
  since: string;
}

const key = 'feeds';
const mostFollowed = 2_000;

const followed: v.GenericSchema<unknown, Followed> = v.object({
  url: v.pipe(v.string(), v.url()),
  name: v.string(),
  folder: v.fallback(v.array(v.string()), []),
  fullText: v.fallback(v.boolean(), false),
  since: v.string(),
});
const list = v.object({ version: v.literal(1), feeds: v.array(v.unknown()) });

/** The feeds followed, in the order they were; what is damaged is left out. */
export async function readFollowed(): Promise<Followed[]> {
  const stored = await readStored('local', key, list);
  return (stored?.feeds ?? []).flatMap((feed) => {
    const read = v.safeParse(followed, feed);
    return read.success ? [read.output] : [];
  });
}

const inTurn = turns();

/** Changes what is followed, one change after the other. */
export function changeFollowed(change: (feeds: Followed[]) => Followed[]): Promise<Followed[]> {
  return inTurn(async () => {
    const feeds = change(await readFollowed()).slice(0, mostFollowed);
    await browser.storage.local.set({ [key]: { version: 1, feeds } });
    return feeds;
  });
}
