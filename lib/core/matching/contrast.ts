/**
 * Parts a group of tellings that holds two look-alike events: two bouts of one boxer, two quakes on one island. What all
 * of the group say tells the kind of event and counts little here; what some of them say tells which one.
 */
import { joinByAverage } from './average-linkage';
import { copyFrom, daysBetween, eventScore } from './story-relation';
import { similarity, type TermsTold, vectorOf } from './term-vectors';

/** A text as it is compared: its terms, and days since 1970, `null` where that is not known. */
export interface Telling {
  terms: TermsTold;
  day: number | null;
}

/**
 * Contrast from which on two parts of a group tell two events. Set on half of the topics of ECB+, each of which holds
 * two look-alike events.
 */
const contrastFrom = 0.45;
/** Taken off the contrast, divided by the texts of the smaller part: the fewer there are, the more of it is chance. */
const chance = 0.8;
/** Texts that a part must have: of one or two nothing can be said of what they have in common. */
const leastTexts = 3;
/** A larger group is left whole: the time grows by the square of its texts. */
const mostTexts = 1_000;
/** Terms of a text that are compared: more than elsewhere, since what most of the group say counts for little. */
export const termsContrasted = 128;

/** Parts a group of tellings into its events, each a list of places in `tellings`; the group itself where it holds one. */
export function partByContrast(tellings: readonly Telling[], from = contrastFrom): number[][] {
  const all = tellings.map((_, place) => place);
  if (tellings.length < 2 * leastTexts || tellings.length > mostTexts) return [all];
  const copyOf = firstCopies(tellings);
  const firsts = all.filter((place) => copyOf[place] === place);
  return part(firsts, tellings, from).map((event) => {
    const own = new Set(event);
    return all.filter((place) => own.has(copyOf[place]!));
  });
}

/**
 * For each telling the first that it is a copy of: of one text that ten print nothing is learnt that one would not tell,
 * and copies would look like an event of their own.
 */
function firstCopies(tellings: readonly Telling[]): number[] {
  const vectors = tellings.map(({ terms }) => vectorOf(terms, () => 1));
  return vectors.map((vector, at) =>
    vectors.findIndex((other, place) => place === at || similarity(vector, other) >= copyFrom),
  );
}

function part(places: readonly number[], tellings: readonly Telling[], from: number): (readonly number[])[] {
  if (places.length < 2 * leastTexts) return [places];
  const strongest = strongestPart(similarities(places.map((place) => tellings[place]!)));
  if (strongest === null || strongest.contrast < from) return [places];
  const members = new Set(strongest.members);
  return [true, false].flatMap((inside) =>
    part(
      places.filter((_, at) => members.has(at) === inside),
      tellings,
      from,
    ),
  );
}

/** How much alike each two of a group are, by what tells them apart within it. */
function similarities(tellings: readonly Telling[]): Float64Array[] {
  const holding = new Map<number, number>();
  for (const { terms } of tellings)
    for (const { hash } of terms.slice(0, termsContrasted)) holding.set(hash, (holding.get(hash) ?? 0) + 1);
  const rarityWithin = (hash: number) => Math.log((1 + tellings.length) / holding.get(hash)!);
  const vectors = tellings.map(({ terms }) => vectorOf(terms, rarityWithin, termsContrasted));
  const alike = vectors.map(() => new Float64Array(vectors.length));
  for (let a = 0; a < vectors.length; a++)
    for (let b = 0; b < a; b++)
      alike[a]![b] = alike[b]![a] = eventScore(
        similarity(vectors[a]!, vectors[b]!),
        daysBetween(tellings[a]!.day, tellings[b]!.day),
      );
  return alike;
}

/** A part of a group: how many texts, and the sum of how much alike each two of them are. */
interface Part {
  texts: number;
  inside: number;
}

/** The part of a group that stands out most against the rest, of all that average linkage proposes. */
function strongestPart(
  alike: readonly Float64Array[],
): { members: readonly number[]; contrast: number } | null {
  const clusters = joinByAverage(alike);
  const everything = clusters.at(-1)!.inside;
  const sums = alike.map((row) => row.reduce((sum, one) => sum + one));
  let strongest: ReturnType<typeof strongestPart> = null;
  for (const { members, inside } of clusters) {
    const across = members.reduce((sum, member) => sum + sums[member]!, 0) - 2 * inside;
    const part = { texts: members.length, inside };
    const rest = { texts: alike.length - members.length, inside: everything - inside - across };
    if (Math.min(part.texts, rest.texts) < leastTexts) continue;
    const contrast = contrastOf(part, rest, across);
    if (strongest === null || contrast > strongest.contrast) strongest = { members, contrast };
  }
  return strongest;
}

/** By what share the texts of two parts are less alike than those within each: 1 where they have nothing in common. */
function contrastOf(a: Part, b: Part, across: number): number {
  const within = Math.sqrt(averageWithin(a) * averageWithin(b));
  if (within === 0) return 0;
  return 1 - across / (a.texts * b.texts) / within - chance / Math.min(a.texts, b.texts);
}

function averageWithin({ texts, inside }: Part): number {
  return Math.max(0, (2 * inside) / (texts * (texts - 1)));
}
