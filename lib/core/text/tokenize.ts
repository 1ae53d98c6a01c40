/**
 * Folding `fp1`: words as they are compared, with the way back to the text the reader sees.
 *
 * A word is found in the ORIGINAL text and folded by itself, so its offsets need no map: `starts[i]` and `ends[i]`
 * are UTF-16 units of the text handed in. Folding is frozen and versioned; every fingerprint in every pack
 * depends on it.
 */
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

/** Characters that print nothing or only hint at a break: soft hyphen, zero-width marks, joiners, byte-order mark. */
const INVISIBLE = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';
const LETTER = `[\\p{L}\\p{M}\\p{N}${INVISIBLE}]`;

/**
 * One word: initials ("U.S.", one word "us"), else letters and digits with what may stand between them:
 * an apostrophe, a comma between digits, or a hyphen at a line's end.
 */
const WORD = new RegExp(
  `(?:\\p{L}\\.){2,}|${LETTER}+(?:(?:['’ʼ‘\`]|(?<=\\d),(?=\\d)|-\\r?\\n(?=\\p{Ll}))${LETTER}+)*`,
  'gu',
);
const DROPPED = new RegExp(`[^\\p{L}\\p{N}]|[${INVISIBLE}]`, 'gu');
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** One word as it is compared: compatibility forms and accents undone, lower case, nothing but letters and digits. */
export function foldWord(word: string): string {
  return word.normalize('NFKD').replace(DROPPED, '').toLowerCase();
}

let segmenter: Intl.Segmenter | undefined;

/** Words of a run in a script written without spaces. */
function* unspacedWords(run: string): Generator<{ word: string; start: number; end: number }> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike) yield { word: segment, start: index, end: index + segment.length };
  }
}

/** Folds a text into words. Work is linear in the text's length; any string is accepted, lone surrogates too. */
export function tokenize(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (word: string, start: number, end: number) => {
    const folded = foldWord(word);
    if (folded === '') return;
    words.push(folded);
    starts.push(start);
    ends.push(end);
  };
  for (const match of text.matchAll(WORD)) {
    const [run] = match;
    if (!UNSPACED.test(run)) push(run, match.index, match.index + run.length);
    else
      for (const { word, start, end } of unspacedWords(run))
        push(word, match.index + start, match.index + end);
  }
  const quoted = new Uint8Array(words.length);
  let at = 0;
  for (const { inner } of quotations(text)) {
    while (at < words.length && starts[at]! < inner.start) at++;
    while (at < words.length && ends[at]! <= inner.end) quoted[at++] = 1;
  }
  return { words, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), quoted };
}

/** Folded words of a text. Every share and count in Refrain is in these. */
export function countWords(text: string): number {
  return tokenize(text).words.length;
}
