/**
 * Finds the held articles that share text with one article:
 * fingerprint → postings → candidates → exact alignment → passages that count → relation.
 *
 * A library is asked for postings once, for article records once, and for the texts of at most `mostCandidates`
 * articles (`mostOfAWire` where many outlets hold much of the same text).
 */
import { Aligner, withoutWords } from '@/lib/core/alignment';
import type { Article } from '@/lib/core/article';
import { type Fingerprint, fingerprint } from '@/lib/core/fingerprint';
import { type Tokens, tokenize, wordHashes } from '@/lib/core/text';
import { cleanPart } from './clean-words';
import { type CommonShingles, shippedCommonShingles } from './common-shingles';
import { matchFromHits } from './from-hits';
import { bestRefs, findHits, type Hits, scoreDocuments } from './hits';
import { quotedWords, relationOf, sumUp } from './relation';
import { isSameOutlet } from './same-outlet';
import { boilerplateKeys, sampleForSpread } from './spread';
import type { CorpusReader, HeldArticle, Relation, TextMatch } from './types';

export interface TextMatchOptions {
  /** Fewest clean words that two texts must share; 12 unless the reader says otherwise. */
  minWords?: number;
  common?: CommonShingles;
  /** Only these are looked at, of the library's articles. */
  accept?: (article: HeldArticle) => boolean;
  /** Whether another record of the same address counts, as in a collection of revisions; by default it is the article itself. */
  sameAddress?: boolean;
  /** Word hashes of a held text; whoever asks for many articles of one library may remember them. */
  hashesOf?: (text: string, ref: number) => Uint32Array;
}

/** Measured: 8 words give precision .78, 12 give .99, 20 give .998 with recall .86. */
const defaultMinWords = 12;
const mostCandidates = 60;
const mostOfAWire = 200;
/** Records read for each frequent key to judge its spread, and records read in all. */
const samplePerKey = 16;
const mostRecords = 512;
/** Outside quotation marks stock phrases are longer: 16 words are asked for where 12 quoted ones are enough. */
const unquotedFactor = 4 / 3;
/** Several shorter passages count together from twice as many words on. */
const scatteredFactor = 2;
/** Passages below `minWords` are kept where the texts share at least this much of either anyway. */
const closeTexts = 0.3;

/** The text being looked up, folded and fingerprinted once. */
interface Query {
  article: Article;
  tokens: Tokens;
  print: Fingerprint;
  boilerplate: Set<number>;
  minWords: number;
  aligner: Aligner;
  hashesOf: (text: string, ref: number) => Uint32Array;
}

/** Held articles with the same text or a part of it, strongest relation first, then most shared. Never the article itself. */
export async function findTextMatches(
  article: Article,
  reader: CorpusReader,
  options: TextMatchOptions = {},
): Promise<TextMatch[]> {
  const tokens = tokenize(article.text);
  const print = fingerprint(tokens);
  const hits = await findHits(print, reader, options.common ?? shippedCommonShingles);
  if (hits.keys.length === 0) return [];
  const known = await readRecords(hits, reader);
  const boilerplate = new Set([...hits.common, ...boilerplateKeys(hits, known)]);
  const query: Query = {
    article,
    tokens,
    print,
    boilerplate,
    minWords: options.minWords ?? defaultMinWords,
    aligner: new Aligner(tokens),
    hashesOf: options.hashesOf ?? wordHashes,
  };
  const isOther = (held: HeldArticle) => options.sameAddress === true || !isItself(article, held);
  const accept = (held: HeldArticle) => isOther(held) && (options.accept?.(held) ?? true);
  const candidates = chooseCandidates(query.boilerplate, hits, known, accept);
  const matches = await Promise.all(candidates.map((candidate) => verify(query, candidate, reader)));
  return matches.filter((match) => match !== null).sort(byStrength);
}

const relationsByStrength: readonly Relation[] = [
  'reprint',
  'edited-reprint',
  'excerpt',
  'shared-source',
  'shared-quotation',
];

function byStrength(a: TextMatch, b: TextMatch): number {
  return (
    relationsByStrength.indexOf(a.relation) - relationsByStrength.indexOf(b.relation) ||
    b.wordsShared - a.wordsShared ||
    a.article.ref - b.article.ref
  );
}

async function readRecords(hits: Hits, reader: CorpusReader): Promise<Map<number, HeldArticle>> {
  const best = bestRefs(scoreDocuments(hits, new Set()), mostRecords - mostRecords / 4);
  const sample = sampleForSpread(hits, samplePerKey);
  const refs = [...new Set([...best, ...sample])].slice(0, mostRecords);
  return new Map((await reader.articles(refs)).map((article) => [article.ref, article]));
}

/** The best-scored articles once boilerplate no longer counts; more of them where the score shows a wire story. */
function chooseCandidates(
  boilerplate: ReadonlySet<number>,
  hits: Hits,
  known: ReadonlyMap<number, HeldArticle>,
  accept: (article: HeldArticle) => boolean,
): HeldArticle[] {
  const scores = scoreDocuments(hits, boilerplate);
  const ranked = bestRefs(scores, mostRecords)
    .flatMap((ref) => known.get(ref) ?? [])
    .filter(accept);
  const best = scores.get(ranked[0]?.ref ?? -1) ?? 0;
  return ranked.filter(
    (article, place) =>
      place < mostCandidates || (place < mostOfAWire && (scores.get(article.ref) ?? 0) >= best / 3),
  );
}

function isItself(article: Article, held: HeldArticle): boolean {
  return held.id === article.id || (article.url !== null && held.url === article.url);
}

async function verify(query: Query, article: HeldArticle, reader: CorpusReader): Promise<TextMatch | null> {
  const sameOutlet = isSameOutlet(query.article, article);
  const text = await reader.text(article.ref);
  if (text !== null) {
    if (!mayShare(query, query.hashesOf(text, article.ref))) return null;
    const shared = sharedText(query, tokenize(text));
    return shared && { article, ...shared, sameOutlet };
  }
  const stored = await reader.fingerprint(article.ref);
  const match = stored && matchFromHits(query.tokens, query.print, article, stored, query.boilerplate);
  return match && { article, ...match, sameOutlet };
}

/** A first look by word hashes, which settles most candidates: whether any passage could count. */
function mayShare({ aligner, print, boilerplate, minWords }: Query, there: Uint32Array): boolean {
  return aligner.sharedWords(there).some((pairs) => {
    const clean = cleanPart(pairs.here, print, boilerplate);
    return clean.fingerprints > 0 && clean.words >= minWords;
  });
}

type Shared = Pick<TextMatch, 'relation' | 'coverage' | 'wordsShared' | 'passages'>;

/** Passages that count as shared text, and the relation they show; `null` when there are none. */
function sharedText(query: Query, there: Tokens): Shared | null {
  const { tokens, print, boilerplate, minWords } = query;
  const judged = query.aligner.align(there).map((passage) => ({
    passage,
    clean: cleanPart(passage.hereWords, print, boilerplate),
  }));
  const isLong = ({ passage, clean }: (typeof judged)[number]) => {
    const isQuoted = quotedWords(passage, tokens, there) * 2 >= passage.words;
    return clean.words >= (isQuoted ? minWords : minWords * unquotedFactor);
  };
  const vouched = judged.filter(({ clean }) => clean.fingerprints > 0);
  const cleanWords = vouched.reduce((total, { clean }) => total + clean.words, 0);
  const isScattered =
    cleanWords >= minWords * scatteredFactor && vouched.some(({ clean }) => clean.words >= minWords);
  const strong = isScattered ? vouched : vouched.filter(isLong);
  if (strong.length === 0) return null;
  const sum = strong.reduce((total, { passage }) => total + passage.words, 0);
  const areClose = sum >= closeTexts * Math.min(tokens.hashes.length, there.hashes.length);
  const counted = areClose ? judged : judged.filter((one) => strong.includes(one) || isLong(one));
  const passages = counted.map(({ passage }) => passage);
  const shared = sumUp(passages, tokens, there);
  return {
    relation: relationOf(shared),
    coverage: shared.coverage,
    wordsShared: passages.reduce((total, passage) => total + passage.words, 0),
    passages: passages.map(withoutWords),
  };
}
