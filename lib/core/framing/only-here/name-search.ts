import { tokenize } from '@/lib/core/text';
import { bodyNames } from '../actors/bodies';
import { countryNamed } from '../actors/countries';
import { familyOf } from '../actors/heads';
import { isOffice } from '../actors/titles';
import { belonging } from '../names';
import { skeleton } from '../spellings';
import type { Search, SearchedText } from './searched-text';

/**
 * A name is there when any word of its own is, in any spelling, or its initials, or a name that the story has for it.
 * `null` where no word is its own, and for a country, which goes by too many names ("United States", "US", "Washington").
 *
 * @param others names that the story has for the same
 */
export function nameSearch(name: string, others: readonly string[]): Search | null {
  const own = name.split(/\s+/).filter(isOwn);
  if (own.length === 0 || countryNamed(name) !== null) return null;
  const names = [...new Set([name, ...others, ...bodyNames(name)])];
  const wanted = [...new Set(names.flatMap((one) => one.split(/\s+/)).filter(isOwn))];
  const initials = name
    .split(/\s+/)
    .map((word) => /\p{Lu}/u.exec(word)?.[0] ?? '')
    .join('');
  const isIn = (there: SearchedText) =>
    wanted.some((word) => isWordThere(word, there)) ||
    (initials.length > 2 && (there.initials.has(initials) || there.words.has(initials.toLowerCase()))) ||
    (/^\p{Lu}{2,6}$/u.test(name) && there.initials.has(name));
  return { keys: own.map((word) => `name ${skeleton(word)}`), shown: names.slice(0, 8), isIn };
}

function isWordThere(word: string, there: SearchedText): boolean {
  const folded = tokenize(word).words;
  if (folded.some((one) => one.length > 2 && (there.words.has(one) || there.words.has(bare(one)))))
    return true;
  return (
    skeleton(word).length >= 3 && (there.bones.has(skeleton(word)) || there.bones.has(skeleton(bare(word))))
  );
}

/** A name without the "s" of a possessive whose apostrophe was lost ("Syrias"). */
function bare(word: string): string {
  return word.length > 4 ? word.replace(/s$/, '') : word;
}

/** Words of a name that are its own: no office, country, noun of actors, initial. */
function isOwn(word: string): boolean {
  const low = word.toLowerCase();
  return (
    word.length > 2 &&
    /\p{Lu}/u.test(word) &&
    !belonging.test(word) &&
    !isOffice(low) &&
    familyOf(low) === null &&
    countryNamed(word) === null &&
    countryNamed(bare(word)) === null
  );
}
