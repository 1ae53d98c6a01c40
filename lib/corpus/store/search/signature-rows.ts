import type { LibraryTransaction } from '../connection';
import { signatureBytes, signaturePlace, signaturesARow } from './signatures';

/** Puts these signatures in their rows; all-zero ones are never found. */
export async function setSignatures(
  tx: LibraryTransaction<'readwrite'>,
  changes: ReadonlyMap<number, Uint8Array>,
): Promise<void> {
  const byRow = new Map<number, [offset: number, signature: Uint8Array][]>();
  for (const [ref, signature] of changes) {
    const { row, offset } = signaturePlace(ref);
    const inRow = byRow.get(row) ?? [];
    inRow.push([offset, signature]);
    byRow.set(row, inRow);
  }
  const store = tx.objectStore('signatures');
  const writes = [...byRow].map(async ([row, inRow]) => {
    const before: unknown = await store.get(row);
    const bytes = new Uint8Array(signaturesARow * signatureBytes);
    if (before instanceof Uint8Array && before.length === bytes.length) bytes.set(before);
    for (const [offset, signature] of inRow) bytes.set(signature, offset);
    await store.put(bytes, row);
  });
  await Promise.all(writes);
}
