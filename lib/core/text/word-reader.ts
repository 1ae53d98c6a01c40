import { type Character, characterAt } from './characters';
import { entityAt, misreadAt } from './misread';
import { addUnit, emptyHash, hashWord, spread } from './word-hash';
import { WordList } from './word-list';

/** Reads the words of a text, folded as `tokenize` says. */
export function readWords(text: string): WordList {
  const words = new WordList(text);
  new WordReader(text, words).read();
  return words;
}

/** ASCII letters and digits in lower case, by code; 0 for what is no part of a word. */
const plain = new Uint8Array(128);
for (const char of 'abcdefghijklmnopqrstuvwxyz0123456789') {
  plain[char.charCodeAt(0)] = char.charCodeAt(0);
  plain[char.toUpperCase().charCodeAt(0)] = char.charCodeAt(0);
}

const [ampersand, comma, hyphen, stop, quoteMark, backtick] = [0x26, 0x2c, 0x2d, 0x2e, 0x27, 0x60];
/** 1 for ASCII characters that part words wherever they stand; the others depend on what is around them. */
const parting = Uint8Array.from(plain, (unit, code) => (unit === 0 && code !== stop ? 1 : 0));
for (const code of [ampersand, comma, hyphen, quoteMark, backtick]) parting[code] = 0;

/** "U.S.", "U.S", "a.m.", "J.K.": single letters with stops; not the stop that ends "plan B". */
const initials = /\p{L}\.(?:\p{L}\.)*\p{L}(?:\.|(?![\p{L}\p{N}\p{M}]))/uy;
const thousands = /,\d{3}(?!\d)/y;
const lineEnd = /[-\u2010\u00AD][^\S\r\n]*\r?\n[^\S\r\n]*(?=\p{Ll})/uy;
/** Letters with which misread UTF-8 begins: Â Ã â ï. */
const misreadStarts: ReadonlySet<number> = new Set([0xc2, 0xc3, 0xe2, 0xef]);

const parted: Character = { kind: 'break', folded: '' };
const join: Character = { kind: 'join', folded: '' };

let segmenter: Intl.Segmenter | undefined;

class WordReader {
  readonly #text: string;
  readonly #words: WordList;
  #at = 0;
  /** Whether a word is being read, its hash so far, and the last unit of what it folds to so far. */
  #isOpen = false;
  #hash = emptyHash;
  #lastUnit = 0;
  #start = 0;
  #end = 0;
  /** What the word folds to, where that is not the text from `#start` to `#end` in lower case. */
  #folded: string | null = null;
  /** An apostrophe has been passed: the word ends here unless a letter follows. */
  #joining = false;

  constructor(text: string, words: WordList) {
    this.#text = text;
    this.#words = words;
  }

  read(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      if (!this.#isOpen) this.#readPlainWords();
      if (this.#at >= text.length) break;
      const code = text.charCodeAt(this.#at);
      if (code < 128) this.#readPlain(code);
      else this.#readCharacter(code);
    }
    this.#finish();
  }

  /** Reads on as long as words are plain letters between characters that part words, which nearly all are. */
  #readPlainWords(): void {
    const text = this.#text;
    const length = text.length;
    let at = this.#at;
    while (at < length) {
      let code = text.charCodeAt(at);
      if (code >= 128) break;
      let unit = plain[code]!;
      if (unit === 0) {
        if (code !== stop && parting[code] === 0) break;
        at++;
        continue;
      }
      let hash = emptyHash;
      let end = at;
      do {
        hash = addUnit(hash, unit);
        if (++end === length) break;
        code = text.charCodeAt(end);
        unit = code < 128 ? plain[code]! : 0;
      } while (unit !== 0);
      // Initials have a stop after a single letter; all else that may belong to the word is looked at with care.
      const isWhole = end === length || (code === stop ? end > at + 1 : code < 128 && parting[code] === 1);
      if (!isWhole) break;
      this.#words.add(spread(hash), at, end);
      at = end;
    }
    this.#at = at;
  }

  #readPlain(code: number): void {
    if (plain[code]) {
      if (!this.#isOpen && this.#text.charCodeAt(this.#at + 1) === stop && this.#readInitials()) return;
      this.#readPlainRun();
    } else if (code === quoteMark || code === backtick) this.#take(join, 1);
    else if (code === ampersand) this.#takeOr(entityAt(this.#text, this.#at));
    else if (code === comma && this.#skip(thousands)) return;
    else if (code === hyphen && this.#skip(lineEnd)) return;
    else this.#take(parted, 1);
  }

  #readPlainRun(): void {
    const text = this.#text;
    const from = this.#at;
    let hash = this.#isOpen ? this.#hash : emptyHash;
    let end = from;
    let last = 0;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      const unit = code < 128 ? plain[code]! : 0;
      if (unit === 0) break;
      hash = addUnit(hash, unit);
      last = unit;
    }
    if (this.#isOpen) this.#folded = this.#foldedSoFar() + text.slice(from, end).toLowerCase();
    this.#open();
    this.#hash = hash;
    this.#passed(last, end);
  }

  #readCharacter(code: number): void {
    if (misreadStarts.has(code)) {
      const misread = misreadAt(this.#text, this.#at);
      if (misread) {
        this.#take(misread.character, misread.length);
        return;
      }
    }
    if ((code === 0xad || code === 0x2010) && this.#skip(lineEnd)) return;
    if (!this.#isOpen && this.#text.charCodeAt(this.#at + 1) === stop && this.#readInitials()) return;
    const codePoint = this.#text.codePointAt(this.#at)!;
    const character = characterAt(codePoint);
    const length = codePoint > 0xffff ? 2 : 1;
    if (character.kind === 'unspaced') this.#readUnspaced();
    else this.#take(character, length);
  }

  /** Passes over a comma within a number, or a hyphen at a line's end within a word. */
  #skip(pattern: RegExp): boolean {
    const isAfterDigit = this.#lastUnit >= 0x30 && this.#lastUnit <= 0x39;
    if (!this.#isOpen || this.#joining || isAfterDigit !== (pattern === thousands)) return false;
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) return false;
    this.#at += pattern === thousands ? 1 : match[0].length;
    return true;
  }

  #readInitials(): boolean {
    initials.lastIndex = this.#at;
    const match = initials.exec(this.#text);
    if (!match) return false;
    let folded = '';
    for (const char of match[0]) folded += characterAt(char.codePointAt(0)!).folded;
    this.#append(folded, initials.lastIndex);
    const isStopped = match[0].endsWith('.');
    if (isStopped && plain[this.#text.charCodeAt(this.#at)]) this.#finish();
    return true;
  }

  #takeOr(misread: { character: Character; length: number } | null): void {
    if (misread) this.#take(misread.character, misread.length);
    else this.#take(parted, 1);
  }

  #take({ kind, folded }: Character, length: number): void {
    const end = this.#at + length;
    if (kind === 'part' || kind === 'unspaced') {
      this.#append(folded, end);
      return;
    }
    this.#at = end;
    if (kind === 'break') this.#finish();
    else if (kind === 'join') {
      if (this.#joining) this.#finish();
      else this.#joining = this.#isOpen;
    } else if (this.#isOpen && !this.#joining && this.#end === end - length) {
      this.#folded = this.#foldedSoFar();
      this.#end = end;
    }
  }

  #append(folded: string, end: number): void {
    this.#folded = this.#isOpen ? this.#foldedSoFar() + folded : folded;
    this.#open();
    for (let i = 0; i < folded.length; i++) this.#hash = addUnit(this.#hash, folded.charCodeAt(i));
    this.#passed(folded.charCodeAt(folded.length - 1), end);
  }

  #foldedSoFar(): string {
    return this.#folded ?? this.#text.slice(this.#start, this.#end).toLowerCase();
  }

  #open(): void {
    if (!this.#isOpen) {
      this.#start = this.#at;
      this.#hash = emptyHash;
    }
    this.#isOpen = true;
    this.#joining = false;
  }

  #passed(lastUnit: number, end: number): void {
    this.#lastUnit = lastUnit;
    this.#end = end;
    this.#at = end;
  }

  #finish(): void {
    if (this.#isOpen) this.#words.add(spread(this.#hash), this.#start, this.#end, this.#folded);
    this.#isOpen = false;
    this.#joining = false;
    this.#folded = null;
  }

  /** Divides a run of a script without spaces into words. The language is fixed, so that the reader's does not matter. */
  #readUnspaced(): void {
    this.#finish();
    const text = this.#text;
    const start = this.#at;
    let end = start;
    while (end < text.length) {
      const codePoint = text.codePointAt(end)!;
      const { kind } = characterAt(codePoint);
      if (kind !== 'unspaced' && kind !== 'nothing') break;
      end += codePoint > 0xffff ? 2 : 1;
    }
    segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
    for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
      let folded = '';
      for (const char of segment) folded += characterAt(char.codePointAt(0)!).folded;
      if (folded === '') continue;
      this.#words.add(hashWord(folded), start + index, start + index + segment.length, folded);
    }
    this.#at = end;
  }
}
