import { BitReader, BitWriter } from '../postings/bits';
import { type BareRow, shardKey, shardOf } from '../schema';
import { readFacts, writeFacts } from './fact-bits';
import type { StoredPlaces } from './places-codec';

/**
 * The row of an article of a pack without text, all of it in one run of bytes: an object around its parts would take seventy
 * bytes on disk, as much as the headline.
 *
 * ```
 * 8       format, 2
 * gamma   number of the pack + 1, of the shard in it + 1, bytes of the places + 1
 * facts   see `fact-bits.ts`; then zero bits up to a whole byte
 * places  see `places-codec.ts`
 * ```
 */
const format = 2;

/** What a bare row holds. */
interface Parts {
  facts: readonly unknown[];
  shard: number;
  places: StoredPlaces;
}

/** @param parts whose places are packed already */
export function packBare({ facts, shard, places }: Parts): BareRow {
  const of = shardOf(shard);
  const out = new BitWriter(256);
  out.bits(format, 8);
  for (const number of [of.pack, of.shard, places.length]) out.gamma(number + 1);
  writeFacts(out, facts);
  const before = out.finish();
  const row = new Uint8Array(before.length + places.length);
  row.set(before);
  row.set(places, before.length);
  return row;
}

/** @returns `null` where the bytes are no such row. @throws SyntaxError where JSON in them is broken */
export function unpackBare(row: Uint8Array): Parts | null {
  if (row[0] !== format) return null;
  const input = new BitReader(new DataView(row.buffer, row.byteOffset, row.length), 1);
  const [pack, shard, length] = [input.gamma() - 1, input.gamma() - 1, input.gamma() - 1];
  if (Math.min(pack, shard, length) < 0 || length > row.length) return null;
  const facts = readFacts(input);
  return (
    facts && {
      facts,
      shard: shardKey(pack, shard),
      places: Uint8Array.from(row.subarray(row.length - length)),
    }
  );
}
