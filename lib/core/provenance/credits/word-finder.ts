import { addUnit, emptyHash, hashWord, spread } from '@/lib/core/text/word-hash';

const [COPYRIGHT, SPACE, COMMA] = [0xa9, 0x20, 0x2c];

/** Numbers of the words found. */
export interface FoundWords {
  all: Set<number>;
  /** Of those, the ones that may open a sentence: the first, and any with more than spaces and commas before it. */
  opening: Set<number>;
}

/**
 * Finds which words of a list stand in a text, in one pass that cuts no words out of it: every sentence of a page is
 * looked at, and nearly none has a phrase in it.
 */
export class WordFinder {
  /** Numbers of words by their hashes; another word with the same hash costs a look in vain. */
  readonly #numbers = new Map<number, number>();

  /** The number of a word, which is put on the list if it is not there. Lower case; letters and digits, or `©` alone. */
  numberOf(word: string): number {
    const hash = hashWord(word);
    const number = this.#numbers.get(hash) ?? this.#numbers.size;
    this.#numbers.set(hash, number);
    return number;
  }

  /** The listed words of a text, whatever their case. */
  find(text: string): FoundWords {
    const found: FoundWords = { all: new Set(), opening: new Set() };
    let opens = true;
    let hash = emptyHash;
    let isOpen = false;
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      const unit = lowered(code);
      if (unit !== 0 && unit !== COPYRIGHT) {
        hash = addUnit(hash, unit);
        isOpen = true;
        continue;
      }
      if (isOpen) {
        this.#take(hash, opens, found);
        opens = false;
        hash = emptyHash;
        isOpen = false;
      }
      if (unit === COPYRIGHT) this.#take(addUnit(emptyHash, unit), opens, found);
      if (code !== SPACE && code !== COMMA) opens = true;
    }
    return found;
  }

  #take(hash: number, opens: boolean, { all, opening }: FoundWords): void {
    const number = this.#numbers.get(spread(hash));
    if (number === undefined) return;
    all.add(number);
    if (opens) opening.add(number);
  }
}

/** A letter or digit in lower case, `©` as it is, 0 for all that stands between words. */
function lowered(code: number): number {
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return code;
    if (code >= 0x41 && code <= 0x5a) return code + 0x20;
    return code >= 0x30 && code <= 0x39 ? code : 0;
  }
  if (code === COPYRIGHT) return code;
  const isMark = code < 0xc0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x3020);
  if (isMark || !LETTER.test(String.fromCharCode(code))) return 0;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

const LETTER = /[\p{L}\p{N}]/u;
