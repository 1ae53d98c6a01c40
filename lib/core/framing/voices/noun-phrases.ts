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

const PRONOUN = /^(?:he|she|they|it|i|we|who|you)$/;
const DETERMINER =
  /^(?:the|a|an|his|her|its|their|our|my|one|some|several|many|two|three|another|this|that)$/;
/** Words that may stand between a subject and its verb. */
const BETWEEN =
  /^(?:has|have|had|also|then|later|further|again|recently|reportedly|once|now|just|still|simply|even|previously|earlier|both|all|himself|herself|was|is|are|were|been|being|would|will|could|did|not|never|repeatedly|famously|only|aptly|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|on|in|.+ly)$/;
const LINK = /^(?:of|for|at|from|with|in|and|&|to|the|de|van|von|al|bin|on)$/;
const LONGEST = 12;

/** "Anybody", "nobody": no speaker. */
const NOBODY = /^(?:anybody|anyone|everybody|everyone|nobody|somebody|someone)$/;

/** Whether a phrase names no speaker. */
export function namesNobody(words: readonly Word[], { from, to }: Phrase): boolean {
  return words.slice(Math.max(0, from - 1), to).some(({ low }) => NOBODY.test(low));
}

export function isPronoun(low: string): boolean {
  return PRONOUN.test(low);
}

/** The speaker behind a verb, up to a comma or a small word; `null` where something else stands there. */
export function phraseAfter(text: string, words: readonly Word[], cue: number): Phrase | null {
  const from = cue + 1;
  const first = words[from];
  if (!first || !/^[ \u00a0]+$/.test(text.slice(words[cue]!.end, first.start))) return null;
  if (isPronoun(first.low)) return { from, to: from + 1 };
  if (/^(?:that|this)$/.test(first.low)) return null;
  if (!first.capital && !DETERMINER.test(first.low) && isClosed(first.low)) return null;
  let to = from;
  while (to < words.length && to - from < LONGEST) {
    const word = words[to]!;
    if (to > from && !isJoined(text, words[to - 1]!, word)) break;
    const isFirst = to === from;
    const isLinked = !isFirst && LINK.test(word.low) && to + 1 < words.length && isNoun(words[to + 1]!);
    if (!isNoun(word) && !(isFirst && DETERMINER.test(word.low)) && !isLinked) break;
    to++;
  }
  while (to > from && LINK.test(words[to - 1]!.low)) to--;
  const isNamed = words.slice(from, to).some(({ capital }) => capital);
  const isDescribed = DETERMINER.test(first.low) && to - from >= 2;
  return to > from && (isNamed || isDescribed || (to - from <= 3 && !isCue(words[to - 1]!.low)))
    ? { from, to }
    : null;
}

function isNoun(word: Word): boolean {
  return word.capital ? true : !isClosed(word.low);
}

function isJoined(text: string, before: Word, after: Word): boolean {
  const between = text.slice(before.end, after.start);
  return /^(?:['’]s?)?[ \u00a0]+$/.test(between) || /^\.? ?$/.test(between) || /^-$/.test(between);
}

/** The subject before a verb: right before it, or before what a pair of commas sets apart. */
export function phraseBefore(text: string, words: readonly Word[], cue: number): Phrase | null {
  let at = cue - 1;
  while (at >= 0 && BETWEEN.test(words[at]!.low) && !hasComma(text, words, at)) at--;
  if (at < 0) return null;
  if (hasComma(text, words, at)) {
    const subject = beforeApposition(text, words, at);
    if (subject) return subject;
  }
  return beforeOpenApposition(text, words, at) ?? phraseEnding(text, words, at);
}

/** "Ann Carter, the leader of the council in Oldtown told …": the second comma is missing. */
function beforeOpenApposition(text: string, words: readonly Word[], last: number): Phrase | null {
  for (let at = last - 1; at >= 0 && last - at < 20; at--) {
    if (!hasComma(text, words, at)) continue;
    const described = words.slice(at + 1, at + 6).filter(({ low }) => !DETERMINER.test(low));
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
  const next = words[at + 1];
  return next !== undefined && /[,)–—]/.test(text.slice(words[at]!.end, next.start));
}

/** What an apposition begins with: an article, a relative, an office, an age. */
const DESCRIBES =
  /^(?:the|a|an|who|which|whose|whom|his|her|their|its|one|head|chief|now|then|formerly|\d{1,3}|\p{Ll}.*)$/u;

/** "Ann Carter, the mayor of Oldtown, who was there, said": the words behind each comma describe who is before it. */
function beforeApposition(text: string, words: readonly Word[], last: number): Phrase | null {
  let subject: Phrase | null = null;
  for (let at = last - 1; at >= 0 && last - at < 40; at--) {
    if (!hasComma(text, words, at)) continue;
    const isDescribed = DESCRIBES.test(words[at + 1]!.text) || isSuffix(words, at + 1, last);
    const phrase = phraseEnding(text, words, at);
    if (!isDescribed || !phrase) continue;
    const isNamed = words.slice(phrase.from, phrase.to).some(({ capital }) => capital);
    if (isNamed || DETERMINER.test(words[phrase.from]!.low)) subject = phrase;
  }
  return subject;
}

/** "(D-Vt.)", "R-Texas": where a politician is from. */
function isSuffix(words: readonly Word[], at: number, last: number): boolean {
  return last - at < 4 && /^(?:[RDI](?:-.*)?|[A-Z][a-z]{1,4})$/.test(words[at]!.text);
}

/** The noun phrase that ends with word `last`. */
function phraseEnding(text: string, words: readonly Word[], last: number): Phrase | null {
  const end = words[last]!;
  if (isPronoun(end.low)) return { from: last, to: last + 1 };
  if (isClosed(end.low) && !(end.low === 'may' && end.capital)) return null;
  let from = last;
  while (from > 0 && last - from < LONGEST) {
    const before = words[from - 1]!;
    if (!isJoined(text, before, words[from]!)) break;
    if (DETERMINER.test(before.low)) {
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
  return { from, to: last + 1 };
}
