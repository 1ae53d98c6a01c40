import type { Span } from '@/lib/core/article';

/** A word as it is printed, without a possessive ending. */
export interface Word extends Span {
  text: string;
  /** Lower case, without stops of initials and accents of apostrophes ("U.S." is "us"). */
  low: string;
  /** Begins with a capital, an article apart. */
  capital: boolean;
  /** "’s" or "’" followed it. */
  possessive: boolean;
}

const word =
  /(?:\p{Lu}\.){2,}(?:-[\p{L}\p{M}]+)*|[\p{L}\p{M}\p{N}#@][\p{L}\p{M}\p{N}]*(?:[’'.&-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+|,(?=\d{3}(?!\d))\d{3})*/gu;
/** Also behind an Arabic article or a Dutch particle that is written small ("al-Tanf"). */
const capital = /^(?:[#@]?\p{Lu}|(?:al|el|ez|es|as|ad|an|ar|at|ash|at)-\p{Lu})/u;
const possessive = /['’]s$/iu;

/** Words of a stretch; hyphenated words and numbers with commas are one. Linear. */
export function wordsOf(text: string, { start, end }: Span): Word[] {
  const found: Word[] = [];
  for (const match of text.slice(start, end).matchAll(word)) {
    const printed = match[0];
    const ending = possessive.exec(printed)?.[0] ?? '';
    const bare = ending === '' ? printed : printed.slice(0, -ending.length);
    const from = start + match.index;
    const next = text[from + printed.length];
    found.push({
      text: bare,
      low: lowered(bare),
      start: from,
      end: from + bare.length,
      capital: capital.test(bare),
      possessive: ending !== '' || (/s$/.test(bare) && (next === '’' || next === "'")),
    });
  }
  return found;
}

/** A word as words are compared. */
export function lowered(word: string): string {
  const low = word.toLowerCase().replace(/^[#@]/, '');
  return /^(?:\p{L}\.)+/u.test(low) ? low.replaceAll('.', '') : low.replaceAll('’', "'");
}
