import { joined } from '@/lib/corpus/bytes';
/** What is asked of a server. */
export interface Wanted {
  url: string;
  /** Beside the ones every request has: validators of an earlier answer, what is accepted. */
  headers?: Readonly<Record<string, string>>;
  /** Most bytes of body taken, after any compression was undone. */
  mostBytes?: number;
  /** Most milliseconds, from the request to the end of the body. */
  mostMs?: number;
  /**
   * `stop` (the default) tells of a redirect without following it: where it leads, nobody has agreed to go. `follow` is for
   * a redirect that a reader has just been told of and said yes to.
   */
  redirects?: 'stop' | 'follow';
  signal?: AbortSignal;
}

/** What came of a request. Nothing of it is thrown: a server that cannot be reached is an everyday thing. */
export type Fetched =
  /** `url` is where the answer came from; only `redirects: 'follow'` can make it another than was asked for. */
  | { status: 'answered'; code: number; url: string; headers: Headers; bytes: Uint8Array<ArrayBuffer> }
  /** Browsers do not tell where a redirect leads (`to` is `null`), the command line's fetch does. */
  | { status: 'redirected'; to: string | null }
  | { status: 'too-large'; received: number }
  | { status: 'too-slow'; received: number }
  /** No connection, no such host, broken body, or stopped by `signal`. */
  | { status: 'unreachable'; received: number };

/** Size and time allowed to one answer, unless the request says otherwise. */
const usualLimits = { bytes: 5_000_000, ms: 20_000 } as const;

/**
 * Fetches one address without cookies and without referrer, never from the browser's cache, and reads the body as it comes: past
 * `mostBytes` the connection is dropped, so that an endless or exploding body costs no more than that.
 */
export async function fetchBody(fetch: typeof globalThis.fetch, wanted: Wanted): Promise<Fetched> {
  const late = AbortSignal.timeout(wanted.mostMs ?? usualLimits.ms);
  const signal = wanted.signal ? AbortSignal.any([late, wanted.signal]) : late;
  const seen = { received: 0 };
  try {
    const response = await fetch(wanted.url, {
      headers: wanted.headers ?? {},
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: wanted.redirects === 'follow' ? 'follow' : 'manual',
      signal,
    });
    if (isRedirect(response)) {
      await response.body?.cancel();
      return { status: 'redirected', to: placeOf(response, wanted.url) };
    }
    const bytes = await readUpTo(response, wanted.mostBytes ?? usualLimits.bytes, seen);
    if (bytes === null) return { status: 'too-large', ...seen };
    return {
      status: 'answered',
      code: response.status,
      url: response.url || wanted.url,
      headers: response.headers,
      bytes,
    };
  } catch {
    // Every rejection of fetch and of its body means that no whole answer came; the clock tells whether it was too slow.
    return { status: late.aborted ? 'too-slow' : 'unreachable', ...seen };
  }
}

function isRedirect(response: Response): boolean {
  const { type, status } = response;
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

function placeOf(response: Response, from: string): string | null {
  const location = response.headers.get('location');
  return location === null ? null : (URL.parse(location, from)?.href ?? null);
}

/** The body; `null` once it is larger than allowed, its connection closed. */
async function readUpTo(
  response: Response,
  most: number,
  seen: { received: number },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    seen.received += value.length;
    if (seen.received > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return joined(chunks);
}
