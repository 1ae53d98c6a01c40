/**
 * Relations by item, where a text is a digest of several stories: five briefs of which one is reprinted whole here and
 * another there are each told of by themselves.
 */
import type { AlignedPassage } from '@/lib/core/alignment';
import type { Span } from '@/lib/core/article';
import type { Tokens } from '@/lib/core/text';
import { relationOf, sumUp } from './relation';
import type { MatchPart, Relation } from './types';

/** A text as it is divided: its words, and its items, none where it tells one story. */
export interface Divided {
  tokens: Tokens;
  items: readonly Span[];
}

/** Relations that speak of a whole text: then its items need not be told apart. */
const whole: ReadonlySet<Relation> = new Set(['reprint', 'edited-reprint']);

/** An item is told of by itself where at least this much of it is shared; subheadings divide ordinary articles too. */
const mostOfItem = 0.5;

/**
 * The passages of two texts by the items they stand in, and what each shows. None where neither text is divided, where
 * the texts are related as wholes anyway, or where no item is mostly shared. `least` words are asked of a part.
 */
export function partsOf(
  relation: Relation,
  passages: readonly AlignedPassage[],
  here: Divided,
  there: Divided,
  least: number,
): MatchPart[] {
  if (whole.has(relation) || (here.items.length === 0 && there.items.length === 0)) return [];
  const sizes = { here: itemSizes(here), there: itemSizes(there) };
  const found = byItems(passages, itemOfWords(here), itemOfWords(there));
  const parts = found.flatMap(({ item, passages: own, places }): MatchPart[] => {
    const words = own.reduce((sum, passage) => sum + passage.words, 0);
    if (words < least) return [];
    const shared = sumUp(own, here.tokens, there.tokens, {
      here: sizes.here[item.here] ?? here.tokens.hashes.length,
      there: sizes.there[item.there] ?? there.tokens.hashes.length,
    });
    return [
      {
        relation: relationOf(shared),
        coverage: shared.coverage,
        wordsShared: words,
        passages: places,
        here: here.items[item.here] ?? null,
        there: there.items[item.there] ?? null,
      },
    ];
  });
  return parts.some(isMostOfItem) ? parts : [];
}

function isMostOfItem({ here, there, coverage }: MatchPart): boolean {
  return (here !== null && coverage.here >= mostOfItem) || (there !== null && coverage.there >= mostOfItem);
}

interface PassagesOfItems {
  item: { here: number; there: number };
  passages: AlignedPassage[];
  places: number[];
}

/** Cuts passages where they run from one item into another, and gathers what stands in the same two items. */
function byItems(
  passages: readonly AlignedPassage[],
  itemHere: (word: number) => number,
  itemThere: (word: number) => number,
): PassagesOfItems[] {
  const found = new Map<string, PassagesOfItems>();
  passages.forEach((passage, place) => {
    const { hereWords, thereWords } = passage;
    for (let from = 0, n = 1; n <= hereWords.length; n++) {
      const item = { here: itemHere(hereWords[from]!), there: itemThere(thereWords[from]!) };
      const goesOn =
        n < hereWords.length &&
        itemHere(hereWords[n]!) === item.here &&
        itemThere(thereWords[n]!) === item.there;
      if (goesOn) continue;
      const own = found.get(`${item.here} ${item.there}`) ?? { item, passages: [], places: [] };
      found.set(`${item.here} ${item.there}`, own);
      own.passages.push(stretchOf(passage, from, n));
      if (!own.places.includes(place)) own.places.push(place);
      from = n;
    }
  });
  return [...found.values()];
}

function stretchOf(passage: AlignedPassage, from: number, to: number): AlignedPassage {
  const hereWords = passage.hereWords.slice(from, to);
  return { ...passage, words: hereWords.length, hereWords, thereWords: passage.thereWords.slice(from, to) };
}

/** Which item a word stands in; -1 for none. */
function itemOfWords({ tokens, items }: Divided): (word: number) => number {
  const starts = items.map(({ start }) => start);
  return (word) => {
    const at = tokens.starts[word]!;
    return starts.findLastIndex((start) => start <= at);
  };
}

/** Words of each item. */
function itemSizes(divided: Divided): number[] {
  const itemOf = itemOfWords(divided);
  const sizes = divided.items.map(() => 0);
  for (let word = 0; word < divided.tokens.hashes.length && sizes.length > 0; word++) {
    const item = itemOf(word);
    if (item >= 0) sizes[item]!++;
  }
  return sizes;
}
