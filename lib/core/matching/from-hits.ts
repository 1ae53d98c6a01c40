/**
 * Matching against an article of which only the fingerprint is known: what stands here is told from shared
 * fingerprints alone. Nothing is known of the words between them, so a passage's `there` is the empty span at 0 and
 * its words are counted here, from the first word of the first shared shingle to the last word of the last.
 */
import type { Passage } from '@/lib/core/alignment';
import { type Fingerprint, shingleWords, windows } from '@/lib/core/fingerprint';
import type { Tokens } from '@/lib/core/text';
import { type Hits, keysOf } from './hits';
import { type Places, placeFinder } from './places';
import { relationOf } from './relation';
import { fewestWords, isFar, type Query, type Standing } from './shared-text';
import type { Coverage, HeldArticle, Relation } from './types';

/** Shared fingerprints needed where no text can confirm them. Measured: with three, precision .994 and recall .866. */
const fewestHits = 3;
/** Fingerprints further apart than the widest window allows for unbroken text do not belong to one passage. */
const widestStep = windows.base + shingleWords;
/** How far the distance between two shared shingles may differ here and there, in words (small edits between them). */
const widestShift = 4;

interface Hit {
  here: number;
  there: number;
  level: number;
}

export interface HitMatch {
  relation: Relation;
  coverage: Coverage;
  wordsShared: number;
  passages: Passage[];
}

/** A page looked up, with what the library knows of its keys. */
type Asked = Pick<Query, 'tokens' | 'print' | 'boilerplate' | 'minWords'> & { hits: Hits };

/** Relation and passages of this page from fingerprints alone; `null` when too few are shared. @param places of the article's keys */
export function matchFromHits(
  asked: Asked,
  article: HeldArticle,
  places: Places,
  standing: Standing,
): HitMatch | null {
  const { tokens, print, boilerplate, minWords } = asked;
  const shorter = Math.max(1, Math.min(tokens.hashes.length, article.words));
  const isEnough = ({ words, quoted }: Passage) =>
    !isFar(standing) ||
    words >= fewestWords({ isQuoted: quoted >= 0.5, share: words / shorter }, minWords, standing);
  const groups = groupHits(sharedHits(asked, article.ref, places)).filter(
    (hits) => hits.length > 1 && isEnough(passageOf(hits, tokens)),
  );
  const hits = groups.reduce((sum, group) => sum + group.length, 0);
  const passages = groups.map((group) => passageOf(group, tokens));
  const wordsShared = passages.reduce((sum, passage) => sum + passage.words, 0);
  if (hits < fewestHits || wordsShared < minWords) return null;
  const coverage = {
    here: Math.min(1, wordsShared / Math.max(1, tokens.hashes.length)),
    there: Math.min(1, wordsShared / Math.max(1, article.words)),
  };
  const largestShare = Math.max(...passages.map(({ words }) => words)) / wordsShared;
  const quotedShare = passages.reduce((sum, { words, quoted }) => sum + words * quoted, 0) / wordsShared;
  const unquotedShingles = wordsShared * (1 - quotedShare) - shingleWords;
  // Whether anything was reworded between the fingerprints is not known; a missing one shows that something was.
  // Most packs hold the base level only: then only its fingerprints are missed.
  const isBaseOnly = groups.every((group) => group.every(({ level }) => level === 0));
  const counts = (i: number) => !boilerplate.has(print.keys[i]!) && !(isBaseOnly && print.levels[i] !== 0);
  const sameness = hits / Math.max(hits, expectedHits(passages, tokens, print, counts));
  const relation = relationOf({
    coverage,
    sameness,
    largestShare,
    unquotedShingles,
    quotedShare,
    quotedInOne: 0,
  });
  return { relation, coverage, wordsShared, passages };
}

/** Shared keys with their places, in order of `here`. A key that the other text has twice is left out: its place is not plain. */
function sharedHits({ print, boilerplate, hits }: Asked, ref: number, places: Places): Hit[] {
  const shared = keysOf(hits, ref);
  const placeOf = placeFinder(places);
  const found: Hit[] = [];
  print.keys.forEach((key, i) => {
    if (!shared.has(key) || boilerplate.has(key)) return;
    const there = placeOf(key);
    if (there !== undefined) found.push({ here: print.positions[i]!, there, level: print.levels[i]! });
  });
  return found;
}

function groupHits(hits: readonly Hit[]): Hit[][] {
  const groups: Hit[][] = [];
  for (const hit of hits) {
    const last = groups.at(-1)?.at(-1);
    const stepHere = hit.here - (last?.here ?? 0);
    const stepThere = hit.there - (last?.there ?? 0);
    const follows =
      last !== undefined &&
      stepThere > 0 &&
      stepHere <= widestStep &&
      Math.abs(stepHere - stepThere) <= widestShift;
    if (follows) groups.at(-1)!.push(hit);
    else groups.push([hit]);
  }
  return groups;
}

function passageOf(group: readonly Hit[], tokens: Tokens): Passage {
  const first = group[0]!.here;
  const last = group.at(-1)!.here + shingleWords - 1;
  const words = last - first + 1;
  const quoted = tokens.quoted.subarray(first, last + 1).reduce((sum, one) => sum + one, 0);
  return {
    kind: 'same',
    here: { start: tokens.starts[first]!, end: tokens.ends[last]! },
    there: { start: 0, end: 0 },
    words,
    quoted: quoted / words,
  };
}

/** Fingerprints of this text inside the passages: all of them would be shared if nothing had been reworded. */
function expectedHits(
  passages: readonly Passage[],
  tokens: Tokens,
  print: Fingerprint,
  counts: (index: number) => boolean,
): number {
  let expected = 0;
  print.positions.forEach((at, i) => {
    if (!counts(i)) return;
    const start = tokens.starts[at]!;
    const end = tokens.ends[at + shingleWords - 1]!;
    if (passages.some(({ here }) => start >= here.start && end <= here.end)) expected++;
  });
  return expected;
}
