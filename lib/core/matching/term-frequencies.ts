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
  return documentsOf[stepOf(hash)]!;
}

/** Inverse document frequency over the reference collection alone. */
export function referenceRarity(hash: number): number {
  return rarityOf[stepOf(hash)]!;
}

/** By step, 0 for the terms below the table's floor: so few numbers that none need be worked out for each term of a text. */
const documentsOf = Uint32Array.from({ length: mostSteps + 1 }, (_, step) =>
  step === 0 ? 0 : Math.round(2 ** ((step - 1) / 2)),
);
const rarityOf = Float64Array.from(documentsOf, (documents) =>
  Math.log((1 + referenceDocuments) / (1 + documents)),
);

function stepOf(hash: number): number {
  table ??= readTable();
  return table.get(hash) + 1;
}

function readTable(): NumberTable {
  const terms = referenceTerms();
  const steps = new Uint32Array(terms.length);
  for (let i = 0; i < terms.length; i++) steps[i] = frequencies.steps.charCodeAt(i) - firstStep;
  return NumberTable.of(terms, steps);
}
