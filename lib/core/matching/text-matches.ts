/**
 * Finds the held articles that share text with one article:
 * fingerprint → postings → candidates → exact alignment → passages that count → relation.
 *
 * A library is asked for postings once, once for where and when some of their documents were printed, and for records
 * and texts of at most `mostCandidates` articles (`mostOfAWire` where many outlets hold much of the same text).
 */
import { Aligner } from '@/lib/core/alignment';
import type { Article } from '@/lib/core/article';
import { fingerprint } from '@/lib/core/fingerprint';
import { items, tokenize } from '@/lib/core/text';
import { Background } from './background';
import { type CommonShingles, shippedCommonShingles } from './common-shingles';
import { dayOf } from './dates';
import { matchFromHits } from './from-hits';
import { bestRefs, findHits, type Hits, scoreDocuments } from './hits';
import { withPosts } from './posts';
import { strengthOf } from './relation';
import { isSameOutlet } from './same-outlet';
import { type AlignedText, alignText, mayShare, type Query, type Standing, sharedText } from './shared-text';
import { sampleForSpread, spreadOf } from './spread';
import { daysBetween } from './story-relation';
import type { HeldArticle, HeldBody, TextMatch, TextReader } from './types';
import { wordsAsked } from './words-asked';

export interface TextMatchOptions {
  /** Fewest clean words of a quotation that two texts must share, within the bounds of `wordsAsked`. */
  minWords?: number;
  common?: CommonShingles;
  /** Only these are looked at, of the library's articles. */
  accept?: (article: HeldArticle) => boolean;
  /** Whether another record of the same address counts, as in a collection of revisions; by default it is the article itself. */
  sameAddress?: boolean;
  /** Word hashes of a held text; whoever asks for many articles of one library may have kept them. */
  hashesOf?: (ref: number) => Uint32Array;
}

const mostCandidates = 60;
const mostOfAWire = 200;
/** Documents of each frequent key by which its spread is judged. */
const samplePerKey = 16;
/** Documents that may become candidates. */
const mostRanked = 512;
/** Articles read at a time, so that a few very long texts do not pile up in memory. */
const readAtOnce = 32;

/** A query with the article it is of. */
interface Question extends Query {
  article: Article;
  hits: Hits;
  hashesOf: ((ref: number) => Uint32Array) | undefined;
  /** The held text that was aligned last. */
  last: AlignedText | null;
}

/** Held articles with the same text or a part of it, strongest relation first, then most shared. Never the article itself. */
export async function findTextMatches(
  article: Article,
  reader: TextReader,
  options: TextMatchOptions = {},
): Promise<TextMatch[]> {
  const tokens = tokenize(article.text);
  const print = fingerprint(tokens);
  const spoken = withPosts(tokens, article.text);
  const hits = await findHits(print, reader, options.common ?? shippedCommonShingles);
  if (hits.keys.length === 0) return [];
  const prints = await readPrints(hits, reader);
  const spread = spreadOf(hits, prints, print);
  const boilerplate = new Set([...hits.common, ...spread.boilerplate]);
  const question: Question = {
    article,
    hits,
    text: article.text,
    tokens: spoken,
    items: items(article.text),
    print,
    boilerplate,
    background: new Background(hits, prints, spread.isRerun ? null : dayOf(article.published)),
    minWords: options.minWords ?? wordsAsked.usual,
    aligner: new Aligner(spoken),
    hashesOf: options.hashesOf,
    last: null,
  };
  const isOther = (held: HeldArticle) => options.sameAddress === true || !isItself(article, held);
  const accept = (held: HeldArticle) => isOther(held) && (options.accept?.(held) ?? true);
  return (await verifyBest(question, scoreDocuments(hits, boilerplate), reader, accept)).sort(byStrength);
}

/** Those of the best-scored articles that do share text. More are looked at where the score shows a wire story. */
async function verifyBest(
  question: Question,
  scores: ReadonlyMap<number, number>,
  reader: TextReader,
  accept: (article: HeldArticle) => boolean,
): Promise<TextMatch[]> {
  const ranked = bestRefs(scores, mostRanked);
  const matches: TextMatch[] = [];
  let looked = 0;
  let best = 0;
  for (let from = 0; from < ranked.length; from += readAtOnce) {
    for (const { article, body } of await reader.whole(ranked.slice(from, from + readAtOnce))) {
      if (!accept(article)) continue;
      const score = scores.get(article.ref) ?? 0;
      best = Math.max(best, score);
      if (looked >= mostOfAWire || (looked >= mostCandidates && score < best / 3)) return matches;
      looked++;
      const match = body && verify(question, article, body);
      if (match) matches.push(match);
    }
  }
  return matches;
}

function byStrength(a: TextMatch, b: TextMatch): number {
  return (
    strengthOf(a.relation) - strengthOf(b.relation) ||
    b.wordsShared - a.wordsShared ||
    a.article.ref - b.article.ref
  );
}

async function readPrints(hits: Hits, reader: TextReader): Promise<Map<number, number>> {
  const refs = sampleForSpread(hits, samplePerKey);
  if (refs.length === 0) return new Map();
  const prints = await reader.prints(refs);
  return new Map(Array.from(refs, (ref, i) => [ref, prints[i]!]));
}

function isItself(article: Article, held: HeldArticle): boolean {
  return held.id === article.id || (article.url !== null && held.url === article.url);
}

function verify(question: Question, article: HeldArticle, body: HeldBody): TextMatch | null {
  if (body.form === 'fingerprint') {
    const standing = standingOf(question.article, article);
    const match = matchFromHits(question, article, body.places, standing);
    return match && { article, ...match, sameOutlet: standing.sameOutlet };
  }
  const aligned = alignedWith(question, article, body);
  if (aligned === null) return null;
  const standing = standingOf(question.article, article);
  const shared = sharedText(question, aligned, article.ref, standing);
  return shared && { article, ...shared, sameOutlet: standing.sameOutlet };
}

function standingOf(here: Article, there: HeldArticle): Standing {
  return {
    days: daysBetween(dayOf(here.published), dayOf(there.published)),
    sameOutlet: isSameOutlet(here, there),
  };
}

/**
 * The text aligned, where it may share anything. Copies of one text score alike and follow one another: it is aligned once.
 * A body may have to fetch its text, so that is asked for where nothing else tells.
 */
function alignedWith(
  question: Question,
  { ref, words }: HeldArticle,
  body: HeldBody & { form: 'text' },
): AlignedText | null {
  const { last, aligner } = question;
  if (last?.tokens.hashes.length === words && last.text === body.text) return last;
  const there = folded(body, question.hashesOf?.(ref));
  const shared = aligner.sharedWords(there.hashes);
  if (!mayShare(question, shared)) return null;
  question.last = alignText(question, body.text, withPosts(there.tokens(), body.text), shared);
  return question.last;
}

/** A held text's word hashes, and its words whole where they are wanted; it is folded once. @param kept the hashes, where they are at hand */
function folded(body: { text: string }, kept: Uint32Array | undefined) {
  if (kept) return { hashes: kept, tokens: () => tokenize(body.text) };
  const tokens = tokenize(body.text);
  return { hashes: tokens.hashes, tokens: () => tokens };
}
