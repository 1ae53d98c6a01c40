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
  /** A line without one of these words cannot match (lower case). */
  needs: readonly string[];
}

/** A space between two words, or no space where one side is no letter ("Source: X", "(via X)"). */
const BETWEEN = '(?:\\s+|(?<![^\\s\\p{P}\\p{S}])|(?![^\\s\\p{P}\\p{S}]))';
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
function patternOf(say: string): string {
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
    } else if (say.startsWith('{gap}', at)) {
      source += '[^.:!?]{0,80}?';
      at += 4;
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
  return (opensWithWord ? '(?<![^\\s\\p{P}\\p{S}])' : '') + source;
}

/** The pattern of a phrase, and words of which a matching line has at least one. Other tables of phrases use the same language. */
export function compilePhrase(
  say: string,
  words: Readonly<Record<string, string>>,
): { pattern: RegExp; needs: readonly string[]; plain: string } {
  const plain = expand(say.replace(/\s#[a-z]+/g, ''), words).trim();
  return { pattern: new RegExp(patternOf(plain), 'iu'), needs: neededWords(plain), plain };
}

function compile(kind: CreditKind, say: string, words: Readonly<Record<string, string>>): Phrase {
  const flags = new Set([...say.matchAll(/\s#([a-z]+)/g)].map((match) => match[1]!));
  const { pattern, needs, plain } = compilePhrase(say, words);
  return {
    kind,
    pattern,
    mustEnd: plain.endsWith('$'),
    flags,
    say,
    needs,
  };
}

/** Words too common to tell anything. */
const COMMON = new Set(
  'a an the this that our is was are were has have been had by from of on in at for to with via and or as more read see up it you can may be not story report part the article post'.split(
    ' ',
  ),
);

/** First words of the least common part that a phrase cannot do without. */
function neededWords(say: string): string[] {
  const required = topLevel(say)
    .filter((part) => !/^[[^$]|^\{/.test(part))
    .map((part) =>
      alternatives(part).map((choice) => /[\p{L}\p{N}]+/u.exec(choice)?.[0]?.toLowerCase() ?? ''),
    )
    .filter((words) => words.every((word) => word !== ''));
  const commonest = (words: string[]) => words.filter((word) => COMMON.has(word)).length / words.length;
  const [best] = required.sort((a, b) => commonest(a) - commonest(b));
  return best ?? [];
}

/** A phrase's parts at its top level: words, groups with their brackets. */
function topLevel(say: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let open = '';
  for (const char of say) {
    if (char === '(' || char === '[') depth++;
    if (char === ')' || char === ']') depth--;
    if (char === ' ' && depth === 0) {
      if (open !== '') parts.push(open);
      open = '';
    } else open += char;
  }
  return open === '' ? parts : [...parts, open];
}

/** Alternatives of a group, nested groups flattened to their beginnings. */
function alternatives(part: string): string[] {
  return part
    .replace(/^\(|\)$/g, '')
    .split('|')
    .map((choice) => choice.replace(/[()[\]\\]/g, ' ').trim());
}

interface Compiled {
  byWord: Map<string, Phrase[]>;
  /** Phrases without a word to look for. */
  always: Phrase[];
  order: Map<Phrase, number>;
}

let compiled: Compiled | undefined;

/** All phrases by the words they need. Compiled at first use. */
function compiledPhrases(): Compiled {
  if (compiled) return compiled;
  compiled = { byWord: new Map(), always: [], order: new Map() };
  for (const { kind, phrases } of data.kinds) {
    if (!isKind(kind)) continue;
    for (const say of phrases) {
      const phrase = compile(kind, say, data.words);
      compiled.order.set(phrase, compiled.order.size);
      if (phrase.needs.length === 0) compiled.always.push(phrase);
      for (const word of new Set(phrase.needs)) {
        const list = compiled.byWord.get(word) ?? [];
        list.push(phrase);
        compiled.byWord.set(word, list);
      }
    }
  }
  return compiled;
}

const WORDS = /[\p{L}\p{N}]+/gu;

/** Phrases that a stretch may match, in the order of the table. Nearly every sentence of a page gets none. */
export function phrasesFor(text: string): Phrase[] {
  const { byWord, always, order } = compiledPhrases();
  const found = new Set(always);
  for (const [word] of text.toLowerCase().matchAll(WORDS))
    for (const phrase of byWord.get(word) ?? []) found.add(phrase);
  return [...found].sort((a, b) => order.get(a)! - order.get(b)!);
}
