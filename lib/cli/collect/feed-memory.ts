import { readFile, rename, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import { type FeedClock, type LastAnswer, newClock } from '@/lib/corpus/sources/feeds';
import { BadInput } from '../bad-input';

/** What is remembered of a feed between two runs. */
export interface Remembered extends LastAnswer {
  clock: FeedClock;
}

const text = v.nullable(v.string());
const number = v.nullable(v.number());
const remembered: v.GenericSchema<unknown, Remembered> = v.object({
  clock: v.object({
    next: number,
    worked: number,
    failures: v.number(),
    // Only told, never acted upon: the next asking says it anew.
    trouble: v.pipe(
      v.unknown(),
      v.transform(() => null),
    ),
  }),
  etag: text,
  lastModified: text,
  seen: v.array(v.number()),
});
const file = v.object({ version: v.literal(1), feeds: v.array(v.tuple([v.string(), remembered])) });

/** What was remembered of each feed, in one file that is replaced whole, so that a kill leaves the old one or the new one. */
export interface FeedMemory {
  of(url: string): Remembered;
  set(url: string, what: Remembered): Promise<void>;
}

const nothing: Remembered = { clock: newClock, etag: null, lastModified: null, seen: [] };

/** @throws BadInput when the file is none of ours. */
export async function openFeedMemory(place: string): Promise<FeedMemory> {
  const feeds = new Map(await read(place));
  let last: Promise<void> = Promise.resolve();
  return {
    of: (url) => feeds.get(url) ?? nothing,
    set(url, what) {
      feeds.set(url, what);
      const written = last.then(async () => {
        await writeFile(`${place}.new`, JSON.stringify({ version: 1, feeds: [...feeds] }));
        await rename(`${place}.new`, place);
      });
      // A write that failed is told to whom it was for; the next one writes all there is.
      last = written.catch(() => undefined);
      return written;
    },
  };
}

async function read(place: string): Promise<[string, Remembered][]> {
  let content: string;
  try {
    content = await readFile(place, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), file), content);
  if (parsed.success) return parsed.output.feeds;
  throw new BadInput(
    place,
    'this is not what an earlier "collect" wrote. Take it away, or name another --out.',
  );
}
