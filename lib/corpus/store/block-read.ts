import { BitReader } from './bits';
import {
  checksum,
  type EntryForm,
  FORMAT,
  gapParameter,
  HEADER,
  PARAMETER,
  RANGE_EXPONENT,
  RANGE_FACTOR,
} from './block';
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
  if (block === null) return false;
  const { input, form, single, shared } = block;
  const pairs = new Float64Array(single.count);
  let pair = 0;
  for (let i = 0; i < single.count; i++) {
    pair += input.rice(single.parameter);
    pairs[i] = pair;
  }
  let next = 0;
  const visitSingle = () => {
    const offset = Math.floor(pairs[next]! / form.range);
    visitor.begin(lowest + offset);
    visitor.entry((pairs[next]! - offset * form.range) << form.shift);
    visitor.end(1);
    next++;
  };
  let key = lowest;
  for (let i = 0; i < shared.count; i++) {
    key += input.rice(shared.parameter);
    for (const bound = (key - lowest) * form.range; next < single.count && pairs[next]! < bound; )
      visitSingle();
    visitor.begin(key);
    const documents = readList(input, form, bytes.length * 8, (entry) => visitor.entry(entry));
    if (documents === 0) return false;
    visitor.end(documents);
  }
  while (next < single.count) visitSingle();
  return !input.overrun;
}

/** Looks up some keys of a block, ascending. @returns their lists by key, or `null` when the bytes are not a whole block of a known format */
export function findInBlock(
  bytes: Uint8Array,
  lowest: number,
  wanted: readonly number[],
): Map<number, EntryList> | null {
  const block = openBlock(bytes);
  if (block === null) return null;
  const { input, form, single, shared } = block;
  const found = new Map<number, EntryList>();
  let pair = 0;
  let place = 0;
  let bound = (wanted[0]! - lowest) * form.range;
  for (let i = 0; i < single.count; i++) {
    pair += input.rice(single.parameter);
    while (pair >= bound) {
      const entry = pair - bound;
      if (entry < form.range)
        found.set(wanted[place]!, { documents: 1, entries: Uint32Array.of(entry << form.shift) });
      place++;
      bound = place < wanted.length ? (wanted[place]! - lowest) * form.range : Number.POSITIVE_INFINITY;
    }
  }
  let key = lowest;
  for (let i = 0; i < shared.count && key <= wanted.at(-1)!; i++) {
    key += input.rice(shared.parameter);
    const entries: number[] = [];
    const documents = readList(input, form, bytes.length * 8, (entry) => entries.push(entry));
    if (documents === 0) return null;
    if (wanted.includes(key)) found.set(key, { documents, entries: Uint32Array.from(entries) });
  }
  return input.overrun ? null : found;
}

interface OpenBlock {
  input: BitReader;
  form: EntryForm;
  single: { count: number; parameter: number };
  shared: { count: number; parameter: number };
}

function openBlock(bytes: Uint8Array): OpenBlock | null {
  if (bytes.length < HEADER || bytes[0] !== FORMAT) return null;
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.getUint32(1) !== checksum(bytes)) return null;
  const input = new BitReader(bytes, HEADER);
  const exponent = input.bits(RANGE_EXPONENT);
  const range = (input.bits(RANGE_FACTOR) + 1) * 2 ** exponent;
  const form = { range, shift: input.bits(1), isCapped: input.bits(1) === 1 };
  const parameters = { single: input.bits(PARAMETER), shared: input.bits(PARAMETER) };
  const counts = { single: input.gamma() - 1, shared: input.gamma() - 1 };
  const most = bytes.length * 8;
  if (parameters.single > 53 || parameters.shared > 53) return null;
  if (counts.single < 0 || counts.shared < 0 || counts.single + counts.shared > most) return null;
  return {
    input,
    form,
    single: { count: counts.single, parameter: parameters.single },
    shared: { count: counts.shared, parameter: parameters.shared },
  };
}

/** @returns the documents of a list, 0 when it is broken */
function readList(
  input: BitReader,
  { range, shift, isCapped }: EntryForm,
  longest: number,
  each: (entry: Entry) => void,
): number {
  const length = input.gamma();
  const unlisted = isCapped && input.bits(1) === 1 ? input.gamma() : 0;
  if (length < 1 || length > longest) return 0;
  const parameter = gapParameter(range, length);
  let entry = -1;
  for (let i = 0; i < length; i++) {
    entry += input.rice(parameter) + 1;
    each((entry << shift) >>> 0);
  }
  return input.overrun ? 0 : length + unlisted;
}
