import { useSay } from './speech';

/** Asks the browser for host patterns: whether it granted them all. Must be called straight from a click. */
export type RequestHosts = (patterns: string[]) => Promise<boolean>;

interface Deps {
  requestHosts: RequestHosts;
  /** Does work that may fail, see `useWork`. */
  work: (doing: () => Promise<void>) => Promise<void>;
  /** Shows the reader, or throws, the sentence that the hosts were not granted. */
  onRefused: (words: string) => void;
}

/**
 * Work that needs hosts: the function it gives asks the browser for them and does the work once they are granted. Call it
 * straight from a click with nothing awaited before, because the browser grants only what is asked for within the click itself.
 * Patterns that are `null` are left out; where none is left, the browser is not asked.
 */
export function useWithHosts({ requestHosts, work, onRefused }: Deps) {
  const say = useSay();
  return (patterns: readonly (string | null)[], doing: () => Promise<void>): Promise<void> => {
    const wanted = [...new Set(patterns.filter((pattern) => pattern !== null))];
    const asked = wanted.length === 0 ? Promise.resolve(true) : requestHosts(wanted);
    return work(async () => {
      if (await asked) await doing();
      else onRefused(say('options_not_granted'));
    });
  };
}
