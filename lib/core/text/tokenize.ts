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
import { quotations } from './quotations';
import { hashWord } from './word-hash';
import { HashSink, readWords, type WordSink } from './word-reader';

/** Folded words of a text; all run in parallel. */
export interface Tokens {
  words: string[];
  /** `hashWord` of each word: what fingerprints and alignment work on. */
  hashes: Uint32Array;
  /** First UTF-16 unit of each word in the original text. */
  starts: Uint32Array;
  /** Unit after each word's last. */
  ends: Uint32Array;
  /** 1 where the word stands inside quotation marks. */
  quoted: Uint8Array;
}

/** Folds a text into words. Work is linear in the text's length; any string is accepted, lone surrogates too. */
export function tokenize(text: string): Tokens {
  const sink = new TokenSink();
  readWords(text, sink);
  const { words } = sink;
  const starts = Uint32Array.from(sink.starts);
  const ends = Uint32Array.from(sink.ends);
  const quoted = new Uint8Array(words.length);
  let at = 0;
  for (const { inner } of quotations(text)) {
    while (at < words.length && starts[at]! < inner.start) at++;
    while (at < words.length && ends[at]! <= inner.end) quoted[at++] = 1;
  }
  return { words, hashes: Uint32Array.from(words, hashWord), starts, ends, quoted };
}

/** `tokenize(text).hashes`, several times as fast: enough to see whether two texts may share anything. */
export function wordHashes(text: string): Uint32Array {
  const sink = new HashSink();
  readWords(text, sink);
  return sink.hashes();
}

/** Folded words of a text. Every share and count in Refrain is in these. */
export function countWords(text: string): number {
  return wordHashes(text).length;
}

/** One word as it is compared, by itself: what is left of it when everything but letters and digits is folded away. */
export function foldWord(word: string): string {
  const sink = new TokenSink();
  readWords(word, sink);
  return sink.words.join('');
}

class TokenSink implements WordSink {
  readonly words: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  #word = '';

  addPlain(text: string, from: number, to: number): void {
    this.#word += text.slice(from, to).toLowerCase();
  }

  addFolded(folded: string): void {
    this.#word += folded;
  }

  end(start: number, end: number): void {
    this.words.push(this.#word);
    this.starts.push(start);
    this.ends.push(end);
    this.#word = '';
  }
}
