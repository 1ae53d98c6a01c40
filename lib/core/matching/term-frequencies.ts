import frequencies from '@/assets/term-frequencies.json';
import { indexOfSorted, unpackAscending } from './packed-numbers';

/** Documents of the reference collection that `assets/term-frequencies.json` was counted from; the file names its sources. */
export const referenceDocuments: number = frequencies.documents;

let table: { terms: Uint32Array; steps: Uint8Array } | undefined;

/** In how many reference documents a term stands, rounded to a step of √2; 0 for a term below the table's floor. */
export function referenceFrequency(hash: number): number {
  table ??= {
    terms: unpackAscending(frequencies.terms),
    steps: Uint8Array.from(frequencies.steps, (step) => step.charCodeAt(0) - 65),
  };
  const at = indexOfSorted(table.terms, hash);
  return at < 0 ? 0 : Math.round(2 ** (table.steps[at]! / 2));
}
