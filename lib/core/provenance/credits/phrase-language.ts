/**
 * The language of the tables of phrases (`assets/credit-lines.json`, `assets/correction-notes.json`), made into patterns.
 * It is small on purpose, so that a table can be read aloud and another language added without a line of code; its signs
 * are explained in `credit-lines.json`. Every pattern is either tied to the line's beginning or starts with literal words,
 * and every capture is bounded, so a line of 400 units costs a few microseconds at worst.
 */

import { neededMarks, neededWords, openingWords, partsOf } from './phrase-words';

/** What a phrase of a table becomes. */
export interface CompiledPhrase {
  pattern: RegExp;
  /** A text that matches has a word of each of these lists (lower case); the rarest first. */
  needs: readonly (readonly string[])[];
  /** And each of these marks. */
  marks: readonly string[];
  /** One of these opens the sentence (lower case); empty where the phrase may stand anywhere or opens with a name. */
  opens: readonly string[];
  /** The phrase with its lists in place and without its flags. */
  plain: string;
}

/** @param words the lists that names in braces stand for */
export function compilePhrase(say: string, words: Readonly<Record<string, string>>): CompiledPhrase {
  const plain = expand(say.replace(/\s#[a-z]+/g, ''), words).trim();
  const parts = partsOf(plain);
  let pattern: RegExp | undefined;
  return {
    // An engine takes half a millisecond to compile one, and a page needs a handful of them.
    get pattern() {
      pattern ??= new RegExp(patternOf(plain), 'iu');
      return pattern;
    },
    needs: neededWords(parts),
    marks: neededMarks(parts),
    opens: plain.startsWith('^') ? openingWords(plain) : [],
    plain,
  };
}

/** Whether a text has what the phrase cannot do without, so that its pattern is worth trying. @param text in lower case */
export function mayMatch({ needs, marks }: CompiledPhrase, text: string): boolean {
  const has = (printed: string) => text.includes(printed);
  return marks.every(has) && needs.every((words) => words.some(has));
}

/** Puts the lists of `words` in place of their names. */
function expand(say: string, words: Readonly<Record<string, string>>): string {
  return say.replace(/\{(\w+)\}/g, (whole, name: string) =>
    words[name] === undefined ? whole : `(${words[name]})`,
  );
}

/**
 * What no word is made of: white space, punctuation, signs. Few ranges without letters: by their Unicode properties the
 * engine would take ten times as long to compile a pattern, and letters in it would be closed over their cases.
 */
const noWord =
  '[\\s!-\\/:-@\\[-`{-~\\xa0-\\xbf\\xd7\\xf7\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4\\u2000-\\u206f\\u20a0-\\u20cf\\u2122\\u2190-\\u2bff\\u3000-\\u3020\\uff01-\\uff0f\\uff1a-\\uff20\\u{1f000}-\\u{1faff}]';
const wordBegins = `(?<=^|${noWord})`;
const wordEnds = `(?=${noWord}|$)`;
/** What may stand before a credit line: brackets, dashes, quotation marks, "Editor's note:". */
const lead =
  "^[\\s(\\[*•–—“\"'>_|~=-]{0,8}(?:(?:editor['’]?s?['’]? note|ed\\. note|note|n\\.b\\.|disclaimer|disclosure|credit line)\\s{0,3}[:.–—-]\\s{0,3})?";

const leading = new RegExp(lead, 'iu');

/** Where the credit begins on a line, behind what may stand before one. */
export function creditStart(line: string): number {
  return leading.exec(line)?.[0].length ?? 0;
}

const letter = /[\p{L}\p{N}]/u;

/** Source of the pattern for one phrase without its flags. */
function patternOf(say: string): string {
  let source = letter.test(say[0]!) || /^[({]/.test(say) ? wordBegins : '';
  for (let at = 0; at < say.length; at++) {
    const char = say[at]!;
    if (say.startsWith('{author}', at)) {
      source += '(?<author>[^:;\\n]{1,80}?)';
      at += 7;
    } else if (say.startsWith('{outlet}', at)) {
      const ends = /^\{outlet\}\]?\s*\$?$/.test(say.slice(at).trim());
      source += ends ? '(?<outlet>\\S.{0,200})' : '(?<outlet>\\S.{0,160}?)';
      at += 7;
    } else if (say.startsWith('{gap}', at)) {
      source += '[^.:!?]{0,80}?';
      at += 4;
    } else if (char === '\\') source += escapeLiteral(say[++at] ?? '');
    else if (char === '^' && at === 0) {
      source += lead;
      if (say[at + 1] === ' ') at++;
    } else if (char === '$') continue;
    else if (char === '(') source += '(?:';
    else if (char === '[') source += '(?:(?:';
    else if (char === ')') source += ')';
    else if (char === '|') source += '|';
    else if (char === ']') {
      source += say[at + 1] === ' ' ? `)${between(say, at + 1)})?` : '))?';
      if (say[at + 1] === ' ') at++;
    } else if (char === ' ') source += /^\s*\$?$/.test(say.slice(at)) ? '' : between(say, at);
    else source += escapeLiteral(char);
  }
  return source;
}

function escapeLiteral(char: string): string {
  return /[.*+?^${}()|[\]\\/]/.test(char) ? `\\${char}` : char;
}

/** Between two words stands a space, or none where one side is no letter ("Source: X", "(via X)"). */
function between(say: string, at: number): string {
  const isAfterWord = endsAWord(say, at - 1);
  const isBeforeWord = beginsAWord(say, at + 1);
  if (isAfterWord && isBeforeWord) return '\\s+';
  if (isAfterWord) return `(?:\\s+|${wordEnds})`;
  return isBeforeWord ? `(?:\\s+|${wordBegins})` : `(?:\\s+|${wordBegins}|${wordEnds})`;
}

/** Whether whatever stands before a space ends in a letter: a word, or every alternative of a group. */
function endsAWord(say: string, at: number): boolean {
  if (!/[)\]]/.test(say[at] ?? '')) return letter.test(say[at] ?? '');
  let depth = 0;
  for (let i = at; i >= 0; i--) {
    if (/[)\]]/.test(say[i]!)) depth++;
    else if (/[([]/.test(say[i]!) && --depth === 0) return true;
    // An alternative that may lack its last words may have ended in a space already.
    const isEnd = i === at || (depth === 1 && say[i] === '|');
    if (isEnd && (say[i - 1] === ']' || !endsAWord(say, i - 1))) return false;
  }
  return false;
}

/** Whether whatever stands behind a space begins with a letter; where a group may lack, what follows it too. */
function beginsAWord(say: string, at: number): boolean {
  if (!/[([]/.test(say[at] ?? '')) return letter.test(say[at] ?? '');
  let depth = 0;
  for (let i = at; i < say.length; i++) {
    if (/[([]/.test(say[i]!)) depth++;
    else if (/[)\]]/.test(say[i]!) && --depth === 0)
      return say[at] === '(' || beginsAWord(say, say[i + 1] === ' ' ? i + 2 : i + 1);
    const isStart = i === at || (depth === 1 && say[i] === '|');
    if (isStart && !beginsAWord(say, i + 1)) return false;
  }
  return false;
}
