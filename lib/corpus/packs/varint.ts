/**
 * Rising numbers as differences (the first as it is), each in groups of seven bits, lowest first, the eighth bit set on all
 * but the last: LEB128. Word positions of a winnowed text differ by under 128 and so take one byte each.
 */
export function writeDeltas(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(5 * numbers.length);
  let end = 0;
  let before = 0;
  for (const number of numbers) {
    if (number < before) throw new RangeError('Positions must rise; these go back.');
    let rest = number - before;
    while (rest > 127) {
      bytes[end] = (rest & 127) | 128;
      end += 1;
      rest >>>= 7;
    }
    bytes[end] = rest;
    end += 1;
    before = number;
  }
  return bytes.slice(0, end);
}

/** Reads `count` rising numbers from `start`; `null` when the bytes end before, or hold a number above 32 bits. */
export function readDeltas(
  bytes: Uint8Array,
  start: number,
  count: number,
): { numbers: Uint32Array; end: number } | null {
  if (count > bytes.length - start) return null;
  const numbers = new Uint32Array(count);
  let at = start;
  let before = 0;
  for (let index = 0; index < count; index += 1) {
    let shift = 0;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined || shift > 28) return null;
      at += 1;
      before += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
      shift += 7;
    }
    if (before > 0xffffffff) return null;
    numbers[index] = before;
  }
  return { numbers, end: at };
}
