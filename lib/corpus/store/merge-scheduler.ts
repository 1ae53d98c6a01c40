import type { MergeNeed } from './merge';
import type { SingleWriter } from './single-writer';

/** Slices done in one go when the merge is behind an import. */
const SLICES_WHEN_BEHIND = 4;
/** Milliseconds without a write after which a merge begins that is not urgent. */
const QUIET = 250;

/** Runs due merges in the background: a slice at a time at the end of the writer's queue, so that additions and deletions get in between. */
export interface MergeScheduler {
  /** Called after each write. */
  note(need: MergeNeed): void;
  /** Resolves when no merge is running or due; one that waits for a quiet moment begins at once. */
  finish(): Promise<void>;
  stop(): void;
  /** What stopped the last merge, in words; `null` when nothing did. */
  trouble(): string | null;
}

export function mergeScheduler(writer: SingleWriter, slice: () => Promise<MergeNeed>): MergeScheduler {
  let running: Promise<void> | null = null;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let trouble: string | null = null;

  const turn = async (): Promise<MergeNeed> => {
    let need = await slice();
    for (let done = 1; need === 'behind' && done < SLICES_WHEN_BEHIND; done++) need = await slice();
    return need;
  };
  const mergeAll = async (): Promise<void> => {
    try {
      while ((await writer.run(turn)) !== 'none');
      trouble = null;
    } catch (error) {
      // Nothing is lost: the slice was undone, the log stays, and the next write starts the merge again.
      trouble = error instanceof Error ? error.message : String(error);
    }
    running = null;
  };
  const stop = () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  };
  const start = () => {
    stop();
    running ??= mergeAll();
  };

  return {
    note: (need) => {
      if (need === 'none' || running !== null) return;
      stop();
      if (need === 'behind') start();
      else waiting = setTimeout(start, QUIET);
    },
    finish: async () => {
      if (waiting !== null) start();
      await running;
    },
    stop,
    trouble: () => trouble,
  };
}
