/**
 * Runs of words that read as one name: capitals joined by "of", "al-", "bin" and their kin. English writing is assumed;
 * elsewhere only runs of two capitals and more are names.
 */
import { givenNames } from '@/lib/core/provenance/given-names';
import { isClosed } from '@/lib/core/text';
import { isTitle } from './actors/titles';
import type { Capitals } from './capitals';
import type { Read, Sentence } from './told';

/** A name in a sentence: words `[from, to)`. */
export interface NameRun {
  sentence: Sentence;
  from: number;
  to: number;
}

const connector = /^(?:of|al|el|ez|bin|ibn|abu|de|van|von|der|den|da|di|la|le|du|del)$/;
/** "British-based", "Isil-held", "IS-bastion": says of the name behind it whose it is. */
export const belonging = /-\p{Ll}*(?:ed|held|run|born)$|^[\p{Lu}.]{2,}-\p{Ll}/u;
/** "D-Vt.", "R-Texas". */
const ofParty = /^[RDI]-\p{Lu}/u;
/** Longest name in words. */
const longestName = 9;

/** Names of a sentence, in order. */
export function namesIn(read: Read, sentence: Sentence, capitals: Capitals): NameRun[] {
  const source = sentence.field === 'title' ? (read.article.title ?? '') : read.article.text;
  const { words } = sentence;
  const found: NameRun[] = [];
  let at = 0;
  while (at < words.length) {
    if (!opensName(sentence, at, capitals)) {
      at++;
      continue;
    }
    let to = at + 1;
    while (to < words.length && to - at < longestName) {
      if (!isJoined(source, sentence, to)) break;
      if (capitals.isName(sentence, to) || isSurname(sentence, to)) {
        to++;
        continue;
      }
      const next = to + 1;
      const isLink =
        connector.test(words[to]!.low) && next < words.length && isJoined(source, sentence, next);
      if (!isLink || !capitals.isName(sentence, next)) break;
      to += 2;
    }
    if (read.english || to - at > 1) found.push({ sentence, from: at, to });
    at = to;
  }
  return found;
}

function opensName(sentence: Sentence, at: number, capitals: Capitals): boolean {
  const word = sentence.words[at]!;
  if (!word.capital || belonging.test(word.text) || ofParty.test(word.text)) return false;
  if (isTitle(word.low) && sentence.words[at + 1]?.capital) return true;
  return capitals.isName(sentence, at) || startsPerson(sentence, at) || isDescribed(sentence, at, capitals);
}

/** "Marte Hollin, who leads the union, …" at a sentence's start: the first of two capitals is a given name though nothing is known of it. */
function isDescribed({ words, field }: Sentence, at: number, capitals: Capitals): boolean {
  const [first, second, next] = [words[at]!, words[at + 1], words[at + 2]];
  if (field !== 'text' || at !== 0 || !second?.capital || !next) return false;
  if (isClosed(first.low) || capitals.isCommon(first.low)) return false;
  return next.low === 'who' && second.start - first.end === 1 && next.start - second.end === 2;
}

/** A known given name before another capital opens a name also where nothing else is known of it. */
function startsPerson({ words }: Sentence, at: number): boolean {
  return givenNames.has(words[at]!.low) && words[at + 1]?.capital === true;
}

/** "May" behind "Theresa" or "Mrs." is a surname. */
function isSurname({ words }: Sentence, at: number): boolean {
  const before = words[at - 1]!;
  return words[at]!.capital && (givenNames.has(before.low) || isTitle(before.low));
}

/** Whether nothing but a space, or the stop of an abbreviation, stands before a word. */
function isJoined(source: string, { words }: Sentence, at: number): boolean {
  const before = words[at - 1]!;
  if (before.possessive) return false;
  const between = source.slice(before.end, words[at]!.start);
  if (/^[ \u00a0]$/.test(between) || /^ ?- ?$/.test(between)) return true;
  return /^\. ?$/.test(between) && (/^\p{Lu}$/u.test(before.text) || isTitle(before.low));
}
