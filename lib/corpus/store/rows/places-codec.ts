import { type PlacesByFunction, plainPlaces } from '@/lib/core/matching/places';
import { staticFunction } from '@/lib/core/matching/static-function';
import { BitReader, BitWriter } from '../postings/bits';
import type { Fingerprint, KeptPlaces } from './fingerprint-codec';
import { readTagged } from './tagged-places';
import { readTerm, writeTerm } from './term-codec';

/**
 * How the body of an article without text usually lies in its row: where its keys stand, and its story terms. Which keys
 * it has only the index says; before that is thrown away, they are put back (`keys-put-back.ts`).
 *
 * ```
 * 8         format, 3
 * 6         width of a position; all ones is that of a key without a plain place
 * gamma     number of keys + 1, then of terms + 1
 * groups    of `sizeOfGroups` ascending keys: 32 the lowest key, in all but the first; gamma(seed + 1); the cells
 * terms     the strongest first, see `writeTerm`
 * ```
 */
export type StoredPlaces = Uint8Array<ArrayBuffer>;

const format = 3;
const widthBits = 6;

/** Keys in a group at most: the work grows with the cube. */
const keysAGroup = 96;

function sizeOfGroups(keys: number): number {
  return Math.ceil(keys / Math.max(1, Math.ceil(keys / keysAGroup)));
}

/** Packs what is kept of a fingerprint beside the index: of 600 words 170 bytes, where whole keys take 490. */
export function packPlaces({ keys, positions, terms }: Fingerprint): StoredPlaces {
  const places = plainPlaces(keys, positions);
  const sorted = Uint32Array.from(places.keys()).sort();
  const width = 32 - Math.clz32((positions.at(-1) ?? 0) + 1);
  const notPlain = 2 ** width - 1;
  const out = new BitWriter(2 * keys.length + 3 * terms.length + 16);
  out.bits(format, 8);
  out.bits(width, widthBits);
  out.gamma(sorted.length + 1);
  out.gamma(terms.length + 1);
  const size = sizeOfGroups(sorted.length);
  for (let at = 0; at < sorted.length; at += size) {
    const group = sorted.subarray(at, at + size);
    const { seed, cells } = staticFunction(
      group,
      group.map((key) => places.get(key) ?? notPlain),
    );
    if (at > 0) out.bits(group[0]!, 32);
    out.gamma(seed + 1);
    for (const cell of cells) out.bits(cell, width);
  }
  for (const term of terms) writeTerm(out, term);
  return out.finish();
}

/** @returns what {@link packPlaces} kept, or `null` when the row does not hold that, or cannot be read. */
export function unpackPlaces(stored: unknown): KeptPlaces | null {
  if (!(stored instanceof Uint8Array)) return null;
  const input = new BitReader(new DataView(stored.buffer, stored.byteOffset, stored.length), 1);
  if (stored[0] !== format) return readTagged(stored[0], input);
  const width = input.bits(widthBits);
  const [keys, termCount] = [input.gamma() - 1, input.gamma() - 1];
  if (width < 1 || width > 32 || Math.min(keys, termCount) < 0) return null;
  if (keys * width + termCount > input.bitsInAll) return null;
  const groups: PlacesByFunction['groups'] = [];
  const size = sizeOfGroups(keys);
  for (let at = 0; at < keys; at += size) {
    const from = at > 0 ? input.bits(32) : 0;
    const seed = input.gamma() - 1;
    const cells = new Uint32Array(Math.min(size, keys - at));
    for (let i = 0; i < cells.length; i++) cells[i] = input.bits(width);
    groups.push({ from, positions: { seed, cells } });
  }
  const terms = Uint32Array.from({ length: termCount }, () => readTerm(input));
  return input.overrun ? null : { places: { by: 'function', groups, notPlain: 2 ** width - 1 }, terms };
}
