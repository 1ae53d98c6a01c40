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

  /** A table of hashes that differ, each with the number beside it: a good deal faster than `set` in code that runs for the first time. */
  static of(hashes: Uint32Array, numbers: Uint32Array): NumberTable {
    const table = new NumberTable(hashes.length);
    const [places, mask] = [table.#places, table.#mask];
    for (let i = 0; i < hashes.length; i++) {
      let place = hashes[i]! & mask;
      while (places[2 * place + 1] !== 0) place = (place + 1) & mask;
      places[2 * place] = hashes[i]!;
      places[2 * place + 1] = numbers[i]! + 1;
    }
    return table;
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
