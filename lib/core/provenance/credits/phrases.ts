/**
 * Compiles the phrases of `assets/credit-lines.json`. The language is small on purpose, so that a table can be read aloud
 * and another language added without a line of code; its signs are explained in that file.
 * Every pattern is either tied to the line's beginning or starts with literal words, and every capture is bounded,
 * so a line of 400 units costs a few microseconds at worst.
 */
import data from '@/assets/credit-lines.json';
import type { CreditKind } from '../types';

/** One compiled phrase. */
export interface Phrase {
  kind: CreditKind;
  pattern: RegExp;
  /** The names must reach to the line's end. */
  mustEnd: boolean;
  flags: ReadonlySet<string>;
  /** The phrase as written, for tests and for telling why. */
  say: string;
}

/** A space between two words, or no space where one side is no letter ("Source: X", "(via X)"). */
const BETWEEN = '(?:\\s+|(?<![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]))';
/** What may stand before a credit line: brackets, dashes, quotation marks, "Editor's note:". */
const LEAD =
  "^[\\s(\\[*•–—“\"'>_|~=-]{0,8}(?:(?:editor['’]?s?['’]? note|ed\\. note|note|n\\.b\\.|disclaimer|disclosure|credit line)\\s{0,3}[:.–—-]\\s{0,3})?";

const KINDS: readonly CreditKind[] = [
  'republished',
  'source',
  'contributed',
  'wire',
  'via',
  'syndication-notice',
  'read-more',
  'citation',
  'quote-lead',
];

function isKind(kind: string): kind is CreditKind {
  return KINDS.some((known) => known === kind);
}

function escapeLiteral(char: string): string {
  return /[.*+?^${}()|[\]\\/]/.test(char) ? `\\${char}` : char;
}

/** Puts the lists of `words` in place of their names. */
function expand(say: string, words: Readonly<Record<string, string>>): string {
  return say.replace(/\{(\w+)\}/g, (whole, name: string) =>
    words[name] === undefined ? whole : `(${words[name]})`,
  );
}

/** Source of the pattern for one phrase without its flags. */
export function patternOf(say: string): string {
  let source = '';
  for (let at = 0; at < say.length; at++) {
    const char = say[at]!;
    if (say.startsWith('{author}', at)) {
      source += '(?<author>[^:;\\n]{1,80}?)';
      at += 7;
    } else if (say.startsWith('{outlet}', at)) {
      const ends = /^\{outlet\}\]?\s*\$?$/.test(say.slice(at).trim());
      source += ends ? '(?<outlet>\\S.{0,200})' : '(?<outlet>\\S.{0,160}?)';
      at += 7;
    } else if (char === '\\') source += escapeLiteral(say[++at] ?? '');
    else if (char === '^' && at === 0) {
      source += LEAD;
      if (say[at + 1] === ' ') at++;
    } else if (char === '$') continue;
    else if (char === '(') source += '(?:';
    else if (char === '[') source += '(?:(?:';
    else if (char === ')') source += ')';
    else if (char === '|') source += '|';
    else if (char === ']') {
      source += say[at + 1] === ' ' ? `)${BETWEEN})?` : '))?';
      if (say[at + 1] === ' ') at++;
    } else if (char === ' ')
      source += say.slice(at).trim() === '' || say.slice(at).trim() === '$' ? '' : BETWEEN;
    else source += escapeLiteral(char);
  }
  const opensWithWord = /^[\p{L}({]/u.test(say);
  return (opensWithWord ? '(?<![\\p{L}\\p{N}])' : '') + source;
}

function compile(kind: CreditKind, say: string, words: Readonly<Record<string, string>>): Phrase {
  const flags = new Set([...say.matchAll(/\s#([a-z]+)/g)].map((match) => match[1]!));
  const plain = expand(say.replace(/\s#[a-z]+/g, ''), words).trim();
  return {
    kind,
    pattern: new RegExp(patternOf(plain), 'iu'),
    mustEnd: plain.endsWith('$'),
    flags,
    say,
  };
}

let compiled: Phrase[] | undefined;

/** All phrases, in the order of the table. Compiled at first use. */
export function creditPhrases(): readonly Phrase[] {
  compiled ??= data.kinds.flatMap(({ kind, phrases }) =>
    isKind(kind) ? phrases.map((say) => compile(kind, say, data.words)) : [],
  );
  return compiled;
}
