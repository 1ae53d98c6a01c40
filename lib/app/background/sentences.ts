import { ReaderProblem } from '@/lib/app/messaging';
import type { Say } from '@/lib/core/report';
import { LibraryError } from '@/lib/corpus/store';

/**
 * Says in one sentence what went wrong. Situations of the reader's have their own; for anything else the sentence is general and
 * the error is logged for developers.
 */
export function sentences(say: Say, log: (error: unknown) => void): (error: unknown) => string {
  return (error) => {
    if (error instanceof ReaderProblem) return say(error.key);
    if (error instanceof LibraryError) return error.message;
    log(error);
    return say('problem_unexpected');
  };
}
