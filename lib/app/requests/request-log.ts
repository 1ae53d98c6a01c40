import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { turns } from '@/lib/app/in-turn';
import type { LoggedRequest } from '@/lib/app/messaging';
import { readStored } from '@/lib/app/stored';
import type { Fetched } from '@/lib/corpus/sources/fetching';

export type RequestReason = LoggedRequest['why'];

/** Requests are kept in chunks, so that each new one rewrites a few kilobytes and not the whole log. */
const chunkSize = 50;
/** Chunks kept; the oldest goes when a new one begins. The log then holds the last 2,950 to 3,000 requests. */
const mostChunks = 60;
const headKey = 'requests';

/** First and last chunk there is; they are stored under `requests <number>`. */
interface Head {
  first: number;
  last: number;
}

const headSchema = v.object({ first: v.number(), last: v.number() });
const entrySchema: v.GenericSchema<unknown, LoggedRequest> = v.object({
  at: v.string(),
  why: v.picklist(['feed', 'find-feed', 'moved-feed', 'article', 'pack']),
  url: v.string(),
  ended: v.picklist(['no-answer-yet', 'answered', 'redirected', 'too-large', 'too-slow', 'unreachable']),
  code: v.nullable(v.number()),
  bytes: v.number(),
});

const chunkKey = (number: number) => `${headKey} ${number}`;

/** Longest address kept of a request, in UTF-16 units. */
const longestUrl = 2_048;

/**
 * Every request the extension made: when, why, to where, how it ended and how many bytes came. Kept in `storage.local`, on this
 * machine only, for the reader to see and to clear.
 */
export function requestLog(now: () => Date) {
  const inTurn = turns();

  async function append(entry: LoggedRequest): Promise<{ chunk: number; index: number }> {
    const head = await readHead();
    const entries = await readChunk(head.last);
    if (entries.length < chunkSize) {
      await write({ [chunkKey(head.last)]: [...entries, entry], [headKey]: head });
      return { chunk: head.last, index: entries.length };
    }
    const chunk = head.last + 1;
    const first = Math.max(head.first, chunk - mostChunks + 1);
    await write({ [chunkKey(chunk)]: [entry], [headKey]: { first, last: chunk } });
    await browser.storage.local.remove(numbers(head.first, first - 1).map(chunkKey));
    return { chunk, index: 0 };
  }

  async function amend(place: { chunk: number; index: number }, entry: LoggedRequest): Promise<void> {
    const entries = await readChunk(place.chunk);
    // The log may have been cleared meanwhile: then the reader wants it forgotten.
    if (entries[place.index]?.at !== entry.at || entries[place.index]?.url !== entry.url) return;
    await write({ [chunkKey(place.chunk)]: entries.with(place.index, entry) });
  }

  return {
    /** Writes that a request is about to be made; the function given back is told how it ended. */
    async begin(why: RequestReason, url: string): Promise<(fetched: Fetched) => Promise<void>> {
      const entry: LoggedRequest = {
        at: now().toISOString(),
        why,
        url: url.slice(0, longestUrl),
        ended: 'no-answer-yet',
        code: null,
        bytes: 0,
      };
      const place = await inTurn(() => append(entry));
      return (fetched) => inTurn(() => amend(place, { ...entry, ...endOf(fetched) }));
    },

    /** The requests that are still kept, newest first. */
    list: (): Promise<LoggedRequest[]> =>
      inTurn(async () => {
        const { first, last } = await readHead();
        const chunks = await Promise.all(numbers(first, last).map(readChunk));
        return chunks.flat().reverse();
      }),

    clear: (): Promise<void> =>
      inTurn(async () => {
        const { first, last } = await readHead();
        // The numbers go on, so that a request on its way finds its place gone and not taken by another.
        await write({ [headKey]: { first: last + 1, last: last + 1 } });
        await browser.storage.local.remove(numbers(first, last).map(chunkKey));
      }),
  };
}

/** Tells of every change of the log, from whatever context it comes. @returns what ends it */
export function onRequestsChanged(tell: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    const ofLog = Object.keys(changes).some((key) => key === headKey || key.startsWith(`${headKey} `));
    if (area === 'local' && ofLog) tell();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

export type RequestLog = ReturnType<typeof requestLog>;

function endOf(fetched: Fetched): Pick<LoggedRequest, 'ended' | 'code' | 'bytes'> {
  switch (fetched.status) {
    case 'answered':
      return { ended: 'answered', code: fetched.code, bytes: fetched.bytes.length };
    case 'redirected':
      return { ended: 'redirected', code: null, bytes: 0 };
    default:
      return { ended: fetched.status, code: null, bytes: fetched.received };
  }
}

async function readHead(): Promise<Head> {
  return (await readStored('local', headKey, headSchema)) ?? { first: 0, last: 0 };
}

async function readChunk(number: number): Promise<LoggedRequest[]> {
  return (await readStored('local', chunkKey(number), v.array(entrySchema))) ?? [];
}

function write(items: Record<string, unknown>): Promise<void> {
  return browser.storage.local.set(items);
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
