import frequencies from '@/assets/term-frequencies.json';
import { NumberTable } from './number-table';
import { unpackAscending } from './packed-numbers';

/** Documents of the reference collection that `assets/term-frequencies.json` was counted from; the file names its sources. */
export const referenceDocuments: number = frequencies.documents;

/** How often terms stand is written in letters from A on, a step of √2 each. */
const firstStep = 'A'.charCodeAt(0);
const mostSteps = 26;

let terms: Uint32Array | undefined;
let table: NumberTable | undefined;

/** Hashes of the terms of the reference collection, ascending. Articles on readers' disks name terms by their place here. */
export function referenceTerms(): Uint32Array {
  terms ??= unpackAscending(frequencies.terms);
  return terms;
}

/** In how many reference documents a term stands, rounded to a step of √2; 0 for a term below the table's floor. */
export function referenceFrequency(hash: number): number {
  table ??= readTable();
  return Math.max(0, table.get(hash));
}

function readTable(): NumberTable {
  const terms = referenceTerms();
  const ofStep = Uint32Array.from({ length: mostSteps }, (_, step) => Math.round(2 ** (step / 2)));
  const documents = new Uint32Array(terms.length);
  for (let i = 0; i < terms.length; i++) documents[i] = ofStep[frequencies.steps.charCodeAt(i) - firstStep]!;
  return NumberTable.of(terms, documents);
}
