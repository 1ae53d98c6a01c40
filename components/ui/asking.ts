import { useState } from 'preact/hooks';
import type { ask } from '@/lib/app/messaging';

/** Puts a question to the background. Screens are handed one, so that tests can answer in its place. */
export type Ask = typeof ask;

/** What went wrong, for the reader; `null` while nothing did. */
export type Failure = string | null;

/**
 * Does work that may fail and keeps its failure as words to show, until the next work begins.
 * The words are those of the error: the background answers problems with one sentence for the reader.
 */
export function useWork(): { failure: Failure; work: (doing: () => Promise<void>) => Promise<void> } {
  const [failure, setFailure] = useState<Failure>(null);
  const work = async (doing: () => Promise<void>) => {
    setFailure(null);
    try {
      await doing();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return { failure, work };
}
