/** Languages written right to left, by primary subtag. */
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction that a language (BCP 47) is written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr';
}

const writtenRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const writtenLeftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])\p{L}/u;

/**
 * A value for a sentence of this language. Words written in the other direction stand between U+2068 and U+2069, so that
 * neither the sentence nor the numbers beside them turn round.
 */
export function isolated(value: string, language: string): string {
  const against = directionOf(language) === 'rtl' ? writtenLeftToRight : writtenRightToLeft;
  return against.test(value) ? `\u2068${value}\u2069` : value;
}
