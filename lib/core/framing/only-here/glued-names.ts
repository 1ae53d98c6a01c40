/**
 * Names that ran into one where a comma or a line's end was lost ("Hama Aleppo", a headline without its end): such a
 * run is found nowhere else and would be called only here.
 */
import { givenNames } from '@/lib/core/provenance/given-names';
import { bodyLength } from '../actors/bodies';
import { countryNamed } from '../actors/countries';
import { familyOf } from '../actors/heads';
import { isOffice } from '../actors/titles';
import type { Read, Sentence } from '../told';
import type { Word } from '../words';
import { monthOf } from './dates';

/** Most capitals side by side that read as one name; more are a headline that ran into the text. */
const mostCapitals = 5;
/** Units of a text from which on prose has a comma. */
const longEnough = 600;

export class GluedNames {
  readonly #text: string;
  /** The text came without its commas, so that any two names may stand side by side. */
  readonly #lostCommas: boolean;

  constructor({ article: { text } }: Read) {
    this.#text = text;
    this.#lostCommas = text.length >= longEnough && !/\p{L}, /u.test(text);
  }

  /** Whether the name at words `[from, to)` may be two. */
  isGlued({ words }: Sentence, from: number, to: number): boolean {
    const name = words.slice(from, to);
    if (name.length < 2 || bodyLength(words, from) >= name.length) return false;
    if (name.filter(({ capital }) => capital).length > mostCapitals || monthOf(name.at(-1)!) !== null)
      return true;
    return name.some((_, at) => isAnother(name, at)) || (this.#lostCommas && !this.#isKnown(name));
  }

  /** A person by given name or office, or a name that the text has twice. */
  #isKnown(name: readonly Word[]): boolean {
    if (name.some(({ low }) => givenNames.has(low) || isOffice(low))) return true;
    const [start, end] = [name[0]!.start, name.at(-1)!.end];
    const printed = this.#text.slice(start, end);
    return this.#text.indexOf(printed) < start || this.#text.indexOf(printed, end) >= 0;
  }
}

/** Whether another name begins at a word of a name: a country, or a body known by its initials. */
function isAnother(name: readonly Word[], at: number): boolean {
  const { text } = name[at]!;
  const isCountry = countryNamed(text)?.as === 'name';
  // "Turkey Gulf" is two, "Syria Civil Defence Forces" and "US Congress" are not.
  if (at === 0) return isCountry && !/^\p{Lu}[\p{Lu}.]+$/u.test(text) && familyOf(name.at(-1)!.low) === null;
  const before = name[at - 1]!;
  if (!before.capital) return false;
  const isBody = /^\p{Lu}{2,6}$/u.test(text) && bodyLength(name, at) === 1;
  return isCountry || (isBody && countryNamed(before.text) === null);
}
