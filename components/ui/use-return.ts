import { useEffect } from 'preact/hooks';

/**
 * Reads again what the popup or a second window may have changed, each time the reader comes back to this one. What cannot
 * be read then stays as it is shown.
 */
export function useReturn(read: () => Promise<void>): void {
  useEffect(() => {
    const again = () => {
      read().catch(() => undefined);
    };
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, []);
}
