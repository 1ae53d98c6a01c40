import { useState } from 'preact/hooks';
import type { ask } from '@/lib/app/messaging';

/** Puts a question to the background. Screens are handed one, so that tests can answer in its place. */
export type Ask = typeof ask;

/** What went wrong, for the reader; `null` while nothing did. */
export type Failure = string | null;

/** An error in words for the reader: the background answers problems with one sentence. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Does work that may fail and keeps its failure as words to show, until the next work begins.
 */
export function useWork(): { failure: Failure; work: (doing: () => Promise<void>) => Promise<void> } {
  const [failure, setFailure] = useState<Failure>(null);
  const work = async (doing: () => Promise<void>) => {
    setFailure(null);
    try {
      await doing();
    } catch (error) {
      setFailure(wordsOf(error));
    }
  };
  return { failure, work };
}
