import table from '@/assets/framing/countries.json';
import { lowered, type Word } from '../words';

/** What a word or two say of a country: its name, its adjective, its people, or a seat that stands for it. */
export interface CountryWord {
  /** The country's first name in the table. */
  country: string;
  as: 'name' | 'adjective' | 'people' | 'seat';
  /** Words it takes. */
  length: number;
}

const mostWords = 4;
let known: Map<string, Omit<CountryWord, 'length'>[]> | undefined;

function lookUp(key: string): Omit<CountryWord, 'length'>[] | undefined {
  if (!known) {
    known = new Map();
    for (const { names, adjectives, people, seats } of table.countries) {
      const add = (as: CountryWord['as'], list: readonly string[]) => {
        for (const one of list) {
          const key = one.split(' ').map(lowered).join(' ');
          known!.set(key, [...(known!.get(key) ?? []), { country: names[0]!, as }]);
        }
      };
      add('name', names);
      add('adjective', adjectives);
      add('people', people);
      add('seat', seats);
    }
  }
  return known.get(key);
}

/** The longest country word that begins at word `at`; capitals are asked for, so that "us" and "turkey" are none. */
export function countryAt(words: readonly Word[], at: number): CountryWord | null {
  if (!words[at]?.capital) return null;
  if (words[at]!.low === 'us' && words[at]!.text === 'Us') return null;
  for (let length = Math.min(mostWords, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length);
    const readings = lookUp(run.map(({ low }) => low).join(' '));
    if (readings) return { ...readings[0]!, length };
  }
  return mixedAt(words[at]!);
}

/** "Russian-Caucasian": adjectives joined by hyphens, the first of a country. */
function mixedAt({ text }: Word): CountryWord | null {
  const parts = text.split('-');
  if (parts.length < 2 || !parts.every((part) => /^\p{Lu}/u.test(part))) return null;
  const first = lookUp(lowered(parts[0]!))?.find(({ as }) => as === 'adjective');
  return first ? { ...first, length: 1 } : null;
}

/** The country of a single word or phrase ("syrian", "U.S."), in whatever form. */
export function countryNamed(phrase: string): Omit<CountryWord, 'length'> | null {
  return lookUp(phrase.split(/\s+/).map(lowered).join(' '))?.[0] ?? null;
}

/** Whether a phrase is only ever an adjective ("Syrian"): by itself it names nobody. */
export function isPlainAdjective(phrase: string): boolean {
  const readings = lookUp(phrase.split(/\s+/).map(lowered).join(' ')) ?? [];
  return readings.length > 0 && readings.every(({ as }) => as === 'adjective');
}
