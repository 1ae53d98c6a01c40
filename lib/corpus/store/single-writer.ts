/** Questions of the reader's that are being answered. */
export interface Questions {
  areOpen(): boolean;
  /** Resolves when those that are open now are answered, or have been waited for long enough. */
  answered(): Promise<void>;
}

export const noQuestions: Questions = { areOpen: () => false, answered: async () => undefined };

/** Runs writing tasks one after the other: in this context by a queue, across contexts by a Web Lock where the browser has them. */
export interface SingleWriter {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** The same for a step of long work, which has nobody waiting: questions under way are answered first. */
  runStep<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when no task is waiting or running. */
  quiet(): Promise<void>;
}

export function singleWriter(lockName: string, questions: Questions): SingleWriter {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  const run = <T>(task: () => Promise<T>): Promise<T> => {
    waiting++;
    const turn = last.then(async () => {
      try {
        return locks ? await locks.request(lockName, task) : await task();
      } finally {
        waiting--;
      }
    });
    // The next task runs whatever came of this one; its own caller hears of a failure.
    last = turn.catch((error: unknown) => error);
    return turn;
  };
  return {
    run,
    // Given way to outside of the queue, or a question that has something to write would wait for itself.
    runStep: async (task) => {
      await questions.answered();
      return run(task);
    },
    quiet: async () => {
      while (waiting > 0) await last;
    },
  };
}
