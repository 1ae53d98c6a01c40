/** The noun phrase that a verb of saying has beside it: its subject before it, or the speaker behind it ("said Ann Carter"). */

import { isClosed } from '@/lib/core/text';
import { familyOf } from '../actors/heads';
import { isCue } from '../cues';
import type { Word } from '../words';

/** Words `[from, to)`. */
export interface Phrase {
  from: number;
  to: number;
}

const pronoun = /^(?:he|she|they|it|i|we|who|you)$/;
const determiner =
  /^(?:the|a|an|his|her|its|their|our|my|one|some|several|many|two|three|another|this|that)$/;
/** Words that may stand between a subject and its verb. */
const between =
  /^(?:has|have|had|also|then|later|further|again|recently|reportedly|once|now|just|still|simply|even|previously|earlier|both|all|himself|herself|was|is|are|were|been|being|would|will|could|did|not|never|repeatedly|famously|only|aptly|today|yesterday|on|in|.+ly)$/;
const day = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
/** With one of these before it a verb in the past says what was said to its subject, or of it. */
const passive = /^(?:was|is|are|were|been|being)$/;
const link = /^(?:of|for|at|from|with|in|and|&|to|the|de|van|von|al|bin|on)$/;
/** What makes a phrase behind it no subject. */
const preposition =
  /^(?:about|after|amid|at|before|by|despite|during|for|from|in|near|of|on|over|since|to|under|until|with|within|without)$/;
const longest = 12;

/** "Anybody", "nobody": no speaker. */
const nobody = /^(?:anybody|anyone|everybody|everyone|nobody|somebody|someone)$/;

/** Whether a phrase names no speaker: "nobody", "47%". */
export function namesNobody(words: readonly Word[], { from, to }: Phrase): boolean {
  return (
    words.slice(Math.max(0, from - 1), to).some(({ low }) => nobody.test(low)) ||
    words.slice(from, to).every(({ low }) => /^\d/.test(low))
  );
}

export function isPronoun(low: string): boolean {
  return pronoun.test(low);
}

/** The speaker behind a verb, up to a comma or a small word; `null` where something else stands there. */
export function phraseAfter(text: string, words: readonly Word[], cue: number): Phrase | null {
  const from = cue + 1;
  const first = words[from];
  if (!first || !/^[ \u00a0]+$/.test(text.slice(words[cue]!.end, first.start))) return null;
  if (isPronoun(first.low)) return { from, to: from + 1 };
  if (/^(?:that|this)$/.test(first.low)) return null;
  if (!first.capital && !determiner.test(first.low) && isClosed(first.low)) return null;
  let to = from;
  while (to < words.length && to - from < longest) {
    const word = words[to]!;
    if (to > from && !isJoined(text, words[to - 1]!, word)) break;
    const isFirst = to === from;
    const isLinked = !isFirst && link.test(word.low) && to + 1 < words.length && isNoun(words[to + 1]!);
    if (!isNoun(word) && !(isFirst && determiner.test(word.low)) && !isLinked) break;
    to++;
  }
  while (to > from && link.test(words[to - 1]!.low)) to--;
  const isNamed = words.slice(from, to).some(({ capital }) => capital);
  const isDescribed = determiner.test(first.low) && to - from >= 2;
  return to > from && (isNamed || isDescribed || (to - from <= 3 && !isCue(words[to - 1]!.low)))
    ? { from, to }
    : null;
}

function isNoun(word: Word): boolean {
  return word.capital ? true : !isClosed(word.low);
}

function isJoined(text: string, before: Word, after: Word): boolean {
  const between = text.slice(before.end, after.start);
  return /^(?:['’]s?)?[ \u00a0]+$/.test(between) || /^\.? ?$/.test(between) || /^(?:-| & )$/.test(between);
}

/** The subject before a verb: right before it, or before what commas or brackets set apart; `null` also where it is spoken to or of. */
export function phraseBefore(text: string, words: readonly Word[], cue: number): Phrase | null {
  const mayBePassive = !/ing$|^quoted$/.test(words[cue]!.low);
  let at = cue - 1;
  while (at >= 0 && isBetween(words[at]!) && !hasComma(text, words, at)) {
    if (mayBePassive && passive.test(words[at]!.low)) return null;
    at--;
  }
  at = beforeBrackets(text, words, at);
  if (at < 0) return null;
  if (hasComma(text, words, at)) {
    const subject = beforeApposition(text, words, at);
    if (subject) return subject;
  }
  return beforeOpenApposition(text, words, at) ?? phraseEnding(text, words, at);
}

/** "Today" with a capital is part of a name. */
function isBetween({ low, capital }: Word): boolean {
  return capital ? day.test(low) : between.test(low) || day.test(low);
}

/** "Ann Carter (R-Ohio) said": the word before the bracket that closes behind word `at`, or `at`. */
function beforeBrackets(text: string, words: readonly Word[], at: number): number {
  if (at < 0 || !textBehind(text, words, at).includes(')')) return at;
  let open = at;
  while (open > 0 && !textBehind(text, words, open - 1).includes('(')) open--;
  return open - 1;
}

function textBehind(text: string, words: readonly Word[], at: number): string {
  const next = words[at + 1];
  return next === undefined ? '' : text.slice(words[at]!.end, next.start);
}

/** "Ann Carter, the leader of the council in Oldtown told …": the second comma is missing. */
function beforeOpenApposition(text: string, words: readonly Word[], last: number): Phrase | null {
  for (let at = last - 1; at >= 0 && last - at < 20; at--) {
    if (!textBehind(text, words, at).includes(',')) continue;
    const described = words.slice(at + 1, at + 6).filter(({ low }) => !determiner.test(low));
    const isOffice = described.slice(0, 2).some(({ low }) => familyOf(low) === 'role' || low === 'head');
    const subject = isOffice ? phraseEnding(text, words, at) : null;
    const before = subject && words[subject.from - 1];
    const isFree = !before || !isClosed(before.low) || /^(?:and|but|that|as)$/.test(before.low);
    return subject && words[subject.from]!.capital && isFree ? subject : null;
  }
  return null;
}

/** Whether a comma or a closing mark stands behind a word. */
function hasComma(text: string, words: readonly Word[], at: number): boolean {
  return /[,)–—]/.test(textBehind(text, words, at));
}

/** What an apposition begins with: an article, a relative, an office, an age. */
const describes =
  /^(?:the|a|an|who|which|whose|whom|his|her|their|its|one|head|chief|now|then|formerly|\d{1,3}|\p{Ll}.*)$/u;

/** "Ann Carter, the mayor of Oldtown, who was there, said": the words behind each comma describe who is before it. */
function beforeApposition(text: string, words: readonly Word[], last: number): Phrase | null {
  let subject: Phrase | null = null;
  for (let at = last - 1; at >= 0 && last - at < 40; at--) {
    if (!hasComma(text, words, at)) continue;
    const phrase = phraseEnding(text, words, at);
    if (!phrase) continue;
    const isFree = !preposition.test(words[phrase.from - 1]?.low ?? '');
    const isNamed = words.slice(phrase.from, phrase.to).some(({ capital }) => capital);
    const isDescribed =
      describes.test(words[at + 1]!.text) ||
      isSuffix(words, at + 1, last) ||
      (isFree && isOwned(words, at + 1));
    if (isDescribed && (isNamed || (isFree && determiner.test(words[phrase.from]!.low)))) subject = phrase;
  }
  return subject;
}

/** "…, Oldtown Ferry’s chief engineer": whose somebody is. */
function isOwned(words: readonly Word[], at: number): boolean {
  const owner = words.slice(at, at + 4).findIndex(({ possessive }) => possessive);
  return owner >= 0 && words.slice(at, at + owner).every(({ capital }) => capital);
}

/** "D-Vt.", "R-Texas", "Ohio Democrat": where a politician is from. */
function isSuffix(words: readonly Word[], at: number, last: number): boolean {
  if (/^[RDI]-/.test(words[at]!.text)) return true;
  const isParty = /^(?:Republican|Democrat)$/.test(words[last]!.text);
  return last - at < 4 && (isParty || /^(?:[RDI]|[A-Z][a-z]{1,4})$/.test(words[at]!.text));
}

/** The noun phrase that ends with word `last`. */
function phraseEnding(text: string, words: readonly Word[], last: number): Phrase | null {
  const end = words[last]!;
  if (isPronoun(end.low)) return { from: last, to: last + 1 };
  if (isClosed(end.low) && !(end.capital && /^(?:may|today)$/.test(end.low))) return null;
  let from = last;
  while (from > 0 && last - from < longest) {
    const before = words[from - 1]!;
    if (!isJoined(text, before, words[from]!)) break;
    if (determiner.test(before.low)) {
      from--;
      const [link, noun] = [words[from - 1], words[from - 2]];
      if (!link || !noun || !/^(?:of|for|at|from|with)$/.test(link.low) || !isNoun(noun)) break;
      from--;
      continue;
    }
    const isLink = /^(?:of|for|at|from|with)$/.test(before.low) && from >= 2 && isNoun(words[from - 2]!);
    if (!isLink && (isClosed(before.low) || isCue(before.low))) break;
    from--;
  }
  while (from < last && /^(?:of|for|at|from|with)$/.test(words[from]!.low)) from++;
  return { from: withFirstOfTwo(text, words, from), to: last + 1 };
}

/** "Ann Carter and Tom Reed": where the first of two names begins; behind "of" it is what something is of. */
function withFirstOfTwo(text: string, words: readonly Word[], from: number): number {
  if (!words[from]!.capital || words[from - 1]?.low !== 'and') return from;
  let first = from - 1;
  while (first > 0 && words[first - 1]!.capital && isJoined(text, words[first - 1]!, words[first]!)) first--;
  const isPlaced = preposition.test(words[first - 1]?.low ?? '');
  return first < from - 1 && !isPlaced ? first : from;
}
