/**
 * Finds other tellings of the same event or story, in their own words: by the strongest terms both have, and by date.
 * Stored terms bring candidates; the texts of the best are then compared over more of their terms, and those of which no
 * text is held over the terms that are stored of them.
 */
import { Aligner } from '@/lib/core/alignment';
import type { Article } from '@/lib/core/article';
import { type Tokens, tokenize } from '@/lib/core/text';
import { partByContrast, type Telling, termsContrasted } from './contrast';
import { dayOf } from './dates';
import { findHeadlineOnly } from './headline-only';
import { bestRefs } from './hits';
import { inOwnWords } from './own-words';
import { dayIn } from './prints';
import { isSameOutlet } from './same-outlet';
import { daysBetween, storyDays, storyRelation } from './story-relation';
import {
  sharedTerms,
  similarity,
  type TermsTold,
  type TermVector,
  termsStored,
  vectorOf,
} from './term-vectors';
import { rarity, storedTerms, type Term, termsOf } from './terms';
import type { CorpusReader, HeldArticle, HeldBody, StoryMatch, TextMatch, WholeArticle } from './types';

export interface StoryMatchOptions {
  /** Most tellings given, best first. */
  most?: number;
  accept?: (article: HeldArticle) => boolean;
  /** Articles of the library, where the caller has asked for them already. */
  documents?: number;
}

/** Articles whose dates may be looked at, and those that are read and compared. */
const mostRanked = 200;
const mostCompared = 40;
const defaultMost = 20;
/**
 * An article is read where the page's stored terms that it has stored too are worth at least this share of all of them; half
 * as much again where a date is not known, as then `storyRelation` asks for more. Measured on ECB+, FA-KES, BASIL and AllSides:
 * half as many are read, and of 10,000 tellings 3 in 1,000 are no longer told, nearly all of them parts of one story at its
 * lowest similarity.
 */
const leastShare = 0.06;
const leastShareUndated = 0.09;
/** Terms shown as evidence. */
const termsShown = 8;

/** Tellings of the same event or story, best first, without those that share text (`textMatches`). */
export async function findStoryMatches(
  article: Article,
  reader: CorpusReader,
  textMatches: readonly TextMatch[],
  options: StoryMatchOptions = {},
): Promise<StoryMatch[]> {
  const tokens = tokenize(article.text);
  const terms = termsOf(article.title, article.text, undefined, tokens);
  if (terms.length === 0) return [];
  const asked = terms.slice(0, storedTerms);
  const { documents, holding, shares } = await shareTerms(asked, reader, options.documents);
  const near = await nearestInTime(article, shares, reader);
  const leftOut = new Set([article.id, ...textMatches.map((match) => match.article.id)]);
  const accept = (held: HeldArticle) => !leftOut.has(held.id) && (options.accept?.(held) ?? true);
  const rarityHere = (hash: number) => rarity(hash, holding.get(hash) ?? 0, documents);
  const here = vectorOf(terms, rarityHere);
  const printed = new Map(terms.map(({ hash, printed }) => [hash, printed]));
  const [candidates, headlines] = await Promise.all([
    readBest(near, reader, accept),
    findHeadlineOnly({ article, terms, here, rarityHere, shares }, reader, accept),
  ]);
  const question = { article, tokens, aligner: new Aligner(tokens), here, rarityHere, printed };
  const told = candidates.map((one) => compare(question, one));
  const related = tellOtherEvents(
    { terms, day: dayOf(article.published) },
    told.filter((one) => one !== null),
  );
  return [...related, ...headlines]
    .sort((a, b) => b.score - a.score || a.article.ref - b.article.ref)
    .filter((match, place, all) => all.findIndex((other) => other.article.id === match.article.id) === place)
    .slice(0, options.most ?? defaultMost);
}

interface SharedTerms {
  documents: number;
  /** How many articles of the library have each of the asked terms. */
  holding: Map<number, number>;
  /** By ref, which share of the asked terms an article has, by what they are worth. */
  shares: Map<number, number>;
}

async function shareTerms(
  terms: readonly Term[],
  reader: CorpusReader,
  known: number | undefined,
): Promise<SharedTerms> {
  const [documents, postings] = await Promise.all([
    known ?? reader.searched().then(({ articles }) => articles),
    reader.termPostings(Uint32Array.from(terms, ({ hash }) => hash)),
  ]);
  const worth = terms.map(({ hash, weight }, i) => weight * rarity(hash, postings[i]!.documents, documents));
  const all = worth.reduce((sum, one) => sum + one, 0);
  const shares = new Map<number, number>();
  for (const [i, { refs }] of postings.entries()) {
    const share = worth[i]! / all;
    for (const ref of refs) shares.set(ref, (shares.get(ref) ?? 0) + share);
  }
  const holding = new Map(terms.map(({ hash }, i) => [hash, postings[i]!.documents]));
  return { documents, holding, shares };
}

/**
 * The best candidates by stored terms that lie within a story's days, or whose date is not known. Most lie elsewhere, as
 * their prints tell, so that they are not read.
 */
async function nearestInTime(
  article: Article,
  shares: ReadonlyMap<number, number>,
  reader: CorpusReader,
): Promise<number[]> {
  const day = dayOf(article.published);
  const best = bestRefs(shares, mostRanked).filter((ref) => shares.get(ref)! >= leastShare);
  const prints = await reader.prints(Uint32Array.from(best));
  return best.filter((ref, i) => {
    const days = daysBetween(day, dayIn(prints[i]!));
    return days === null ? shares.get(ref)! >= leastShareUndated : days <= storyDays;
  });
}

async function readBest(
  refs: readonly number[],
  reader: CorpusReader,
  accept: (held: HeldArticle) => boolean,
): Promise<WholeArticle[]> {
  const read: WholeArticle[] = [];
  for (let from = 0; from < refs.length && read.length < mostCompared; from += mostCompared)
    read.push(
      ...(await reader.whole(refs.slice(from, from + mostCompared))).filter((one) => accept(one.article)),
    );
  return read.slice(0, mostCompared);
}

/** The article asked about, as it is compared. */
interface Asked {
  article: Article;
  tokens: Tokens;
  aligner: Aligner;
  here: TermVector;
  rarityHere: (hash: number) => number;
  printed: ReadonlyMap<number, string>;
}

/** An article that was compared. */
interface Compared extends Telling {
  match: StoryMatch;
}

/** Texts that are alike are compared once more in their own words: outlets have notes and forms alike whatever they tell. */
function compare(asked: Asked, { article: held, body }: WholeArticle): Compared | null {
  const { article, tokens, aligner, rarityHere, printed } = asked;
  const text = body?.form === 'text' ? { text: body.text, tokens: tokenize(body.text) } : null;
  const terms = termsOfHeld(held, body, text?.tokens);
  if (terms === null) return null;
  const day = dayOf(held.published);
  const days = daysBetween(dayOf(article.published), day);
  const whole = likeness(asked.here, terms, rarityHere);
  if (storyRelation(whole.score, days) === null) return null;
  const own = text && inOwnWords({ text: article.text, tokens }, text, aligner);
  const { score, shared, ...told } = own
    ? likeness(
        vectorOf(termsOf(article.title, own.here), rarityHere),
        termsOf(held.title, own.there, termsContrasted),
        rarityHere,
      )
    : whole;
  const relation = storyRelation(score, days);
  if (relation === null) return null;
  const words = shared.slice(0, termsShown).flatMap((hash) => printed.get(hash) ?? []);
  return {
    match: { article: held, relation, score, shared: words, sameOutlet: isSameOutlet(article, held) },
    terms: told.terms,
    day,
  };
}

/** How alike two texts are by their terms, and the terms of both that count most for it. */
function likeness(here: TermVector, terms: TermsTold, rarityHere: Asked['rarityHere']) {
  const there = vectorOf(terms, rarityHere);
  return { score: similarity(here, there), shared: sharedTerms(here, there), terms };
}

/** An article's terms, as many as are ever compared, by its text or summary, else what is stored of a fingerprint-only one; `null` when there is nothing. */
function termsOfHeld(held: HeldArticle, body: HeldBody | null, tokens: Tokens | undefined): TermsTold | null {
  const text = body?.form === 'text' ? body.text : held.summary;
  if (text !== null) return termsOf(held.title, text, termsContrasted, tokens);
  return body?.form === 'fingerprint' ? termsStored(body.terms) : null;
}

/** Tellings that stand in contrast to the article asked about, alike as they are, tell another event of its story. */
function tellOtherEvents(here: Telling, compared: readonly Compared[]): StoryMatch[] {
  const events = partByContrast([here, ...compared]);
  const event = new Set(events.find((places) => places.includes(0)));
  return compared.map(({ match }, at) =>
    match.relation === 'same-event' && !event.has(at + 1) ? { ...match, relation: 'same-story' } : match,
  );
}
