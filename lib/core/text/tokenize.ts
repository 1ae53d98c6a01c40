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
import { type Quotation, quotations } from './quotations';
import { readWords } from './word-reader';

/** Folded words of a text; all run in parallel. */
export interface Tokens {
  /** The words themselves. Made when first asked for: most work is done on hashes, and needs a few words at most. */
  readonly words: readonly string[];
  /** One of the words, without making the others. */
  word(at: number): string;
  /** `hashWord` of each word: what fingerprints and alignment work on. */
  hashes: Uint32Array;
  /** First UTF-16 unit of each word in the original text. */
  starts: Uint32Array;
  /** Unit after each word's last. */
  ends: Uint32Array;
  /** 1 where the word stands inside quotation marks. Looked for when first asked for. */
  readonly quoted: Uint8Array;
  /** `quotations` of the text. Looked for when first asked for. */
  readonly quotations: readonly Quotation[];
}

/** Folds a text into words. Work is linear in the text's length; any string is accepted, lone surrogates too. */
export function tokenize(text: string): Tokens {
  const read = readWords(text);
  const starts = read.starts();
  const ends = read.ends();
  let words: string[] | undefined;
  let quoted: Uint8Array | undefined;
  let found: readonly Quotation[] | undefined;
  return {
    get words() {
      words ??= read.words();
      return words;
    },
    word: (at) => read.word(at),
    hashes: read.hashes(),
    starts,
    ends,
    get quoted() {
      quoted ??= quotedWords(this.quotations, starts, ends);
      return quoted;
    },
    get quotations() {
      found ??= quotations(text);
      return found;
    },
  };
}

function quotedWords(found: readonly Quotation[], starts: Uint32Array, ends: Uint32Array): Uint8Array {
  const quoted = new Uint8Array(starts.length);
  let at = 0;
  for (const { inner } of found) {
    while (at < quoted.length && starts[at]! < inner.start) at++;
    while (at < quoted.length && ends[at]! <= inner.end) quoted[at++] = 1;
  }
  return quoted;
}

/** `tokenize(text).starts` by themselves: enough to count the words of stretches. */
export function wordStarts(text: string): Uint32Array {
  return readWords(text).starts();
}

/** Folded words of a text. Every share and count in Refrain is in these. */
export function countWords(text: string): number {
  return readWords(text).hashes().length;
}

/** One word as it is compared, by itself: what is left of it when everything but letters and digits is folded away. */
export function foldWord(word: string): string {
  return readWords(word).words().join('');
}
