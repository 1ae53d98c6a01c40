import { type Fetched, fetchBody, type Wanted } from '@/lib/corpus/sources/fetching';
import type { RequestLog, RequestReason } from './request-log';

/** A request as the extension makes it: always with its reason, which the reader can read in the log. */
export interface Asked extends Wanted {
  why: RequestReason;
}

export interface GateDeps {
  fetch: typeof globalThis.fetch;
  log: RequestLog;
  /** Whether the browser lets us speak to this host pattern (`permissions.contains`). */
  isGranted: (pattern: string) => Promise<boolean>;
}

export type Passed = Fetched | { status: 'not-granted' };

export type RequestGate = (asked: Asked) => Promise<Passed>;

/**
 * The one way out of the extension: every request goes through here and nothing else calls `fetch`.
 *
 * - An address whose origin the reader has not granted is not asked at all (`not-granted`; nothing is logged, nothing was sent).
 * - The request is written into the log before it is sent and its end is written when it is known, so that the log holds every
 *   request a server has seen, also those the worker did not live to see the end of.
 * - No cookies, no referrer, no cache, no silent redirect, 5 MB and 20 s unless said otherwise: see `fetchBody`.
 */
export function requestGate({ fetch, log, isGranted }: GateDeps): RequestGate {
  return async ({ why, ...wanted }) => {
    const pattern = originPattern(wanted.url);
    if (pattern === null || !(await isGranted(pattern))) return { status: 'not-granted' };
    const ended = await log.begin(why, wanted.url);
    const fetched = await fetchBody(fetch, wanted);
    if (fetched.status === 'answered' && fetched.url !== wanted.url) {
      // A redirect that was followed is two requests, and the log says so.
      await ended({ status: 'redirected', to: fetched.url });
      await (await log.begin(why, fetched.url))(fetched);
    } else await ended(fetched);
    return fetched;
  };
}

/** The host pattern that must be granted before an address is asked; `null` for anything but http(s). */
export function originPattern(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  return `${url.protocol}//${url.hostname}/*`;
}
