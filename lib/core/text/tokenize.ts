/**
 * Folding `fp1`: words as they are compared, with the way back to the text the reader sees.
 *
 * The text is read once, character by character. A word is a run of letters and digits; inside it are dropped accents,
 * soft hyphens, zero-width marks, apostrophes ("don't" is "dont"), commas before three digits ("4,000" is "4000"),
 * a hyphen at a line's end, and the stops of initials ("U.S." is "us"). Entities and misread UTF-8 count as the
 * character they stand for. Runs of a script without spaces are divided by Intl.Segmenter.
 *
 * `starts[i]` and `ends[i]` are UTF-16 units of the text handed in. Folding is frozen and versioned: every fingerprint
 * in every pack depends on it.
 */
import { type Character, characterAt } from './characters';
import { entityAt, misreadAt } from './misread';
import { quotations } from './quotations';

/** Folded words of a text; the four run in parallel. */
export interface Tokens {
  words: string[];
  /** First UTF-16 unit of each word in the original text. */
  starts: Uint32Array;
  /** Unit after each word's last. */
  ends: Uint32Array;
  /** 1 where the word stands inside quotation marks. */
  quoted: Uint8Array;
}

/** Folds a text into words. Work is linear in the text's length; any string is accepted, lone surrogates too. */
export function tokenize(text: string): Tokens {
  const found = new WordReader(text).read();
  const { words } = found;
  const starts = Uint32Array.from(found.starts);
  const ends = Uint32Array.from(found.ends);
  const quoted = new Uint8Array(words.length);
  let at = 0;
  for (const { inner } of quotations(text)) {
    while (at < words.length && starts[at]! < inner.start) at++;
    while (at < words.length && ends[at]! <= inner.end) quoted[at++] = 1;
  }
  return { words, starts, ends, quoted };
}

/** Folded words of a text. Every share and count in Refrain is in these. */
export function countWords(text: string): number {
  return new WordReader(text).read().words.length;
}

/** One word as it is compared, by itself: what is left of it when everything but letters and digits is folded away. */
export function foldWord(word: string): string {
  return new WordReader(word).read().words.join('');
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
  readonly words: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly #text: string;
  #at = 0;
  /** The word being read; empty between words. */
  #word = '';
  #start = 0;
  #end = 0;
  /** An apostrophe has been passed: the word ends here unless a letter follows. */
  #joining = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): this {
    const text = this.#text;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code < 128) this.#readPlain(code);
      else this.#readCharacter(code);
    }
    this.#finish();
    return this;
  }

  #readPlain(code: number): void {
    if (plain[code]) {
      if (this.#word === '' && this.#text.charCodeAt(this.#at + 1) === stop && this.#readInitials()) return;
      this.#readPlainRun();
    } else if (code === quoteMark || code === 0x60) this.#take({ kind: 'join', folded: '' }, 1);
    else if (code === ampersand) this.#takeOr(entityAt(this.#text, this.#at));
    else if (code === comma && this.#skip(thousands, /\d$/)) return;
    else if (code === hyphen && this.#skip(lineEnd, /\D$/)) return;
    else this.#take({ kind: 'break', folded: '' }, 1);
  }

  #readPlainRun(): void {
    const text = this.#text;
    let end = this.#at + 1;
    while (end < text.length && plain[text.charCodeAt(end)]) end++;
    this.#append(text.slice(this.#at, end).toLowerCase(), end);
  }

  #readCharacter(code: number): void {
    if (misreadStarts.has(code)) {
      const misread = misreadAt(this.#text, this.#at);
      if (misread) {
        this.#take(misread.character, misread.length);
        return;
      }
    }
    if ((code === 0xad || code === 0x2010) && this.#skip(lineEnd, /\D$/)) return;
    if (this.#word === '' && this.#text.charCodeAt(this.#at + 1) === stop && this.#readInitials()) return;
    const codePoint = this.#text.codePointAt(this.#at)!;
    const character = characterAt(codePoint);
    const length = codePoint > 0xffff ? 2 : 1;
    if (character.kind === 'unspaced') this.#readUnspaced();
    else this.#take(character, length);
  }

  /** Passes over what `pattern` finds here (its lookahead excluded) if the word so far ends as `after` says. */
  #skip(pattern: RegExp, after: RegExp): boolean {
    if (this.#word === '' || this.#joining || !after.test(this.#word.slice(-1))) return false;
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
      else this.#joining = this.#word !== '';
    } else if (this.#word !== '' && !this.#joining && this.#end === end - length) this.#end = end;
  }

  #append(folded: string, end: number): void {
    if (this.#word === '') this.#start = this.#at;
    this.#word += folded;
    this.#end = end;
    this.#at = end;
    this.#joining = false;
  }

  #finish(): void {
    if (this.#word !== '') this.#push(this.#word, this.#start, this.#end);
    this.#word = '';
    this.#joining = false;
  }

  #push(word: string, start: number, end: number): void {
    this.words.push(word);
    this.starts.push(start);
    this.ends.push(end);
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
      if (folded !== '') this.#push(folded, start + index, start + index + segment.length);
    }
    this.#at = end;
  }
}
