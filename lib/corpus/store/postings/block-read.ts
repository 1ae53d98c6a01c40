import { BitReader, widest } from './bits';
import { checksum, format, gapParameter, header, parameter, rangeExponent, rangeFactor } from './block';
import type { Entry, EntryList } from './posting-lists';

/** Called for the keys of a block in ascending order. */
export interface BlockVisitor {
  begin(key: number): void;
  entry(entry: Entry): void;
  end(documents: number): void;
}

/**
 * Walks a block's keys in ascending order.
 * @returns false when the bytes are not a whole block of a known format; what was visited before is then to be dropped.
 */
export function visitBlock(bytes: Uint8Array, lowest: number, visitor: BlockVisitor): boolean {
  const block = openBlock(bytes);
  const shared = block && readShared(block, lowest);
  if (!shared) return false;
  const { input, range, shift, single } = block;
  const pairs = input.riceSums(single.count, single.parameter, Number.POSITIVE_INFINITY);
  let next = 0;
  const visitSingles = (bound: number) => {
    for (; next < pairs.length && pairs[next]! < bound; next++) {
      const offset = Math.floor(pairs[next]! / range);
      visitor.begin(lowest + offset);
      visitor.entry((pairs[next]! - offset * range) << shift);
      visitor.end(1);
    }
  };
  for (const list of shared) {
    visitSingles((list.key - lowest) * range);
    visitor.begin(list.key);
    readList(block, list.length, visitor);
    if (input.overrun) return false;
    visitor.end(list.documents);
  }
  visitSingles(Number.POSITIVE_INFINITY);
  return !input.overrun;
}

/** Looks up some keys of a block, ascending. @returns their lists by key, or `null` when the bytes are not a whole block of a known format */
export function findInBlock(
  bytes: Uint8Array,
  lowest: number,
  wanted: readonly number[],
): Map<number, EntryList> | null {
  const block = openBlock(bytes);
  const shared = block && readShared(block, lowest);
  if (!shared) return null;
  const found = new Map<number, EntryList>();
  const lastShared = shared.findLastIndex(({ key }) => wanted.includes(key));
  findSingles(block, lowest, wanted, lastShared >= 0, found);
  for (const { key, length, documents } of shared.slice(0, lastShared + 1)) {
    const entries: number[] = [];
    readList(block, length, { entry: (entry) => void entries.push(entry) });
    if (wanted.includes(key)) found.set(key, { documents, entries: Uint32Array.from(entries) });
  }
  return block.input.overrun ? null : found;
}

/** @param toEnd whether all single keys are to be read, because the lists behind them are wanted */
function findSingles(
  { input, range, shift, single }: OpenBlock,
  lowest: number,
  wanted: readonly number[],
  toEnd: boolean,
  found: Map<number, EntryList>,
): void {
  const beyond = toEnd ? Number.POSITIVE_INFINITY : (wanted.at(-1)! + 1 - lowest) * range;
  const pairs = input.riceSums(single.count, single.parameter, beyond);
  let next = 0;
  for (const key of wanted) {
    const bound = (key - lowest) * range;
    while (next < pairs.length && pairs[next]! < bound) next++;
    const entry = next < pairs.length ? pairs[next]! - bound : range;
    if (entry < range) found.set(key, { documents: 1, entries: Uint32Array.of(entry << shift) });
  }
}

interface OpenBlock {
  input: BitReader;
  /** Every entry is below it, and shifted by so many bits. */
  range: number;
  shift: number;
  isCapped: boolean;
  single: { count: number; parameter: number };
  shared: { count: number; parameter: number };
}

function openBlock(bytes: Uint8Array): OpenBlock | null {
  if (bytes.length < header || bytes[0] !== format) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(1) !== checksum(view)) return null;
  const input = new BitReader(view, header);
  const exponent = input.bits(rangeExponent);
  const range = (input.bits(rangeFactor) + 1) * 2 ** exponent;
  const shift = input.bits(1);
  const isCapped = input.bits(1) === 1;
  const parameters = { single: input.bits(parameter), shared: input.bits(parameter) };
  const counts = { single: input.gamma() - 1, shared: input.gamma() - 1 };
  if (Math.max(parameters.single, parameters.shared) > widest) return null;
  if (Math.min(counts.single, counts.shared) < 0 || counts.single + counts.shared > bytes.length * 8)
    return null;
  return {
    input,
    range,
    shift,
    isCapped,
    single: { count: counts.single, parameter: parameters.single },
    shared: { count: counts.shared, parameter: parameters.shared },
  };
}

interface SharedKey {
  key: number;
  length: number;
  documents: number;
}

/** The shared keys without their lists; `null` when they cannot be. */
function readShared({ input, isCapped, shared }: OpenBlock, lowest: number): SharedKey[] | null {
  const keys: SharedKey[] = [];
  let key = lowest;
  let entries = 0;
  for (let i = 0; i < shared.count; i++) {
    key += input.rice(shared.parameter);
    const length = input.gamma();
    const unlisted = isCapped && input.bits(1) === 1 ? input.gamma() : 0;
    keys.push({ key, length, documents: length + unlisted });
    entries += length;
    if (length < 1 || entries > input.bitsInAll || input.overrun) return null;
  }
  return keys;
}

function readList(
  { input, range, shift }: OpenBlock,
  length: number,
  visitor: Pick<BlockVisitor, 'entry'>,
): void {
  const parameter = gapParameter(range, length);
  let entry = -1;
  for (let i = 0; i < length; i++) {
    entry += input.rice(parameter) + 1;
    visitor.entry((entry << shift) >>> 0);
  }
}
