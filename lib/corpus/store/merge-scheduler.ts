import type { MergeNeed } from './merge';
import type { SingleWriter } from './single-writer';

/** Slices done in one go when the merge is behind an import. */
const SLICES_WHEN_BEHIND = 4;

/** Runs a due merge in the background: a slice at a time at the end of the writer's queue, so that additions and deletions get in between. */
export interface MergeScheduler {
  start(): void;
  running(): boolean;
  /** What stopped the last merge, in words; `null` when nothing did. */
  trouble(): string | null;
}

export function mergeScheduler(writer: SingleWriter, slice: () => Promise<MergeNeed>): MergeScheduler {
  let running = false;
  let trouble: string | null = null;
  const turn = async (): Promise<MergeNeed> => {
    let need = await slice();
    for (let done = 1; need === 'behind' && done < SLICES_WHEN_BEHIND; done++) need = await slice();
    return need;
  };
  const run = async () => {
    while ((await writer.run(turn)) !== 'none');
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
