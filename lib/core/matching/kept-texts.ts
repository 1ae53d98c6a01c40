/**
 * Where the texts of a collection wait until they are asked for, numbered 0, 1, 2 … as they were added; beside each its
 * word hashes, by which most are looked at only. Memory is one such place, a file another.
 */
export interface TextShelf {
  /** @param hashes of the text's words */
  add(text: string, hashes: Uint32Array): void;
  /** @throws RangeError where fewer have been added */
  text(number: number): string;
  /** @throws RangeError where fewer have been added */
  hashes(number: number): Uint32Array;
}

/** Whether a text holds half of a pair of UTF-16 units. UTF-8 has no place for it. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/**
 * Texts that are kept in memory, in UTF-8: as strings most news takes two bytes a letter, as a single curly quotation
 * mark makes the whole string wide. A text that does not pass through UTF-8 is kept as it is.
 */
export class KeptTexts implements TextShelf {
  readonly #texts: { text: Uint8Array | string; hashes: Uint32Array }[] = [];
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  add(text: string, hashes: Uint32Array): void {
    const kept = hasLoneSurrogate(text) ? text : this.#encoder.encode(text);
    this.#texts.push({ text: kept, hashes: hashes.slice() });
  }

  text(number: number): string {
    const { text } = this.#at(number);
    return typeof text === 'string' ? text : this.#decoder.decode(text);
  }

  hashes(number: number): Uint32Array {
    return this.#at(number).hashes;
  }

  #at(number: number) {
    const kept = this.#texts[number];
    if (kept === undefined) throw new RangeError(`No text ${number} is kept.`);
    return kept;
  }
}
