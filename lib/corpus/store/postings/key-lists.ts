import { capOf, type Entry, type Family } from './posting-lists';

/** Key lists in ascending order of key, flat: list i is `entries[starts[i], starts[i + 1])`, ascending. */
export interface KeyLists {
  keys: Uint32Array;
  /** All documents that have the key, also those that a cap left out. */
  documents: Uint32Array;
  starts: Uint32Array;
  entries: Uint32Array;
}

/**
 * Collects lists one entry at a time, without an object for each (a slice of a merge has 100,000 of them).
 * Lists longer than the cap are cut when they end; see `capOf`.
 */
export class ListBuilder {
  readonly #cap: number;
  #keys = new Uint32Array(1_024);
  #documents = new Uint32Array(1_024);
  #starts = new Uint32Array(1_025);
  #entries = new Uint32Array(2_048);
  #lists = 0;
  #length = 0;

  constructor(family: Family) {
    this.#cap = capOf[family];
  }

  begin(key: number): void {
    if (this.#lists + 1 >= this.#keys.length) {
      this.#keys = grown(this.#keys);
      this.#documents = grown(this.#documents);
      this.#starts = grown(this.#starts);
    }
    this.#keys[this.#lists] = key;
  }

  entry(entry: Entry): void {
    if (this.#length === this.#entries.length) this.#entries = grown(this.#entries);
    this.#entries[this.#length++] = entry;
  }

  /** Ends the list begun; one without entries is dropped. */
  end(documents: number): void {
    const start = this.#starts[this.#lists]!;
    const length = this.#length - start;
    if (length === 0) return;
    if (length > this.#cap) {
      const half = this.#cap / 2;
      this.#entries.copyWithin(start + half, this.#length - half, this.#length);
      this.#length = start + this.#cap;
    }
    this.#documents[this.#lists] = documents;
    this.#lists++;
    this.#starts[this.#lists] = this.#length;
  }

  /** Lists so far; hand it to `dropAfter` to take back what came later. */
  mark(): number {
    return this.#lists;
  }

  dropAfter(mark: number): void {
    this.#lists = mark;
    this.#length = this.#starts[mark]!;
  }

  lists(): KeyLists {
    return {
      keys: this.#keys.subarray(0, this.#lists),
      documents: this.#documents.subarray(0, this.#lists),
      starts: this.#starts.subarray(0, this.#lists + 1),
      entries: this.#entries.subarray(0, this.#length),
    };
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
