/** The phrases of `assets/credit-lines.json`, found by the words that a line must have to match one. */
import data from '@/assets/credit-lines.json';
import type { SourceLine } from '@/lib/core/article';
import type { CreditKind } from '../types';
import { type CompiledPhrase, compilePhrase } from './phrase-language';
import { WordFinder } from './word-finder';

/** One phrase of the table. */
export interface Phrase {
  kind: CreditKind;
  compiled: CompiledPhrase;
  /** The names must reach to the line's end. */
  mustEnd: boolean;
  flags: ReadonlySet<string>;
  /** The phrase as written, for tests and for telling why. */
  say: string;
}

const kinds: readonly CreditKind[] = [
  'republished',
  'source',
  'contributed',
  'wire',
  'via',
  'syndication-notice',
  'read-more',
  'citation',
  'quote-lead',
];

function isKind(kind: string): kind is CreditKind {
  return kinds.some((known) => known === kind);
}

/** The table, by what its phrases need: each an entry of `byWord` for every word of its rarest part. */
interface Table {
  finder: WordFinder;
  byWord: Entry[][];
  /** Phrases without a word to look for. */
  always: Entry[];
}

interface Entry {
  phrase: Phrase;
  /** Place in the table. */
  at: number;
  /** Numbers of the words that each of its other parts needs. */
  others: readonly (readonly number[])[];
  /** Numbers of the words that it may open with; empty where that tells nothing. */
  opens: readonly number[];
}

let table: Table | undefined;

/** Made at first use; patterns are compiled when a line has the words for them. */
function phraseTable(): Table {
  if (table) return table;
  const finder = new WordFinder();
  table = { finder, byWord: [], always: [] };
  for (const [at, phrase] of allPhrases().entries()) {
    const numbered = (words: readonly string[]) => words.map((word) => finder.numberOf(word));
    const [rarest = [], ...others] = phrase.compiled.needs.map(numbered);
    const entry = { phrase, at, others, opens: numbered(phrase.compiled.opens) };
    if (rarest.length === 0) table.always.push(entry);
    for (const word of rarest) {
      table.byWord[word] ??= [];
      table.byWord[word].push(entry);
    }
  }
  return table;
}

function allPhrases(): Phrase[] {
  return data.kinds.flatMap(({ kind, phrases }) =>
    isKind(kind)
      ? phrases.map((say): Phrase => {
          const compiled = compilePhrase(say, data.words);
          const flags = new Set([...say.matchAll(/\s#([a-z]+)/g)].map((match) => match[1]!));
          return { kind, compiled, mustEnd: compiled.plain.endsWith('$'), flags, say };
        })
      : [],
  );
}

/** Phrases that a stretch may match at its place, in the order of the table. Nearly every sentence of a page gets none. */
export function phrasesFor(text: string, place: SourceLine['place']): Phrase[] {
  const { finder, byWord, always } = phraseTable();
  const words = finder.find(text);
  const found = new Set<Entry>();
  for (const entry of always) if (mayMatch(entry, finder, text, place)) found.add(entry);
  for (const word of words)
    for (const entry of byWord[word] ?? []) if (mayMatch(entry, finder, text, place)) found.add(entry);
  if (found.size === 0) return [];
  return [...found].sort((a, b) => a.at - b.at).map(({ phrase }) => phrase);
}

function mayMatch(
  { phrase, others, opens }: Entry,
  finder: WordFinder,
  text: string,
  place: SourceLine['place'],
): boolean {
  if (opens.length > 0 && !finder.opensWithOneOf(opens)) return false;
  for (const part of others) if (!finder.hasOneOf(part)) return false;
  for (const mark of phrase.compiled.marks) if (!text.includes(mark)) return false;
  return mayStandAt(phrase, place);
}

/** Signatures stand above a text, and some lines only above or below it. */
function mayStandAt({ flags }: Phrase, place: SourceLine['place']): boolean {
  if (flags.has('signed')) return place === 'head';
  return !(flags.has('edge') && place === 'body');
}
