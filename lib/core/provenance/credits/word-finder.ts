import { addUnit, emptyHash, hashWord, spread } from '@/lib/core/text/word-hash';

const [COPYRIGHT, SPACE, COMMA] = [0xa9, 0x20, 0x2c];

/** What is known of a listed word in the text looked at. */
const [ABSENT, WITHIN, OPENING] = [0, 1, 2];

/** The listed words of a text, by their numbers. */
export interface FoundWords {
  /** Each once. */
  readonly all: readonly number[];
  has(word: number): boolean;
  /** Whether it may open a sentence: as the first word, or with more than spaces and commas before it. */
  opens(word: number): boolean;
}

/**
 * Finds which words of a list stand in a text, in one pass that cuts no words out of it: every sentence of a page is
 * looked at, and nearly none has a phrase in it.
 */
export class WordFinder {
  /** Numbers of words by their hashes; another word with the same hash costs a look in vain. */
  readonly #numbers = new Map<number, number>();
  /** By number, for the text looked at last. */
  readonly #seen: number[] = [];
  #all: number[] = [];

  /** The number of a word, which is put on the list if it is not there. Lower case; letters and digits, or `©` alone. */
  numberOf(word: string): number {
    const key = keyOf(hashWord(word));
    const number = this.#numbers.get(key) ?? this.#seen.push(ABSENT) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** The listed words of a text, whatever their case; to be asked before the next text is looked at. */
  find(text: string): FoundWords {
    for (const word of this.#all) this.#seen[word] = ABSENT;
    this.#all = [];
    let opens = true;
    let hash = emptyHash;
    let isOpen = false;
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      const unit = code < latin.length ? latin[code]! : lowered(code);
      if (unit !== 0 && unit !== COPYRIGHT) {
        hash = addUnit(hash, unit);
        isOpen = true;
        continue;
      }
      if (isOpen) {
        this.#take(hash, opens);
        opens = false;
        hash = emptyHash;
        isOpen = false;
      }
      if (unit === COPYRIGHT) this.#take(addUnit(emptyHash, unit), opens);
      if (code !== SPACE && code !== COMMA) opens = true;
    }
    return {
      all: this.#all,
      has: (word) => this.#seen[word] !== ABSENT,
      opens: (word) => this.#seen[word] === OPENING,
    };
  }

  #take(hash: number, opens: boolean): void {
    const word = this.#numbers.get(keyOf(spread(hash)));
    if (word === undefined) return;
    if (this.#seen[word] === ABSENT) this.#all.push(word);
    if (opens) this.#seen[word] = OPENING;
    else if (this.#seen[word] === ABSENT) this.#seen[word] = WITHIN;
  }
}

/** A hash as a key of a map: to it a number of more than 30 bits is an object, looked up several times as slowly. */
function keyOf(hash: number): number {
  return hash >>> 2;
}

/** A letter or digit in lower case, `©` as it is, 0 for all that stands between words. */
function lowered(code: number): number {
  if (code === COPYRIGHT) return code;
  const isMark =
    (code >= 0x80 && code < 0xc0) || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x3020);
  if (isMark || !LETTER.test(String.fromCharCode(code))) return 0;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

const LETTER = /[\p{L}\p{N}]/u;
const latin = Uint16Array.from({ length: 0x250 }, (_, code) => lowered(code));
