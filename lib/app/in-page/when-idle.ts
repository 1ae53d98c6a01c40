/** At most this long after the page is loaded; milliseconds. */
const longestWait = 2_000;

/** Runs `act` when the page has nothing better to do; not at all when `signal` is aborted before. */
export function whenIdle(act: () => void, signal: AbortSignal): void {
  const handle = requestIdleCallback(act, { timeout: longestWait });
  signal.addEventListener('abort', () => cancelIdleCallback(handle), { once: true });
}
