/** Runs writing tasks one after the other: in this context by a queue, across contexts by a Web Lock where the browser has them. */
export interface SingleWriter {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when no task is waiting or running. */
  quiet(): Promise<void>;
}

export function singleWriter(lockName: string): SingleWriter {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return {
    run: (task) => {
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
    },
    quiet: async () => {
      while (waiting > 0) await last;
    },
  };
}
