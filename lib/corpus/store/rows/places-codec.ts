import { type Places, taggedPlaces } from '@/lib/core/matching/places';
import { BitReader, BitWriter } from '../postings/bits';
import type { Fingerprint } from './fingerprint-codec';

/**
 * How the body of an article without text usually lies in its row: where its keys stand, each by a short tag, and its
 * story terms. Which keys it has only the index says; before that is thrown away, they are put back (`keys-put-back.ts`).
 *
 * ```
 * 8         format, 1
 * 6 + 8     width of a tag, seed of the tags
 * 6         Rice parameter of the gaps
 * gamma     number of keys + 1, then of terms + 1
 * keys      in order of place: tag, Rice gap of the position
 * terms     32 bits each, the strongest first
 * ```
 */
export type StoredPlaces = Uint8Array<ArrayBuffer>;

const FORMAT = 1;
const WIDTH = 6;
const SEED = 8;
const PARAMETER = 6;

/** Packs what is kept of a fingerprint beside the index: of 650 words 270 bytes, where whole keys take 510. */
export function packPlaces({ keys, positions, terms }: Fingerprint): StoredPlaces {
  const { width, seed, tags, positions: places } = taggedPlaces(keys, positions);
  const parameter = gapParameter(places);
  const out = new BitWriter(2 * tags.length + 4 * terms.length + 16);
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
  for (const term of terms) out.bits(term, 32);
  return out.finish();
}

/** @returns what {@link packPlaces} kept, or `null` when the row does not hold that, or cannot be read. */
export function unpackPlaces(stored: unknown): { places: Places; terms: Uint32Array } | null {
  if (!(stored instanceof Uint8Array) || stored[0] !== FORMAT) return null;
  const { buffer, byteOffset, length } = stored;
  const input = new BitReader(new DataView(buffer, byteOffset, length), 1);
  const [width, seed, parameter] = [input.bits(WIDTH), input.bits(SEED), input.bits(PARAMETER)];
  const [keyCount, termCount] = [input.gamma() - 1, input.gamma() - 1];
  const least = keyCount * width + termCount * 32;
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
  const terms = Uint32Array.from({ length: termCount }, () => input.bits(32));
  return input.overrun ? null : { places: { width, seed, tags, positions }, terms };
}

/** Best for gaps of their mean; see `bits.ts`. */
function gapParameter(places: Uint32Array): number {
  const mean = (places.at(-1) ?? 0) / Math.max(1, places.length);
  return mean > 1 ? Math.max(0, Math.floor(Math.log2(mean * Math.LN2))) : 0;
}
