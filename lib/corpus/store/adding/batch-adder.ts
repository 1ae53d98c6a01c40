import type { PreparedArticle } from '@/lib/core/matching/types';
import type { Durability } from '../connection';
import type { LibraryState } from '../schema';
import type { SingleWriter } from '../single-writer';
import { addBatch, addNewBatch, type BatchAdded, type BatchWays } from './add';
import { type BatchPlace, makeReady, newArrival } from './write-batch';

interface Deps extends BatchPlace {
  writer: SingleWriter;
  /** After each write: the note outside of the database, and a merge if one is due. */
  settle: (state: LibraryState | null, durability?: Durability) => Promise<void>;
  /** First ref of a library that is empty. */
  firstRef: () => number;
}

/** Adds a batch (see `batchesOf`) in its turn; `asStep`: as a step of long work. */
export type AddBatch = (
  batch: readonly PreparedArticle[],
  ways?: BatchWays & { asStep?: boolean },
) => Promise<BatchAdded>;

/**
 * Adds batches of articles. While all that comes is new, the next batch is taken for new too: it is made ready before its
 * turn, and the one after it is begun while this one is still on its way to disk. A batch that turns out to be held in part
 * is added the slower way: looked up first, and only what is new of it made ready.
 */
export function batchAdder({ writer, settle, firstRef, ...place }: Deps): AddBatch {
  let allNew = false;
  return async (batch, { asStep = false, ...ways } = {}) => {
    const marks = ways.journal ? { import: ways.journal.import } : {};
    // Begun before its turn, but waited for in it: batches stay in order.
    const ready =
      allNew && !ways.restoring ? makeReady(place, batch.map(newArrival), false, () => marks) : null;
    ready?.catch(() => undefined);
    // A step gives way to questions last thing before its turn.
    if (asStep) await ready;
    return (asStep ? writer.runStep : writer.run)(async (handOver) => {
      const outcome =
        (ready && (await addNewBatch(place, await ready, firstRef(), ways, handOver))) ??
        (await addBatch(place, batch, firstRef(), ways));
      const { result, state } = outcome;
      allNew = result.added === batch.length;
      if (result.added + result.revised > 0) await settle(state, ways.durability);
      return outcome;
    });
  };
}
