import type { SingleWriter } from './single-writer';

/** Runs a due merge in the background: one slice at a time at the end of the writer's queue, so that additions and deletions get in between. */
export interface MergeScheduler {
  start(): void;
  running(): boolean;
  /** What stopped the last merge, in words; `null` when nothing did. */
  trouble(): string | null;
}

export function mergeScheduler(writer: SingleWriter, slice: () => Promise<boolean>): MergeScheduler {
  let running = false;
  let trouble: string | null = null;
  const run = async () => {
    while (await writer.run(slice));
  };
  return {
    start: () => {
      if (running) return;
      running = true;
      run().then(
        () => {
          running = false;
          trouble = null;
        },
        (error: unknown) => {
          // Nothing is lost: the slice was undone, the log stays, and the next write starts the merge again.
          running = false;
          trouble = error instanceof Error ? error.message : String(error);
        },
      );
    },
    running: () => running,
    trouble: () => trouble,
  };
}
