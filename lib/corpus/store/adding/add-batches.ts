import type { PreparedArticle } from '@/lib/core/matching/types';
import type { Added, BatchAdded } from './add';
import { overlapping } from './overlapping';

/** Adds batches in order, each begun while the one before is on its way to disk. When `signal` aborts, no more are begun. */
export async function addBatches(
  batches: readonly PreparedArticle[][],
  add: (batch: readonly PreparedArticle[]) => Promise<BatchAdded>,
  signal?: AbortSignal,
): Promise<Added> {
  const sum: Added = { added: 0, revised: 0, unchanged: 0 };
  await overlapping(batches, async (batch) => {
    if (signal?.aborted) return;
    const { result } = await add(batch);
    sum.added += result.added;
    sum.revised += result.revised;
    sum.unchanged += result.unchanged;
  });
  return sum;
}
