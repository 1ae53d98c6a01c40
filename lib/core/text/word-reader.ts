import { type Character, characterAt } from './characters';
import { entityAt, misreadAt } from './misread';
import { addUnit, emptyHash, spread } from './word-hash';

/** Takes the words of a text as they are read: pieces of a word, then its end. */
export interface WordSink {
  /** ASCII letters and digits, not yet in lower case. */
  addPlain(text: string, from: number, to: number): void;
  addFolded(folded: string): void;
  /** The word is complete; it stands at `[start, end)` of the text. */
  end(start: number, end: number): void;
}

/** Reads the words of a text, folded as `tokenize` says, into a sink. */
export function readWords(text: string, sink: WordSink): void {
  new WordReader(text, sink).read();
}

/** Keeps each word's hash and nothing else. */
export class HashSink implements WordSink {
  #hashes = new Uint32Array(1_024);
  #count = 0;
  #hash = emptyHash;

  addPlain(text: string, from: number, to: number): void {
    let hash = this.#hash;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      hash = addUnit(hash, code >= 0x41 && code <= 0x5a ? code | 0x20 : code);
    }
    this.#hash = hash;
  }

  addFolded(folded: string): void {
    for (let i = 0; i < folded.length; i++) this.#hash = addUnit(this.#hash, folded.charCodeAt(i));
  }

  end(): void {
    if (this.#count === this.#hashes.length) {
      const larger = new Uint32Array(this.#count * 2);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.#count++] = spread(this.#hash);
    this.#hash = emptyHash;
  }

  hashes(): Uint32Array {
    return this.#hashes.slice(0, this.#count);
  }
}

/** 1 for the ASCII letters and digits, by code. */
const plain = new Uint8Array(128);
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
  plain[char.charCodeAt(0)] = 1;

const [ampersand, comma, hyphen, stop, quoteMark] = [0x26, 0x2c, 0x2d, 0x2e, 0x27];
/** "U.S.", "U.S", "a.m.", "J.K.": single letters with stops; not the stop that ends "plan B". */
const initials = /\p{L}\.(?:\p{L}\.)*\p{L}(?:\.|(?![\p{L}\p{N}\p{M}]))/uy;
const thousands = /,\d{3}(?!\d)/y;
const lineEnd = /[-\u2010\u00AD][^\S\r\n]*\r?\n[^\S\r\n]*(?=\p{Ll})/uy;
/** Letters with which misread UTF-8 begins: Â Ã â ï. */
const misreadStarts: ReadonlySet<number> = new Set([0xc2, 0xc3, 0xe2, 0xef]);

let segmenter: Intl.Segmenter | undefined;

class WordReader {
  readonly #text: string;
  readonly #sink: WordSink;
  #at = 0;
  /** Whether a word is being read, and the last unit of what it folds to so far. */
  #isOpen = false;
  #lastUnit = 0;
  #start = 0;
  #end = 0;
  /** An apostrophe has been passed: the word ends here unless a letter follows. */
  #joining = false;

  constructor(text: string, sink: WordSink) {
    this.#text = text;
    this.#sink = sink;
  }

  read(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code < 128) this.#readPlain(code);
      else this.#readCharacter(code);
    }
    this.#finish();
  }

  #readPlain(code: number): void {
    if (plain[code]) {
      if (!this.#isOpen && this.#text.charCodeAt(this.#at + 1) === stop && this.#readInitials()) return;
      this.#readPlainRun();
    } else if (code === quoteMark || code === 0x60) this.#take({ kind: 'join', folded: '' }, 1);
    else if (code === ampersand) this.#takeOr(entityAt(this.#text, this.#at));
    else if (code === comma && this.#skip(thousands)) return;
    else if (code === hyphen && this.#skip(lineEnd)) return;
    else this.#take({ kind: 'break', folded: '' }, 1);
  }

  #readPlainRun(): void {
    const text = this.#text;
    let end = this.#at + 1;
    while (end < text.length && plain[text.charCodeAt(end)]) end++;
    this.#open();
    this.#sink.addPlain(text, this.#at, end);
    this.#passed(text.charCodeAt(end - 1), end);
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
    else this.#take({ kind: 'break', folded: '' }, 1);
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
    } else if (this.#isOpen && !this.#joining && this.#end === end - length) this.#end = end;
  }

  #append(folded: string, end: number): void {
    this.#open();
    this.#sink.addFolded(folded);
    this.#passed(folded.charCodeAt(folded.length - 1), end);
  }

  #open(): void {
    if (!this.#isOpen) this.#start = this.#at;
    this.#isOpen = true;
    this.#joining = false;
  }

  #passed(lastUnit: number, end: number): void {
    this.#lastUnit = lastUnit;
    this.#end = end;
    this.#at = end;
  }

  #finish(): void {
    if (this.#isOpen) this.#sink.end(this.#start, this.#end);
    this.#isOpen = false;
    this.#joining = false;
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
      this.#sink.addFolded(folded);
      this.#sink.end(start + index, start + index + segment.length);
    }
    this.#at = end;
  }
}
