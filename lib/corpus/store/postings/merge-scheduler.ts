import type { Questions, SingleWriter } from '../single-writer';
import type { MergeNeed } from './merge';

/** Slices done in one go when the merge is behind an import. */
const slicesWhenBehind = 4;
/** Milliseconds without a write after which a merge begins that is not urgent. */
const quiet = 1_000;

/** Runs due merges in the background: a slice at a time at the end of the writer's queue, so that additions and deletions get in between. */
export interface MergeScheduler {
  /** Called after each write. */
  note(need: MergeNeed): void;
  /** While `work` goes on, only a merge that is far behind runs: whatever else is due is cheaper once all has come. */
  holding<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when no merge is running or due; one that waits for a quiet moment begins at once, one that is held is left. */
  finish(): Promise<void>;
  stop(): void;
  /** What stopped the last merge, in words; `null` when nothing did. */
  trouble(): string | null;
}

/** @param slice does the next slice of a merge; tells what is left to do */
export function mergeScheduler(
  writer: SingleWriter,
  questions: Questions,
  slice: () => Promise<MergeNeed>,
): MergeScheduler {
  let running: Promise<void> | null = null;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let trouble: string | null = null;
  let latest: MergeNeed = 'none';
  let holds = 0;

  const isDue = () => latest === 'behind' || (latest === 'some' && holds === 0);
  const turn = async (): Promise<MergeNeed> => {
    let need = await slice();
    for (let done = 1; need === 'behind' && done < slicesWhenBehind && !questions.areOpen(); done++)
      need = await slice();
    return need;
  };
  const mergeAll = async (): Promise<void> => {
    try {
      do latest = await writer.runStep(turn);
      while (isDue());
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
  const note = (need: MergeNeed) => {
    latest = need;
    if (!isDue() || running !== null) return;
    stop();
    if (need === 'behind') start();
    else waiting = setTimeout(start, quiet);
  };

  return {
    note,
    holding: async (work) => {
      holds++;
      stop();
      try {
        return await work();
      } finally {
        holds--;
        note(latest);
      }
    },
    finish: async () => {
      if (waiting !== null) start();
      await running;
    },
    stop,
    trouble: () => trouble,
  };
}
