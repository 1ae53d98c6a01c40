/**
 * Golomb-Rice and Elias-gamma codes over a bit stream, most significant bit first.
 * Rice (1971): a value is its quotient by 2^parameter in unary, then the remainder; near the optimum for gaps
 * between evenly spread numbers, which is what sorted hash keys are. Gamma (Elias 1975) writes a positive number
 * of b bits in 2b-1 bits without a parameter; used for short list lengths.
 *
 * A query decodes 200 blocks of some 300 codes, so both sides work on whole bytes and windows of 32 bits.
 */

/** A quotient this long is written as an escape followed by the plain value, so that one odd gap cannot cost 2^32 bits. */
const escapeAt = 24;
/** Most bits that are written or read in one go. */
const piece = 24;
/** Bits of the largest whole number that a float holds exactly. */
export const widest = 53;
/** Powers of two by exponent: read in a fraction of the time that `2 ** exponent` takes. */
const powers = Float64Array.from({ length: widest + 1 }, (_, exponent) => 2 ** exponent);

/** Writes codes one behind the other into bytes that grow as needed. */
export class BitWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  /** Bits that do not fill a byte yet: the low `#waiting` bits, fewer than 8. */
  #pending = 0;
  #waiting = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(Math.max(16, capacity));
  }

  /** Writes the low `width` bits of a whole number, 0 ≤ `width` ≤ 53. */
  bits(value: number, width: number): void {
    let rest = value;
    let left = width;
    for (; left > piece; left -= piece) {
      const power = powers[left - piece]!;
      const high = Math.floor(rest / power);
      this.#piece(high, piece);
      rest -= high * power;
    }
    this.#piece(rest, left);
  }

  /** Writes a whole number below 2^53 with 0 ≤ `parameter` ≤ 53. */
  rice(value: number, parameter: number): void {
    const power = powers[parameter]!;
    const quotient = Math.floor(value / power);
    if (quotient >= escapeAt) {
      this.#piece((1 << escapeAt) - 1, escapeAt);
      this.bits(value, widest);
      return;
    }
    this.#piece((2 << quotient) - 2, quotient + 1);
    this.bits(value - quotient * power, parameter);
  }

  /** Writes a whole number from 1 to 2^32 - 1. */
  gamma(value: number): void {
    const width = 32 - Math.clz32(value);
    this.bits(powers[width]! - 2, width);
    this.bits(value - powers[width - 1]!, width - 1);
  }

  /** The bytes written so far; the last is filled up with zero bits. */
  finish(): Uint8Array<ArrayBuffer> {
    const whole = this.#bytes.slice(0, this.#length + (this.#waiting > 0 ? 1 : 0));
    if (this.#waiting > 0) whole[this.#length] = this.#pending << (8 - this.#waiting);
    return whole;
  }

  /** Writes the low `width` ≤ 24 bits. */
  #piece(value: number, width: number): void {
    let pending = (this.#pending << width) | (value & ((1 << width) - 1));
    let waiting = this.#waiting + width;
    if (this.#length + 4 > this.#bytes.length) this.#grow();
    while (waiting >= 8) {
      waiting -= 8;
      this.#bytes[this.#length++] = pending >>> waiting;
    }
    pending &= (1 << waiting) - 1;
    this.#pending = pending;
    this.#waiting = waiting;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what {@link BitWriter} wrote. Past the end it reads zero bits and sets `overrun`, so that broken bytes end a loop. */
export class BitReader {
  overrun = false;
  readonly #view: DataView;
  readonly bitsInAll: number;
  /** Last byte at which a whole window begins. */
  readonly #lastWhole: number;
  #bit: number;

  constructor(view: DataView, firstByte: number) {
    this.#view = view;
    this.#lastWhole = view.byteLength - 4;
    this.bitsInAll = view.byteLength * 8;
    this.#bit = firstByte * 8;
  }

  bits(width: number): number {
    if (width <= piece) return this.#piece(width);
    const high = this.bits(width - piece);
    return high * 2 ** piece + this.#piece(piece);
  }

  rice(parameter: number): number {
    const quotient = Math.clz32(~this.#window());
    if (quotient >= escapeAt) {
      this.skip(escapeAt);
      return this.bits(widest);
    }
    this.skip(quotient + 1);
    return quotient * powers[parameter]! + this.bits(parameter);
  }

  /**
   * Running sums of `count` codes, no further than to the first that is not below `bound`. One loop over plain numbers: a query
   * that woke the worker decodes a hundred blocks before the engine has made code of any of this.
   */
  riceSums(count: number, parameter: number, bound: number): Float64Array {
    const sums = new Float64Array(count);
    const view = this.#view;
    const power = powers[parameter]!;
    const low = Math.min(parameter, piece);
    const high = parameter - low;
    // Behind this bit, and for numbers that take three pieces, codes are read one by one.
    const lastPlain = high > piece ? 0 : this.bitsInAll - 128;
    let read = 0;
    for (let sum = 0; read < count && sum < bound && !this.overrun; sums[read++] = sum) {
      const bit = this.#bit;
      const quotient = Math.clz32(~(bit < lastPlain ? view.getUint32(bit >>> 3) << (bit & 7) : -1));
      if (quotient >= escapeAt) {
        sum += this.rice(parameter);
        continue;
      }
      let at = bit + quotient + 1;
      sum += quotient * power;
      if (high > 0) {
        sum += ((view.getUint32(at >>> 3) << (at & 7)) >>> (32 - high)) * powers[piece]!;
        at += high;
      }
      if (low > 0) sum += (view.getUint32(at >>> 3) << (at & 7)) >>> (32 - low);
      this.#bit = at + low;
    }
    return sums.subarray(0, read);
  }

  gamma(): number {
    let width = Math.clz32(~this.#window());
    if (width >= piece) {
      this.skip(piece);
      width = piece + Math.clz32(~this.#window());
      this.skip(width - piece + 1);
    } else this.skip(width + 1);
    return width > 31 ? 0 : powers[width]! + this.bits(width);
  }

  /** The next bits, up to {@link piece} of them, without going on. */
  peek(width: number): number {
    return this.#window() >>> (32 - width);
  }

  skip(bits: number): void {
    this.#bit += bits;
    if (this.#bit > this.bitsInAll) this.overrun = true;
  }

  /** The next 32 bits, of which the first 25 are sure; zeros behind the end. */
  #window(): number {
    const at = this.#bit >>> 3;
    return (at <= this.#lastWhole ? this.#view.getUint32(at) : this.#lastBytes(at)) << (this.#bit & 7);
  }

  #lastBytes(at: number): number {
    let window = 0;
    for (let i = at; i < at + 4; i++)
      window = (window << 8) | (i < this.#view.byteLength ? this.#view.getUint8(i) : 0);
    return window;
  }

  #piece(width: number): number {
    if (width === 0) return 0;
    const value = this.peek(width);
    this.skip(width);
    return value;
  }
}
