/**
 * The words read of a text: their hashes and places. What a word folds to is not kept where the text itself says it,
 * which is true of nearly all words; it is taken from there when it is asked for.
 */
export class WordList {
  readonly #text: string;
  /** Words that are more than their stretch of the text in lower case ("don't", "4,000", "café"), by number. */
  readonly #odd = new Map<number, string>();
  #hashes: Uint32Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #count = 0;

  constructor(text: string) {
    this.#text = text;
    // English has six characters to a word with its space; a longer list grows.
    const expected = (text.length >> 2) + 16;
    // One stretch of memory for all three: to get it takes longer than to fill it.
    const numbers = new Uint32Array(3 * expected);
    this.#hashes = numbers.subarray(0, expected);
    this.#starts = numbers.subarray(expected, 2 * expected);
    this.#ends = numbers.subarray(2 * expected);
  }

  /** @param folded what the word folds to, where that is not the text from `start` to `end` in lower case */
  add(hash: number, start: number, end: number, folded: string | null = null): void {
    const at = this.#count++;
    if (at === this.#hashes.length) this.#grow();
    this.#hashes[at] = hash;
    this.#starts[at] = start;
    this.#ends[at] = end;
    if (folded !== null) this.#odd.set(at, folded);
  }

  word(at: number): string {
    return this.#odd.get(at) ?? this.#text.slice(this.#starts[at], this.#ends[at]).toLowerCase();
  }

  words(): string[] {
    return Array.from({ length: this.#count }, (_, at) => this.word(at));
  }

  hashes(): Uint32Array {
    return this.#hashes.subarray(0, this.#count);
  }

  /** First UTF-16 unit of each word in the text. */
  starts(): Uint32Array {
    return this.#starts.subarray(0, this.#count);
  }

  /** Unit after each word's last. */
  ends(): Uint32Array {
    return this.#ends.subarray(0, this.#count);
  }

  #grow(): void {
    this.#hashes = twiceAsLong(this.#hashes);
    this.#starts = twiceAsLong(this.#starts);
    this.#ends = twiceAsLong(this.#ends);
  }
}

function twiceAsLong(numbers: Uint32Array): Uint32Array {
  const longer = new Uint32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
