/**
 * Small whole numbers by 32-bit hashes: a table with open addressing in typed arrays. To a `Map` a number beyond 31
 * bits is an object, which makes it several times as slow where every word of a text is looked up.
 */
export class NumberTable {
  /** Two to a place: the hash, and one more than the number kept; 0 where the place is free. */
  readonly #places: Uint32Array;
  #mask: number;

  /** @param most hashes it will hold at most */
  constructor(most: number) {
    const places = placesFor(most);
    this.#places = new Uint32Array(2 * places);
    this.#mask = places - 1;
  }

  /** Forgets everything. @param most hashes it will hold at most from now on, not more than it was made for */
  clear(most: number): void {
    const places = placesFor(most);
    this.#places.fill(0, 0, 2 * places);
    this.#mask = places - 1;
  }

  /** The number kept for a hash; -1 for none. */
  get(hash: number): number {
    return this.#places[this.#placeOf(hash) + 1]! - 1;
  }

  set(hash: number, number: number): void {
    const place = this.#placeOf(hash);
    this.#places[place] = hash;
    this.#places[place + 1] = number + 1;
  }

  /** Called for each word of each text: two variables set as a pair would make an array each time, half of what a report leaves to clear away. */
  #placeOf(hash: number): number {
    const places = this.#places;
    const mask = this.#mask;
    let place = hash & mask;
    while (places[2 * place + 1] !== 0 && places[2 * place] !== hash) place = (place + 1) & mask;
    return 2 * place;
  }
}

function placesFor(most: number): number {
  return 2 ** Math.ceil(Math.log2(2 * Math.max(1, most)));
}
