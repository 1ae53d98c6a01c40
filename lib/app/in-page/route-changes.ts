/** A page that changes its address in place is taken to have arrived after this long without another change; milliseconds. */
const quiet = 1_000;

/** The part of the Navigation API that is listened to; absent in browsers that do not have it. */
interface NavigationLike {
  addEventListener(type: 'currententrychange', listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Tells when a page becomes another page in place (`pushState`, `replaceState`, back and forward).
 * What only changes after `#` is the same page.
 */
export function onRouteChange(
  { left, arrived }: { left: () => void; arrived: () => void },
  signal: AbortSignal,
): void {
  const { navigation }: { navigation?: NavigationLike } = window;
  let address = addressNow();
  let arriving: ReturnType<typeof setTimeout> | undefined;
  navigation?.addEventListener(
    'currententrychange',
    () => {
      if (addressNow() === address) return;
      address = addressNow();
      left();
      clearTimeout(arriving);
      arriving = setTimeout(arrived, quiet);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(arriving), { once: true });
}

/** Tells when the page is left for another document, and when the reader comes back to it as it was left. */
export function onLeaveAndReturn(
  { left, arrived }: { left: () => void; arrived: () => void },
  signal: AbortSignal,
): void {
  window.addEventListener('pagehide', left, { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && arrived(), { signal });
}

function addressNow(): string {
  return location.href.split('#', 1)[0] ?? location.href;
}
