/**
 * Finds other tellings of the same event or story, in their own words: by the strongest terms both have, and by date.
 * Stored terms bring candidates; the texts of the best are then compared over more of their terms, and those of which no
 * text is held over the terms that are stored of them.
 */
import type { Article } from '@/lib/core/article';
import { partByContrast, type Telling } from './contrast';
import { dayOf } from './dates';
import { findHeadlineOnly } from './headline-only';
import { bestRefs } from './hits';
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
import type { CorpusReader, HeldArticle, HeldBody, StoryMatch, TextMatch } from './types';

export interface StoryMatchOptions {
  /** Most tellings given, best first. */
  most?: number;
  accept?: (article: HeldArticle) => boolean;
}

/** Articles whose records may be read, and how many at a time; and those whose texts are compared. */
const mostRecords = 200;
const recordsAtOnce = 64;
const mostTexts = 40;
const defaultMost = 20;
/** Terms shown as evidence. */
const termsShown = 8;

/** Tellings of the same event or story, best first, without those that share text (`textMatches`). */
export async function findStoryMatches(
  article: Article,
  reader: CorpusReader,
  textMatches: readonly TextMatch[],
  options: StoryMatchOptions = {},
): Promise<StoryMatch[]> {
  const terms = termsOf(article.title, article.text);
  if (terms.length === 0) return [];
  const leftOut = new Set([article.id, ...textMatches.map((match) => match.article.id)]);
  const accept = (held: HeldArticle) => !leftOut.has(held.id) && (options.accept?.(held) ?? true);
  const { documents, holding, scores } = await scoreByTerms(terms.slice(0, storedTerms), reader);
  const rarityHere = (hash: number) => rarity(hash, holding.get(hash) ?? 0, documents);
  const here = vectorOf(terms, rarityHere);
  const candidates = await nearestInTime(article, scores, reader, accept);
  const printed = new Map(terms.map(({ hash, printed }) => [hash, printed]));
  const bodies = await reader.bodies(candidates.map(({ ref }) => ref));
  const told = candidates.map((held, i) =>
    compare({ article, here, rarityHere, printed }, held, bodies[i] ?? null),
  );
  const related = tellOtherEvents(
    { terms, day: dayOf(article.published) },
    told.filter((one) => one !== null),
  );
  const headlines = await findHeadlineOnly({ article, terms, here, rarityHere }, reader, accept);
  return [...related, ...headlines]
    .sort((a, b) => b.score - a.score || a.article.ref - b.article.ref)
    .filter((match, place, all) => all.findIndex((other) => other.article.id === match.article.id) === place)
    .slice(0, options.most ?? defaultMost);
}

interface TermScores {
  documents: number;
  /** How many articles of the library have each of the asked terms. */
  holding: Map<number, number>;
  scores: Map<number, number>;
}

async function scoreByTerms(terms: readonly Term[], reader: CorpusReader): Promise<TermScores> {
  const [{ articles: documents }, postings] = await Promise.all([
    reader.searched(),
    reader.termPostings(Uint32Array.from(terms, ({ hash }) => hash)),
  ]);
  const holding = new Map<number, number>();
  const scores = new Map<number, number>();
  terms.forEach(({ hash, weight }, i) => {
    const { documents: count, refs } = postings[i]!;
    holding.set(hash, count);
    const worth = weight * rarity(hash, count, documents);
    for (const ref of refs) scores.set(ref, (scores.get(ref) ?? 0) + worth);
  });
  return { documents, holding, scores };
}

/**
 * The best candidates by stored terms that lie within a story's days, or whose date is not known. Most lie elsewhere, as
 * their prints tell, so that no record of them is read.
 */
async function nearestInTime(
  article: Article,
  scores: ReadonlyMap<number, number>,
  reader: CorpusReader,
  accept: (held: HeldArticle) => boolean,
): Promise<HeldArticle[]> {
  const day = dayOf(article.published);
  const isNear = (there: number | null) => (daysBetween(day, there) ?? 0) <= storyDays;
  const best = Uint32Array.from(bestRefs(scores, mostRecords));
  const prints = await reader.prints(best);
  const near = Array.from(best).filter((_, i) => isNear(dayIn(prints[i]!)));
  const chosen: HeldArticle[] = [];
  for (let from = 0; from < near.length && chosen.length < mostTexts; from += recordsAtOnce) {
    const held = await reader.articles(near.slice(from, from + recordsAtOnce));
    chosen.push(...held.filter((one) => accept(one) && isNear(dayOf(one.published))));
  }
  return chosen.slice(0, mostTexts);
}

/** The article asked about, as it is compared. */
interface Asked {
  article: Article;
  here: TermVector;
  rarityHere: (hash: number) => number;
  printed: ReadonlyMap<number, string>;
}

/** An article that was compared. */
interface Compared extends Telling {
  match: StoryMatch;
}

function compare(
  { article, here, rarityHere, printed }: Asked,
  held: HeldArticle,
  body: HeldBody | null,
): Compared | null {
  const terms = termsOfHeld(held, body);
  if (terms === null) return null;
  const there = vectorOf(terms, rarityHere);
  const score = similarity(here, there);
  const day = dayOf(held.published);
  const relation = storyRelation(score, daysBetween(dayOf(article.published), day));
  if (relation === null) return null;
  const shared = sharedTerms(here, there)
    .slice(0, termsShown)
    .flatMap((hash) => printed.get(hash) ?? []);
  return {
    match: { article: held, relation, score, shared, sameOutlet: isSameOutlet(article, held) },
    terms,
    day,
  };
}

/** An article's terms by its text or summary, else what is stored of a fingerprint-only one; `null` when there is nothing. */
function termsOfHeld(held: HeldArticle, body: HeldBody | null): TermsTold | null {
  const text = body?.form === 'text' ? body.text : held.summary;
  if (text !== null) return termsOf(held.title, text);
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
