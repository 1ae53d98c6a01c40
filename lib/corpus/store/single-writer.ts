/** Questions of the reader's that are being answered. */
export interface Questions {
  areOpen(): boolean;
  /** Whether one came a moment ago: more of them may follow, so long work takes small steps. */
  areLikely(): boolean;
  /** Lets new ones come in between; to be called often by what works long without waiting for anything. */
  heard(): Promise<void>;
  /** Resolves when those that are open now are answered, or have been waited for long enough. */
  answered(): Promise<void>;
}

/** Where nobody asks: long work gives way to nothing. */
export const noQuestions: Questions = {
  areOpen: () => false,
  areLikely: () => false,
  heard: async () => undefined,
  answered: async () => undefined,
};

/** A writing task. It may hand over once its transaction only has to end: the next one's transaction waits for that. */
type Task<T> = (handOver: () => void) => Promise<T>;

/** Runs writing tasks one after the other: in this context by a queue, across contexts by a Web Lock where the browser has them. */
export interface SingleWriter {
  run<T>(task: Task<T>): Promise<T>;
  /** The same for a step of long work, which has nobody waiting: questions under way are answered first. */
  runStep<T>(task: Task<T>): Promise<T>;
  /** Resolves when no task is waiting or running. */
  quiet(): Promise<void>;
}

/** @param lockName of the Web Lock; one for each database */
export function singleWriter(lockName: string, questions: Questions): SingleWriter {
  /** When the next task may begin, and when all are done. */
  let next: Promise<unknown> = Promise.resolve();
  let allDone: Promise<unknown> = next;
  let waiting = 0;
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;

  const locked = <T>(task: () => Promise<T>, handedOver: Promise<void>): Promise<T> =>
    new Promise((resolve, reject) => {
      const begin = () => {
        const done = task();
        done.then(resolve, reject);
        return Promise.race([handedOver, done]);
      };
      // Of what the task throws its caller hears already.
      (locks ? locks.request(lockName, begin) : begin()).catch(reject);
    });

  const run = <T>(task: Task<T>): Promise<T> => {
    waiting++;
    const handedOver = Promise.withResolvers<void>();
    const done = next
      .then(() => locked(() => task(handedOver.resolve), handedOver.promise))
      .finally(() => {
        waiting--;
      });
    // The next task runs whatever came of this one; its own caller hears of a failure.
    next = Promise.race([handedOver.promise, done]).catch((error: unknown) => error);
    allDone = Promise.allSettled([allDone, done]);
    return done;
  };
  return {
    run,
    // Given way to outside of the queue, or a question that has something to write would wait for itself.
    runStep: async (task) => {
      await questions.answered();
      return run(task);
    },
    quiet: async () => {
      while (waiting > 0) await allDone;
    },
  };
}
