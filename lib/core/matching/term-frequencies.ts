import frequencies from '@/assets/term-frequencies.json';
import { unpackAscending } from './packed-numbers';

/** Documents of the reference collection that `assets/term-frequencies.json` was counted from; the file names its sources. */
export const referenceDocuments: number = frequencies.documents;

/** How often terms stand is written in letters from A on, a step of √2 each. */
const firstStep = 'A'.charCodeAt(0);
const mostSteps = 26;

/** By so many first bits of a term one or two are found among which it must be. */
const prefixBits = 14;

let terms: Uint32Array | undefined;
/** Place of the first term with each prefix, and where the last ones end. */
let starts: Uint16Array | undefined;

/** Hashes of the terms of the reference collection, ascending. Articles on readers' disks name terms by their place here. */
export function referenceTerms(): Uint32Array {
  terms ??= unpackAscending(frequencies.terms);
  return terms;
}

/**
 * Place of a term among them; -1 for one below the table's floor. A table of hashes would be as fast, but take four times the
 * memory, and three times as long to make when the first text comes.
 */
export function referencePlace(hash: number): number {
  const all = referenceTerms();
  starts ??= startsIn(all);
  const prefix = hash >>> (32 - prefixBits);
  const beyond = starts[prefix + 1]!;
  for (let place = starts[prefix]!; place < beyond; place++) if (all[place] === hash) return place;
  return -1;
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
  const place = referencePlace(hash);
  return place < 0 ? 0 : frequencies.steps.charCodeAt(place) - firstStep + 1;
}

function startsIn(all: Uint32Array): Uint16Array {
  const starts = new Uint16Array(2 ** prefixBits + 1);
  for (let i = 0; i < all.length; i++) starts[(all[i]! >>> (32 - prefixBits)) + 1]!++;
  for (let prefix = 1; prefix < starts.length; prefix++) starts[prefix]! += starts[prefix - 1]!;
  return starts;
}
