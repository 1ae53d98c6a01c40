/** Half of a pair of UTF-16 units. */
const loneSurrogate = /\p{Surrogate}/u;

/**
 * The texts of a large collection, in UTF-8: as strings most news takes two bytes a letter, as a single curly quotation
 * mark makes the whole string wide. Lone surrogates do not pass through UTF-8, so a text that has any is kept as it is.
 */
export class KeptTexts {
  readonly #texts: (Uint8Array | string)[] = [];
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** Keeps a text; the first one added is number 0. */
  add(text: string): void {
    this.#texts.push(loneSurrogate.test(text) ? text : this.#encoder.encode(text));
  }

  /** @throws RangeError where fewer have been added */
  at(number: number): string {
    const kept = this.#texts[number];
    if (kept === undefined) throw new RangeError(`No text ${number} is kept.`);
    return typeof kept === 'string' ? kept : this.#decoder.decode(kept);
  }
}
