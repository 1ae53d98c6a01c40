/**
 * What only one text has: names, numbers, dates and quotations that were searched for in the others and not found.
 * The search is shown with the item. Only texts held in full are searched: of a teaser nobody knows what the rest says.
 */
import { tokenize } from '@/lib/core/text';
import { Capitals } from '../capitals';
import { evidence } from '../evidence';
import type { Read } from '../told';
import type { OnlyHere } from '../types';
import { type Anchor, anchorsIn } from './anchors';
import { dateAt } from './dates';
import { numberIn } from './figures';
import { nameSearch } from './name-search';
import { hasNumber, runsOf, type Search, type SearchedText, searchedText } from './searched-text';
import { isToldThere, Rarity, tellingOf } from './told-there';

/** Items of one article. */
const mostItems = 120;

/** Everything that one article alone has, in order of article and place; each thing once, at its first place. */
export function onlyHere(reads: readonly Read[], otherNames: (name: string) => string[]): OnlyHere[] {
  const full = reads.map(
    ({ article }) => article.completeness === 'full' || article.completeness === 'unknown',
  );
  const texts = reads.map(searchedText);
  const tellings = reads.map(tellingOf);
  const capitals = new Capitals(reads);
  const rarity = new Rarity(reads);
  return reads.flatMap((read, here) => {
    const others = reads.flatMap((_, at) => (at !== here && full[at] ? [at] : []));
    if (others.length === 0) return [];
    const seen = new Set<string>();
    const items: OnlyHere[] = [];
    const anchors = anchorsIn(read, capitals);
    const fuller = wordsOfFullerNames(anchors);
    for (const anchor of anchors) {
      if (items.length >= mostItems) break;
      if (anchor.kind === 'name' && (isPart(anchor, fuller) || isOwnOutlet(anchor, read))) continue;
      const search = searchFor(anchor, read, otherNames);
      if (!search || search.keys.every((key) => seen.has(key))) continue;
      for (const key of search.keys) seen.add(key);
      if (others.some((at) => search.isIn(texts[at]!))) continue;
      if (others.some((at) => isToldThere(anchor.sentence, anchor.from, anchor.to, tellings[at]!, rarity)))
        continue;
      items.push({
        ...evidence(read.article, 'text', anchor.span),
        kind: anchor.kind,
        sentence: anchor.sentence.span,
        searched: search.shown,
        notIn: others.map((at) => reads[at]!.article.id),
      });
    }
    return items;
  });
}

const lowsOf = ({ sentence, from, to }: Anchor) => sentence.words.slice(from, to).map(({ low }) => low);

/** Words of the names that have two and more. */
function wordsOfFullerNames(anchors: readonly Anchor[]): Set<string> {
  return new Set(anchors.filter(({ kind, from, to }) => kind === 'name' && to - from > 1).flatMap(lowsOf));
}

/** A surname by itself, where the text has the full name too: that one is searched for. */
function isPart(anchor: Anchor, fuller: ReadonlySet<string>): boolean {
  const [only, ...more] = lowsOf(anchor);
  return more.length === 0 && fuller.has(only!);
}

/** Who publishes the text ("The Lantern Post" in The Lantern Post) is no news of it. */
function isOwnOutlet(anchor: Anchor, { article: { outlet } }: Read): boolean {
  return outlet !== null && ` ${outlet.toLowerCase()} `.includes(` ${lowsOf(anchor).join(' ')} `);
}

function searchFor(anchor: Anchor, read: Read, otherNames: (name: string) => string[]): Search | null {
  const words = anchor.sentence.words.slice(anchor.from, anchor.to);
  const printed = words.map(({ text }) => text).join(' ');
  switch (anchor.kind) {
    case 'number': {
      const value = numberIn(words[0]!)!;
      const shown = anchor.spellings.filter((spelling) => read.english || /\d/.test(spelling));
      return { keys: [`number ${value}`], shown, isIn: (there) => hasNumber(there, value) };
    }
    case 'date': {
      const { key } = dateAt(words, 0)!;
      return { keys: [`date ${key}`], shown: anchor.spellings, isIn: (there) => there.dates.has(key) };
    }
    case 'quotation': {
      const folded = tokenize(read.article.text.slice(anchor.span.start, anchor.span.end)).words;
      const runs = runsOf(folded);
      if (runs.length === 0) return null;
      const isIn = (there: SearchedText) => runs.some((run) => there.runs.has(run));
      return { keys: [`quotation ${folded.join(' ')}`], shown: [printed], isIn };
    }
    case 'name':
      return nameSearch(printed, otherNames(printed));
  }
}
