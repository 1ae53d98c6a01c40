/**
 * Library items of which only the headline and perhaps a summary are held: most feed items. There is too little text
 * for term vectors, and headlines differ in spelling, so Fuse's token search looks through the recent ones that have any of
 * the article's strongest terms, one in sixteen; those that it names are judged by how much they print of what marks the
 * article. Measured: to look through all 2,000 took four times as long and found 1 % less.
 */
import Fuse from 'fuse.js';
import type { Article } from '@/lib/core/article';
import { foldWord } from '@/lib/core/text';
import { dayOf, isoDay } from './dates';
import { isSameOutlet } from './same-outlet';
import { stopWords } from './stop-words';
import { daysBetween, storyRelation } from './story-relation';
import { similarity, type TermVector, vectorOf } from './term-vectors';
import { storedTerms, type Term, termsOf } from './terms';
import type { CorpusReader, HeldArticle, StoryMatch } from './types';

const mostHeadlines = 2_000;
/** Days around the page's date that are searched. */
const windowDays = 7;
/** Items that Fuse names and that are then judged. */
const mostFound = 30;
/** Of the article's strongest terms an item prints two at least … */
const fewestShared = 2;
/**
 * … which together are as rare as this (see `rarity`): two names, or three words of which one is. Measured on headlines of
 * one story among 2,000 of others (`headlinesOfBasil` of the benchmarks): precision .81, recall .54 with dates, .88 and
 * .49 without; by the share of the headline's own words it was .54 and .47.
 */
const leastRarity = 8;

/** The article whose story is looked for. */
interface Asked {
  article: Article;
  /** Strongest first. */
  terms: readonly Term[];
  here: TermVector;
  rarityHere: (hash: number) => number;
  /** Of the library's articles that have any of the strongest terms, by ref. */
  shares: ReadonlyMap<number, number>;
}

/** Items that tell an article's story by what they print of its strongest terms; scored as texts are. */
export async function findHeadlineOnly(
  { article, terms, here, rarityHere, shares }: Asked,
  reader: CorpusReader,
  accept: (held: HeldArticle) => boolean,
): Promise<StoryMatch[]> {
  const day = dayOf(article.published);
  const window =
    day === null
      ? { from: null, to: null }
      : { from: isoDay(day - windowDays), to: isoDay(day + windowDays) };
  const marks = terms.slice(0, storedTerms);
  const headline = tellingWords(article.title ?? '');
  const words =
    headline.length >= fewestShared
      ? headline
      : marks.slice(0, termsInstead).map(({ printed }) => foldWord(printed));
  if (words.length < fewestShared) return [];
  const refs = (await reader.headlineRefs(window, mostHeadlines)).filter((ref) => shares.has(ref));
  const items = refs.length === 0 ? [] : (await reader.articles(refs)).filter(accept);
  if (items.length === 0) return [];
  const spelt = spellings(marks);
  return searchItems(items, words).flatMap((held) => {
    const there = termsOf(held.title, held.summary ?? '').map((term) => ({ ...term, hash: spelt(term) }));
    const printed = new Set(there.map(({ hash }) => hash));
    const shared = marks.filter(({ hash }) => printed.has(hash));
    const rare = shared.reduce((sum, { hash }) => sum + rarityHere(hash), 0);
    if (shared.length < fewestShared || rare < leastRarity) return [];
    const score = similarity(here, vectorOf(there, rarityHere));
    const relation = storyRelation(score, daysBetween(day, dayOf(held.published)));
    if (relation === null) return [];
    return {
      article: held,
      relation,
      score,
      shared: shared.map(({ printed }) => printed),
      sameOutlet: isSameOutlet(article, held),
    };
  });
}

/** Gives a term's hash: that of the mark which it spells a little differently, where there is one. */
function spellings(marks: readonly Term[]): (term: Term) => number {
  const words = new Map(marks.map(({ hash, printed }) => [hash, foldWord(printed)]));
  return ({ hash, printed }) => {
    if (words.has(hash)) return hash;
    const word = foldWord(printed);
    return [...words].find(([, mark]) => isAlike(mark, word))?.[0] ?? hash;
  };
}

/** Terms asked for where the page has no headline. */
const termsInstead = 8;

/** Words that say what a headline is about: no stop words, none below three letters (Fuse would find those inside others). */
function tellingWords(text: string): string[] {
  const words = text.split(/[^\p{L}\p{M}\p{N}'’.]+/u).map(foldWord);
  return [...new Set(words.filter((word) => word.length >= 3 && !stopWords.has(word)))];
}

/** A small Fuse instance over the items, made for this question and thrown away. */
function searchItems(items: readonly HeldArticle[], words: readonly string[]): HeldArticle[] {
  const fuse = new Fuse(items, {
    useTokenSearch: true,
    tokenize: tellingWords,
    threshold: 0.2,
    ignoreLocation: true,
    ignoreDiacritics: true,
    keys: [
      { name: 'title', weight: 2 },
      { name: 'summary', weight: 1 },
    ],
  });
  return fuse.search(words.join(' '), { limit: mostFound }).map(({ item }) => item);
}

/** Equal words, or long ones that differ by an ending or one letter. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 5 || long.length - short.length > 2) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  return start === short.length || (long.length - start - end <= 1 && start + end >= short.length - 1);
}
