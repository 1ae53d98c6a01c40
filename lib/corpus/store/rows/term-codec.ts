import { referencePlace, referenceTerms } from '@/lib/core/matching/term-frequencies';
import type { BitReader, BitWriter } from '../postings/bits';

/** Bits that say where a term stands among those of the reference collection; four in five do. */
const placeBits = 15;
/** Low bits of one that does not: they follow, and the high ones are a place behind the last. */
const rest = 19;

export function writeTerm(out: BitWriter, term: number): void {
  const known = referenceTerms();
  const place = referencePlace(term);
  out.bits(place < 0 ? known.length + (term >>> rest) : place, placeBits);
  if (place < 0) out.bits(term & (2 ** rest - 1), rest);
}

export function readTerm(input: BitReader): number {
  const known = referenceTerms();
  const place = input.bits(placeBits);
  return known[place] ?? (place - known.length) * 2 ** rest + input.bits(rest);
}
