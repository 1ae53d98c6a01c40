/**
 * Small whole numbers by 32-bit hashes: a table with open addressing in typed arrays. To a `Map` a number beyond 31
 * bits is an object, which makes it several times as slow where every word of a text is looked up.
 */
export class NumberTable {
  readonly #hashes: Uint32Array;
  /** One more than the number kept; 0 where the place is free. */
  readonly #kept: Uint32Array;
  #mask: number;

  /** @param most hashes it will hold at most */
  constructor(most: number) {
    const places = placesFor(most);
    this.#hashes = new Uint32Array(places);
    this.#kept = new Uint32Array(places);
    this.#mask = places - 1;
  }

  /** Forgets everything. @param most hashes it will hold at most from now on, not more than it was made for */
  clear(most: number): void {
    const places = placesFor(most);
    this.#kept.fill(0, 0, places);
    this.#mask = places - 1;
  }

  /** The number kept for a hash; -1 for none. */
  get(hash: number): number {
    return this.#kept[this.#placeOf(hash)]! - 1;
  }

  set(hash: number, number: number): void {
    const place = this.#placeOf(hash);
    this.#hashes[place] = hash;
    this.#kept[place] = number + 1;
  }

  #placeOf(hash: number): number {
    let place = hash & this.#mask;
    while (this.#kept[place] !== 0 && this.#hashes[place] !== hash) place = (place + 1) & this.#mask;
    return place;
  }
}

function placesFor(most: number): number {
  return 2 ** Math.ceil(Math.log2(2 * Math.max(1, most)));
}
