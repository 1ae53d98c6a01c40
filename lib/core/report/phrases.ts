import english from '@/assets/public/_locales/en/messages.json';

/** Name of a sentence in `_locales`; the English file is the list of them all. */
export type PhraseKey = keyof typeof english;

/**
 * Says a sentence in the reader's language, `$1`, `$2` … filled in.
 * Where a number decides the form, two entries exist, `key_one` and `key_other`, and `count` picks one.
 */
export type Say = (key: PhraseKey, ...values: (string | number)[]) => string;

/** Fills `$1` … `$9` of a message; a value is inserted as it is, so no `$` in it is read again. */
function fill(message: string, values: readonly (string | number)[]): string {
  return message.replace(/\$([1-9])/g, (_, digit: string) => String(values[Number(digit) - 1] ?? ''));
}

/** The English sentences, for the command line and for tests. */
export const sayInEnglish: Say = (key, ...values) => fill(english[key].message, values);

/**
 * The plural form of a sentence for a whole number, by the rules of `language` (BCP 47).
 * `base` names a pair of entries, `<base>_one` and `<base>_other`; the number itself is `$1`.
 */
export function plural<Base extends PluralBase>(
  say: Say,
  base: Base,
  count: number,
  ...values: (string | number)[]
): string {
  const form = new Intl.PluralRules('en').select(count) === 'one' ? 'one' : 'other';
  return say(`${base}_${form}` as PhraseKey, count, ...values);
}

/** Keys that come in a `_one` and an `_other` form. */
export type PluralBase = PhraseKey extends infer Key
  ? Key extends `${infer Base}_one`
    ? Base
    : never
  : never;
