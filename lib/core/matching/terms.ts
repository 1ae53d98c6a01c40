import { hashWord, type Tokens, tokenize } from '@/lib/core/text';
import { NumberTable } from './number-table';
import { stopWords } from './stop-words';
import { referenceDocuments, referenceFrequency } from './term-frequencies';

/** A word that helps to tell a story, with how strongly it marks this text. */
export interface Term {
  hash: number;
  /** As printed, first place. */
  printed: string;
  weight: number;
}

/** Terms stored with each article. Measured: 32 find nearly what all terms find (mean average precision .93 against .95). */
export const storedTerms = 32;
const headlineFactor = 2;
const capitalisedFactor = 1.6;
/** Words of a text that are looked at; what comes later rarely carries the story. */
const wordsRead = 3_000;

/**
 * The terms of an article, strongest first: term frequency (logarithmic, the headline's words counted twice) by rarity
 * in a reference collection; words mostly capitalised within sentences, names above all, weigh more.
 *
 * @param most terms given at most
 * @param tokens of the text, where they are at hand
 */
export function termsOf(
  title: string | null,
  text: string,
  most = Number.POSITIVE_INFINITY,
  tokens = tokenize(text),
): Term[] {
  const headline = tokenize(title ?? '');
  const counts = new TermCounts(headline.hashes.length + tokens.hashes.length);
  counts.add(title ?? '', headline, headlineFactor, false);
  counts.add(text, tokens, 1, true);
  const terms: Term[] = [];
  for (const { hash, printed, count, inside, capitalised } of counts.terms) {
    const isName = inside > 0 && capitalised * 2 >= inside;
    const weight = (1 + Math.log(count)) * rarity(hash, 0, 0) * (isName ? capitalisedFactor : 1);
    terms.push({ hash, printed, weight });
  }
  return strongest(terms, most)
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, most);
}

/** The terms that are as strong as the one at the last place wanted: few of a long list need to be put in order. */
function strongest(terms: Term[], most: number): Term[] {
  if (terms.length <= most) return terms;
  const weights = new Float64Array(terms.length);
  for (let i = 0; i < terms.length; i++) weights[i] = terms[i]!.weight;
  const least = weights.sort()[terms.length - most]!;
  return terms.filter(({ weight }) => weight >= least);
}

/** Inverse document frequency over the reference collection and `documents` of a library, of which `holding` have the term. */
export function rarity(hash: number, holding: number, documents: number): number {
  return Math.log((1 + referenceDocuments + documents) / (1 + referenceFrequency(hash) + holding));
}

/** Hashes of the different terms of a text, for counting in how many documents each stands. */
export function vocabularyOf(text: string): Set<number> {
  const tokens = tokenize(text);
  const counts = new TermCounts(tokens.hashes.length);
  counts.add(text, tokens, 1, true);
  return new Set(counts.terms.map(({ hash }) => hash));
}

interface Seen {
  /** Of the stem. */
  hash: number;
  printed: string;
  count: number;
  /** Places that do not open a sentence, and how many of them are capitalised. */
  inside: number;
  capitalised: number;
}

/** Used for one text after another, none of which is begun before the last is done with: to make them takes longer than to fill them. */
let tables: { stems: NumberTable; words: NumberTable } | undefined;

class TermCounts {
  /** In order of first place. */
  readonly terms: Seen[] = [];
  /** Number of the term by its stem's hash. */
  readonly #stems: NumberTable;
  /** One more than the number of the term by the folded word's hash, so that each word is judged once; 0 for a word that tells nothing. */
  readonly #words: NumberTable;

  /** @param words added in all, at most */
  constructor(words: number) {
    const most = Math.min(words, 2 * wordsRead);
    tables ??= { stems: new NumberTable(2 * wordsRead), words: new NumberTable(2 * wordsRead) };
    this.#stems = tables.stems;
    this.#words = tables.words;
    this.#stems.clear(most);
    this.#words.clear(most);
  }

  add(text: string, tokens: Tokens, by: number, isProse: boolean): void {
    const { hashes, starts, ends } = tokens;
    const last = Math.min(hashes.length, wordsRead);
    for (let i = 0; i < last; i++) {
      let term = this.#words.get(hashes[i]!);
      if (term < 0) term = this.#judge(text, tokens, i);
      if (term === 0) continue;
      const seen = this.terms[term - 1]!;
      seen.count += by;
      if (!isProse || i === 0 || opensSentence(text, ends[i - 1]!, starts[i]!)) continue;
      seen.inside++;
      if (isCapital(text, starts[i]!)) seen.capitalised++;
    }
  }

  #judge(text: string, tokens: Tokens, i: number): number {
    const hash = stemHash(text, tokens, i);
    const term = hash === null ? 0 : this.#termOf(hash, text, tokens, i);
    this.#words.set(tokens.hashes[i]!, term);
    return term;
  }

  /** One more than the number of the term with this stem. */
  #termOf(hash: number, text: string, tokens: Tokens, i: number): number {
    const known = this.#stems.get(hash);
    if (known >= 0) return known + 1;
    const printed = text.slice(tokens.starts[i], tokens.ends[i]);
    this.#stems.set(hash, this.terms.length);
    return this.terms.push({ hash, printed, count: 0, inside: 0, capitalised: 0 });
  }
}

/** Hash of a word's stem; `null` for a word that tells nothing. Most words are their own stem, as their last letter shows. */
function stemHash(text: string, tokens: Tokens, i: number): number | null {
  const hash = tokens.hashes[i]!;
  if (stopHashes.has(hash)) return null;
  const [start, end] = [tokens.starts[i]!, tokens.ends[i]!];
  const last = text.charCodeAt(end - 1) | 0x20;
  if (end - start > 1 && last >= 0x61 && last <= 0x7a && last !== 0x73) return hash;
  const word = stem(tokens.word(i));
  if (word.length < 2) return null;
  const stemmed = hashWord(word);
  return stopHashes.has(stemmed) ? null : stemmed;
}

const stopHashes: ReadonlySet<number> = new Set(Array.from(stopWords, hashWord));

const space = 0x20;

/** Whether what stands between two words ends a sentence or opens a quotation. */
function opensSentence(text: string, from: number, to: number): boolean {
  if (to === from + 1 && text.charCodeAt(from) === space) return false;
  return /[.!?:"“”\n]/.test(text.slice(from, to));
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** Plural and possessive endings dropped ("Syrias", "rebels"); more would merge words that tell stories apart. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !/[su]s$/.test(word) ? word.slice(0, -1) : word;
}
