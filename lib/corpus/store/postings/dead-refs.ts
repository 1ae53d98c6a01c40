import type { LibraryTransaction } from '../connection';
import type { LibraryState } from '../schema';

/** From now on no reader sees these refs; their postings go with the next merge. */
export async function addDead(
  tx: LibraryTransaction<'readwrite'>,
  state: LibraryState,
  refs: readonly number[],
): Promise<void> {
  if (refs.length === 0) return;
  state.dead += refs.length;
  await tx.objectStore('dead').put(Uint32Array.from(refs), state.nextDead++);
}
