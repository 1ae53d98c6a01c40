/**
 * Golomb-Rice and Elias-gamma codes over a bit stream, most significant bit first.
 * Rice (1971): a value is its quotient by 2^parameter in unary, then the remainder; near the optimum for gaps
 * between evenly spread numbers, which is what sorted hash keys are. Gamma (Elias 1975) writes a positive number
 * of b bits in 2b-1 bits without a parameter; used for short list lengths.
 */

/** A quotient this long is written as an escape followed by the plain value, so that one odd gap cannot cost 2^32 bits. */
const ESCAPE = 40;

export class BitWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #bit = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(Math.max(16, capacity));
  }

  /** Writes the low `width` bits of an unsigned 32-bit number, 0 ≤ `width` ≤ 32. */
  bits(value: number, width: number): void {
    this.#reserve(width);
    for (let left = width; left > 0; ) {
      const room = 8 - (this.#bit & 7);
      const take = Math.min(room, left);
      const piece = (value >>> (left - take)) & ((1 << take) - 1);
      const at = this.#bit >>> 3;
      this.#bytes[at] = this.#bytes[at]! | (piece << (room - take));
      this.#bit += take;
      left -= take;
    }
  }

  rice(value: number, parameter: number): void {
    const quotient = Math.floor(value / 2 ** parameter);
    if (quotient >= ESCAPE) {
      this.#ones(ESCAPE);
      this.bits(value, 32);
      return;
    }
    this.#ones(quotient);
    this.bits(0, 1);
    this.bits(value, parameter);
  }

  /** Writes a whole number from 1 to 2^32 - 1. */
  gamma(value: number): void {
    const width = 32 - Math.clz32(value);
    this.#ones(width - 1);
    this.bits(0, 1);
    this.bits(value, width - 1);
  }

  /** The bytes written so far; the last is filled up with zero bits. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, (this.#bit + 7) >>> 3);
  }

  #ones(count: number): void {
    for (let left = count; left > 0; left -= 32) this.bits(0xffffffff, Math.min(32, left));
  }

  #reserve(width: number): void {
    const needed = ((this.#bit + width + 7) >>> 3) + 1;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what {@link BitWriter} wrote. Past the end it reads zero bits and sets `overrun`, so that broken bytes end a loop. */
export class BitReader {
  overrun = false;
  readonly #bytes: Uint8Array;
  #bit: number;

  constructor(bytes: Uint8Array, firstByte: number) {
    this.#bytes = bytes;
    this.#bit = firstByte * 8;
  }

  bits(width: number): number {
    let value = 0;
    for (let left = width; left > 0; ) {
      const at = this.#bit >>> 3;
      if (at >= this.#bytes.length) {
        this.overrun = true;
        return 0;
      }
      const room = 8 - (this.#bit & 7);
      const take = Math.min(room, left);
      const piece = (this.#bytes[at]! >>> (room - take)) & ((1 << take) - 1);
      value = ((value << take) | piece) >>> 0;
      this.#bit += take;
      left -= take;
    }
    return value;
  }

  rice(parameter: number): number {
    const quotient = this.#ones(ESCAPE);
    if (quotient === ESCAPE) return this.bits(32);
    return quotient * 2 ** parameter + this.bits(parameter);
  }

  gamma(): number {
    const width = this.#ones(32);
    return width >= 32 ? 0 : 2 ** width + this.bits(width);
  }

  /** Counts one-bits up to the first zero (which is eaten) or up to `most` (then nothing more is eaten). */
  #ones(most: number): number {
    let count = 0;
    while (count < most) {
      const at = this.#bit >>> 3;
      if (at >= this.#bytes.length) {
        this.overrun = true;
        return count;
      }
      const offset = this.#bit & 7;
      const rest = (this.#bytes[at]! << (24 + offset)) >>> 0;
      const run = Math.min(Math.clz32(~rest >>> 0), 8 - offset, most - count);
      count += run;
      this.#bit += run;
      if (count < most && run < 8 - offset) {
        this.#bit += 1;
        return count;
      }
    }
    return count;
  }
}
