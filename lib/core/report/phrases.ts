import english from '@/assets/_locales/en/messages.json';
import { isolated } from './direction';

/** Name of a sentence in `_locales`; the English file is the list of them all. */
export type PhraseKey = keyof typeof english;

/** Keys that come in a `_one` and an `_other` form. */
export type PluralBase = PhraseKey extends infer Key
  ? Key extends `${infer Base}_one`
    ? Base
    : never
  : never;

/** Says a sentence in the reader's language, `$1`, `$2` … filled in with the values. */
export interface Say {
  (key: PhraseKey, ...values: (string | number)[]): string;
  /** BCP 47 tag that numbers, dates and plural forms follow. */
  language: string;
}

/**
 * A `Say` over any catalogue. `lookUp` fills the values in itself, as `browser.i18n.getMessage` does.
 * Numbers are written the way `language` writes them; names written in the other direction leave that of the sentence alone.
 */
export function sayWith(lookUp: (key: PhraseKey, values: string[]) => string, language: string): Say {
  const number = new Intl.NumberFormat(language);
  const written = (value: string | number) =>
    typeof value === 'number' ? number.format(value) : isolated(value, language);
  return Object.assign((key: PhraseKey, ...values: (string | number)[]) => lookUp(key, values.map(written)), {
    language,
  });
}

/** The English sentences, for the command line and for tests. A value is inserted as it is: no `$` in it is read again. */
export const sayInEnglish: Say = sayWith(
  (key, values) =>
    english[key].message.replace(/\$([1-9])/g, (_, digit: string) => values[Number(digit) - 1] ?? ''),
  'en',
);

/** The form of a sentence that fits a whole number; `base` names the pair `<base>_one`, `<base>_other`; the number is `$1`. */
export function plural(say: Say, base: PluralBase, count: number, ...more: (string | number)[]): string {
  const one = new Intl.PluralRules(say.language).select(count) === 'one';
  return say(one ? `${base}_one` : `${base}_other`, count, ...more);
}

/** A share of 0 to 1 in whole per cent. What is not all is never "100 %", what is not nothing never "0 %". */
export function percent(say: Say, share: number): string {
  const rounded =
    share <= 0 ? 0 : share >= 1 ? 1 : Math.min(0.99, Math.max(0.01, Math.round(share * 100) / 100));
  return new Intl.NumberFormat(say.language, { style: 'percent' }).format(rounded);
}
