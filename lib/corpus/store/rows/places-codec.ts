import { type Places, taggedPlaces } from '@/lib/core/matching/places';
import { indexOfSorted } from '@/lib/core/matching/sorted-numbers';
import { referenceTerms } from '@/lib/core/matching/term-frequencies';
import { BitReader, BitWriter } from '../postings/bits';
import type { Fingerprint } from './fingerprint-codec';

/**
 * How the body of an article without text usually lies in its row: where its keys stand, each by a short tag, and its
 * story terms. Which keys it has only the index says; before that is thrown away, they are put back (`keys-put-back.ts`).
 *
 * ```
 * 8         format, 2 (in format 1 terms are 32 bits each)
 * 6 + 8     width of a tag, seed of the tags
 * 6         Rice parameter of the gaps
 * gamma     number of keys + 1, then of terms + 1
 * keys      in order of place: tag, Rice gap of the position
 * terms     the strongest first, see `writeTerm`
 * ```
 */
export type StoredPlaces = Uint8Array<ArrayBuffer>;

const FORMAT = 2;
const WITH_WHOLE_TERMS = 1;
const WIDTH = 6;
const SEED = 8;
const PARAMETER = 6;

/** Packs what is kept of a fingerprint beside the index: of 650 words 220 bytes, where whole keys take 510. */
export function packPlaces({ keys, positions, terms }: Fingerprint): StoredPlaces {
  const { width, seed, tags, positions: places } = taggedPlaces(keys, positions);
  const parameter = gapParameter(places);
  const out = new BitWriter(2 * tags.length + 3 * terms.length + 16);
  out.bits(FORMAT, 8);
  out.bits(width, WIDTH);
  out.bits(seed, SEED);
  out.bits(parameter, PARAMETER);
  out.gamma(tags.length + 1);
  out.gamma(terms.length + 1);
  let before = 0;
  for (const [i, tag] of tags.entries()) {
    out.bits(tag, width);
    out.rice(places[i]! - before, parameter);
    before = places[i]!;
  }
  for (const term of terms) writeTerm(out, term);
  return out.finish();
}

/** @returns what {@link packPlaces} kept, or `null` when the row does not hold that, or cannot be read. */
export function unpackPlaces(stored: unknown): { places: Places; terms: Uint32Array } | null {
  if (!(stored instanceof Uint8Array) || (stored[0] !== FORMAT && stored[0] !== WITH_WHOLE_TERMS))
    return null;
  const { buffer, byteOffset, length } = stored;
  const input = new BitReader(new DataView(buffer, byteOffset, length), 1);
  const [width, seed, parameter] = [input.bits(WIDTH), input.bits(SEED), input.bits(PARAMETER)];
  const [keyCount, termCount] = [input.gamma() - 1, input.gamma() - 1];
  const least = keyCount * width + termCount * PLACE;
  if (width < 1 || width > 32 || parameter > 32 || Math.min(keyCount, termCount) < 0) return null;
  if (least > input.bitsInAll) return null;
  const tags = new Uint32Array(keyCount);
  const positions = new Uint32Array(keyCount);
  let position = 0;
  for (let i = 0; i < keyCount; i++) {
    tags[i] = input.bits(width);
    position += input.rice(parameter);
    if (position > 0xffffffff) return null;
    positions[i] = position;
  }
  const isWhole = stored[0] === WITH_WHOLE_TERMS;
  const terms = Uint32Array.from({ length: termCount }, () => (isWhole ? input.bits(32) : readTerm(input)));
  return input.overrun ? null : { places: { width, seed, tags, positions }, terms };
}

/** Bits that say where a term stands among those of the reference collection; four in five do. */
const PLACE = 15;
/** Low bits of one that does not: they follow, and the high ones are a place behind the last. */
const REST = 19;

function writeTerm(out: BitWriter, term: number): void {
  const known = referenceTerms();
  const place = indexOfSorted(known, term);
  out.bits(place < 0 ? known.length + (term >>> REST) : place, PLACE);
  if (place < 0) out.bits(term & (2 ** REST - 1), REST);
}

function readTerm(input: BitReader): number {
  const known = referenceTerms();
  const place = input.bits(PLACE);
  return known[place] ?? (place - known.length) * 2 ** REST + input.bits(REST);
}

/** Best for gaps of their mean; see `bits.ts`. */
function gapParameter(places: Uint32Array): number {
  const mean = (places.at(-1) ?? 0) / Math.max(1, places.length);
  return mean > 1 ? Math.max(0, Math.floor(Math.log2(mean * Math.LN2))) : 0;
}
