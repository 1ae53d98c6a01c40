import { NumberTable } from '@/lib/core/matching/number-table';
import { addUnit, emptyHash, hashWord, spread } from '@/lib/core/text/word-hash';

const [copyright, space, comma] = [0xa9, 0x20, 0x2c];

/** Most words on a list. */
const mostWords = 2_048;

/** Places of a table that tells of most words, by a part of their hash, that they are not on the list; a power of two. */
const sieve = 8_192;

/** What is known of a listed word in the text looked at. */
const [absent, within, opening] = [0, 1, 2];

/**
 * Finds which words of a list stand in a text, in one pass that cuts no words out of it: every sentence of a page is
 * looked at, and nearly none has a phrase in it.
 */
export class WordFinder {
  /** Numbers of words by their hashes; another word with the same hash costs a look in vain. */
  readonly #numbers = new NumberTable(mostWords);
  #count = 0;
  readonly #sieve = new Uint8Array(sieve);
  /** By number, for the text looked at last. */
  readonly #seen = new Uint8Array(mostWords);
  #all: number[] = [];

  /** The number of a word, which is put on the list if it is not there. Lower case; letters and digits, or `©` alone. */
  numberOf(word: string): number {
    const hash = hashWord(word);
    const known = this.#numbers.get(hash);
    if (known >= 0) return known;
    if (this.#count === mostWords) throw new RangeError(`More than ${mostWords} words to look for.`);
    this.#numbers.set(hash, this.#count);
    this.#sieve[hash & (sieve - 1)] = 1;
    return this.#count++;
  }

  /** Numbers of the listed words of a text, each once and whatever their case. What else is asked is of the text looked at last. */
  find(text: string): readonly number[] {
    for (const word of this.#all) this.#seen[word] = absent;
    this.#all = [];
    let opens = true;
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      let unit = unitOf(code);
      let hash = emptyHash;
      if (unit === 0 || unit === copyright) {
        if (unit === copyright) this.#take(addUnit(hash, unit), opens);
        if (code !== space && code !== comma) opens = true;
        at++;
        continue;
      }
      do {
        hash = addUnit(hash, unit);
        at++;
        unit = at < text.length ? unitOf(text.charCodeAt(at)) : 0;
      } while (unit !== 0 && unit !== copyright);
      this.#take(hash, opens);
      opens = false;
    }
    return this.#all;
  }

  /** Whether one of the words stands in the text. */
  hasOneOf(words: readonly number[]): boolean {
    for (const word of words) if (this.#seen[word] !== absent) return true;
    return false;
  }

  /** Whether one of the words may open a sentence: as the first word, or with more than spaces and commas before it. */
  opensWithOneOf(words: readonly number[]): boolean {
    for (const word of words) if (this.#seen[word] === opening) return true;
    return false;
  }

  #take(hash: number, opens: boolean): void {
    const whole = spread(hash);
    if (this.#sieve[whole & (sieve - 1)] === 0) return;
    const word = this.#numbers.get(whole);
    if (word < 0) return;
    if (this.#seen[word] === absent) this.#all.push(word);
    if (opens) this.#seen[word] = opening;
    else if (this.#seen[word] === absent) this.#seen[word] = within;
  }
}

function unitOf(code: number): number {
  return code < latin.length ? latin[code]! : lowered(code);
}

/** A letter or digit in lower case, `©` as it is, 0 for all that stands between words. */
function lowered(code: number): number {
  if (code === copyright) return code;
  const isMark =
    (code >= 0x80 && code < 0xc0) || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x3020);
  if (isMark || !letter.test(String.fromCharCode(code))) return 0;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

const letter = /[\p{L}\p{N}]/u;
const latin = Uint16Array.from({ length: 0x250 }, (_, code) => lowered(code));
