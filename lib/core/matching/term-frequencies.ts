import frequencies from '@/assets/term-frequencies.json';
import { unpackAscending } from './packed-numbers';

/** Documents of the reference collection that `assets/term-frequencies.json` was counted from; the file names its sources. */
export const referenceDocuments: number = frequencies.documents;

let table: Map<number, number> | undefined;

/** In how many reference documents a term stands, rounded to a step of √2; 0 for a term below the table's floor. */
export function referenceFrequency(hash: number): number {
  table ??= readTable();
  return table.get(hash) ?? 0;
}

function readTable(): Map<number, number> {
  const terms = unpackAscending(frequencies.terms);
  return new Map(
    Array.from(terms, (term, i) => [term, Math.round(2 ** ((frequencies.steps.charCodeAt(i) - 65) / 2))]),
  );
}
