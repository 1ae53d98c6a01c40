/**
 * Which passages of two aligned texts count as shared text, and the relation they show.
 *
 * A speaker's words are few and telling; outside quotation marks stock phrases are longer. Longer still is standing
 * text: an agency's paragraph of background, an outlet's picture captions, printed again from week to week under
 * different stories. Two texts printed days apart must therefore share more, and an outlet's own texts of different
 * weeks share something only where they quote or are mostly the same. Between texts of the same days third articles
 * tell: what they have had under other stories is background.
 */
import {
  type AlignedPassage,
  type Aligner,
  type Pairs,
  type Passage,
  withoutWords,
} from '@/lib/core/alignment';
import type { Span } from '@/lib/core/article';
import type { Fingerprint } from '@/lib/core/fingerprint';
import { items, type Tokens } from '@/lib/core/text';
import type { Background } from './background';
import { type CleanPart, cleanPart, printsInside } from './clean-words';
import { isFilledForm } from './filled-form';
import { type Divided, partsOf } from './parts';
import { quotedWords, relationOf, sumUp } from './relation';
import { eventDays } from './story-relation';
import type { TextMatch } from './types';

/** The text being looked up, folded and fingerprinted once. */
export interface Query {
  text: string;
  tokens: Tokens;
  /** Items of the text, where it is a digest. */
  items: readonly Span[];
  print: Fingerprint;
  boilerplate: ReadonlySet<number>;
  background: Background;
  /** Fewest clean words of a quotation that two texts must share. */
  minWords: number;
  aligner: Aligner;
}

/** How two articles stand to each other, beside their texts. */
export interface Standing {
  /** Days between the dates they claim; `null` where either has none. */
  days: number | null;
  sameOutlet: boolean;
}

/** Outside quotation marks stock phrases are longer: 16 words are asked for where 12 quoted ones are enough. */
const unquotedFactor = 4 / 3;
/** Of texts printed more than `eventDays` apart, 48 words are. Measured: background of the agencies has 15 to 60. */
const standingFactor = 4;
/** Several shorter passages count together from twice as many words on. */
const scatteredFactor = 2;
/** Passages below `minWords` are kept where the texts share at least this much of either anyway. */
const closeTexts = 0.3;
/** A passage that is at least this much of either text is no background of it; of an outlet's own texts, this much. */
const muchOfText = 0.1;
const mostOfText = 0.5;

/**
 * Words of a note that texts end with, at most, and of an address or signature behind it. Of 17 pairs of real articles that
 * share nothing else, 15 share such notes.
 */
const longestNote = 75;
const afterNote = 8;

/** A first look by word hashes, which settles most candidates: whether any passage could count. @param shared `Aligner.sharedWords` */
export function mayShare({ print, boilerplate, minWords }: Query, shared: readonly Pairs[]): boolean {
  return shared.some((pairs) => {
    const clean = cleanPart(pairs.here, print, boilerplate);
    return clean.fingerprints > 0 && clean.words >= minWords;
  });
}

interface JudgedPassage {
  passage: AlignedPassage;
  clean: CleanPart;
  isQuoted: boolean;
  /** Share of the shorter text. */
  share: number;
}

type Shared = Pick<TextMatch, 'relation' | 'coverage' | 'wordsShared' | 'passages' | 'parts'>;

/** A held text as it is aligned with the one being looked up, whatever article it is of. */
export interface AlignedText extends Divided {
  text: string;
  judged: readonly JudgedPassage[];
}

/** Aligns a held text. @param shared its words that stand here too, as `Aligner.sharedWords` tells them */
export function alignText(
  { aligner, tokens, print, boilerplate }: Query,
  text: string,
  there: Tokens,
  shared: Pairs[],
): AlignedText {
  const shorter = Math.min(tokens.hashes.length, there.hashes.length);
  const judged = aligner.align(there, shared).map((passage): JudgedPassage => {
    const clean = cleanPart(passage.hereWords, print, boilerplate);
    const isQuoted = quotedWords(passage, tokens, there) * 2 >= passage.words;
    return { passage, clean, isQuoted, share: passage.words / shorter };
  });
  return { text, tokens: there, items: items(text), judged };
}

/**
 * Passages that count as shared text, and the relation they show; `null` when there are none.
 *
 * @param ref the held article
 */
export function sharedText(
  query: Query,
  aligned: AlignedText,
  ref: number,
  standing: Standing,
): Shared | null {
  const { tokens } = query;
  const { tokens: there, judged } = aligned;
  const told = isFar(standing) ? judged : withoutBackground(judged, query, ref);
  const counted = passagesThatCount(told, query.minWords, standing);
  if (counted.length === 0 || isForm(counted, query, aligned) || isNote(judged, query, aligned)) return null;
  const passages = counted.map(({ passage }) => passage);
  const sizes = { here: tokens.hashes.length, there: there.hashes.length };
  const { coverage, ...shared } = sumUp(passages, tokens, there, sizes);
  const relation = relationOf({ coverage, ...shared });
  const parts = partsOf(relation, passages, query, aligned, query.minWords);
  return {
    relation,
    coverage,
    wordsShared: passages.reduce((total, passage) => total + passage.words, 0),
    passages: passages.map((passage): Passage => withoutWords(passage)),
    ...(parts.length > 0 && { parts }),
  };
}

/** Leaves out short unquoted passages that third articles show to be background, unless texts share too much for that. */
function withoutBackground(
  judged: readonly JudgedPassage[],
  query: Query,
  ref: number,
): readonly JudgedPassage[] {
  const vouched = judged.filter(({ clean }) => clean.fingerprints > 0);
  if (shareOf(vouched) >= closeTexts) return judged;
  const { print, background, minWords } = query;
  return judged.filter(({ passage, isQuoted }) => {
    if (isQuoted || passage.words >= minWords * standingFactor) return true;
    const { begin, end } = printsInside(passage.hereWords, print.positions);
    return !background.holds(print.keys.subarray(begin, end), ref);
  });
}

const shareOf = (judged: readonly JudgedPassage[]) => judged.reduce((sum, { share }) => sum + share, 0);

function passagesThatCount(
  judged: readonly JudgedPassage[],
  minWords: number,
  standing: Standing,
): JudgedPassage[] {
  const isEnough = (one: JudgedPassage) => one.clean.words >= fewestWords(one, minWords, standing);
  const vouched = judged.filter(({ clean }) => clean.fingerprints > 0);
  const strong = isScattered(vouched, minWords, standing) ? vouched : vouched.filter(isEnough);
  if (strong.length === 0) return [];
  const areClose = shareOf(strong) >= closeTexts;
  return judged.filter((one) => areClose || strong.includes(one) || isEnough(one));
}

/** Whether what counts is a form that both fill in. */
function isForm(counted: readonly JudgedPassage[], here: Query, there: AlignedText): boolean {
  const passages = counted.map(({ passage }) => passage);
  return counted.every(({ isQuoted }) => !isQuoted) && isFilledForm(passages, here, there);
}

/** Whether the texts share nothing, not even a passage too short to count, but a note that both end with. */
function isNote(judged: readonly JudgedPassage[], here: Query, there: AlignedText): boolean {
  return (
    shareOf(judged) < mostOfText &&
    judged.every(({ passage }) => isClosingNote(passage, here.tokens, there.tokens))
  );
}

/** Whether both texts end with a passage no longer than a note: on a podcast or newsletter, its writer, the rights, the law. */
function isClosingNote(passage: AlignedPassage, here: Tokens, there: Tokens): boolean {
  const { words, hereWords, thereWords } = passage;
  const isLast = (word: number, of: Tokens) => word >= of.hashes.length - afterNote;
  const isAtEnd = isLast(hereWords.at(-1)!, here) && isLast(thereWords.at(-1)!, there);
  return words <= longestNote && isAtEnd && quotedWords(passage, here, there) === 0;
}

/** Clean words from which on a passage counts by itself; `share` is its share of the shorter text. */
export function fewestWords(
  { isQuoted, share }: { isQuoted: boolean; share: number },
  minWords: number,
  standing: Standing,
): number {
  if (isQuoted) return minWords;
  const isMuch = share >= (standing.sameOutlet ? mostOfText : muchOfText);
  if (!isFar(standing) || isMuch) return minWords * unquotedFactor;
  return standing.sameOutlet ? Number.POSITIVE_INFINITY : minWords * standingFactor;
}

/** Whether passages count together that are too short by themselves. */
function isScattered(vouched: readonly JudgedPassage[], minWords: number, standing: Standing): boolean {
  if (isFar(standing)) return false;
  const cleanWords = vouched.reduce((total, { clean }) => total + clean.words, 0);
  return cleanWords >= minWords * scatteredFactor && vouched.some(({ clean }) => clean.words >= minWords);
}

/** Whether two articles were printed so far apart that they may share standing text. */
export function isFar({ days }: Standing): boolean {
  return days !== null && days > eventDays;
}
