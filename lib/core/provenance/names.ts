import { outletNamed } from '@/lib/core/article';
import { hasPressWord, isInstitution, isOutletLike, isPersonLike, personName } from './name-shapes';

/** Names at the head of a stretch of text. */
export interface NamesRead {
  /** Names that may be outlets, as printed, in order. */
  outlets: string[];
  /** Persons named beside them ("CNN's Ann Carter"). */
  authors: string[];
  /** What stands after the names. */
  rest: string;
  /** A mark that ends a phrase stands right behind the last name (a comma does not). */
  closed: boolean;
}

interface Word {
  /** Without closing punctuation. */
  bare: string;
  start: number;
  end: number;
  /** Closing punctuation that ends the name, if any. */
  stop: string;
}

/** Longest name in words, most names in one line. */
const longestName = 8;
const mostNames = 8;

const connector = /^(?:of|the|for|de|la|le|les|des|du|der|die|das|del|della|di|el|al|i|&|\+|-|–)$/iu;
const nameWord =
  /^(?:[\p{Lu}\p{Lo}\p{N}@#“][\p{L}\p{M}\p{N}'’.&+!/_-]*|\p{Ll}{1,4}[\p{Lu}\p{N}-][\p{L}\p{N}.-]*|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)$/u;
const possessive = /(?:['’]s|(?<=s)['’])$/u;
const role =
  /^(?:writers?|reporters?|correspondents?|staff|producers?|editors?|journalists?|contributors?|analysts?|reporting|columnists?)$/i;
const owned = /^(?:blog|column|site|website|newsletter|report|article|story|piece|post|book|show|paper)$/i;

/** Units of a stretch that are read. */
const longestRead = 240;
const printed = /\S+/gu;

/** Words of a stretch, with closing punctuation apart. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const read = text.slice(0, longestRead);
  printed.lastIndex = 0;
  for (let match = printed.exec(read); match; match = printed.exec(read)) {
    const printed = match[0];
    const lead = /^[("“«‘[*_]*/u.exec(printed)?.[0].length ?? 0;
    const body = printed.slice(lead);
    const stop = /[)\]”"»*_,;:.!?…]*$/u.exec(body)?.[0] ?? '';
    let bare = body.slice(0, body.length - stop.length);
    let kept = stop;
    if (
      /^(?:\p{Lu}\.)+\p{Lu}$|^\p{Lu}$|^(?:Prof|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Col|Lt|St|Rev|Inc|Corp|Co|Ltd)$/u.test(
        bare,
      ) &&
      kept.startsWith('.')
    ) {
      bare += '.';
      kept = kept.slice(1);
    }
    if (bare === '' && body !== '') bare = body;
    const start = match.index + lead;
    words.push({ bare, start, end: start + bare.length, stop: kept });
    if (words.length >= 40) break;
  }
  return words;
}

/** The longest known outlet's name at word `at`, in words; 0 if none stands there. */
function knownLength(text: string, words: Word[], at: number): number {
  const most = Math.min(words.length - at, longestName);
  for (let count = most; count > 0; count--) {
    const first = words[at]!;
    const last = words[at + count - 1]!;
    const printed = text.slice(first.start, last.end).replace(possessive, '');
    const inner = words.slice(at, at + count - 1);
    if (inner.some(({ stop }) => /[:;?)\]”"]/.test(stop))) continue;
    const known = outletNamed(printed);
    if (!known) continue;
    const capital = /[\p{Lu}\p{Lo}\p{N}.]/u.test(printed);
    if (capital || /^(?:dpa|epd|ntv|n-tv|taz|euronews)$/.test(printed)) return count;
  }
  return 0;
}

/** Words from `at` on that read as one capitalised name. */
function capitalisedLength(words: Word[], at: number): number {
  let count = 0;
  while (at + count < words.length && count < longestName) {
    const word = words[at + count]!;
    if (nameWord.test(word.bare)) {
      count++;
      if (word.stop !== '' || possessive.test(word.bare)) break;
      continue;
    }
    const next = words[at + count + 1];
    const joins = connector.test(word.bare) && word.stop === '' && next && nameWord.test(next.bare);
    if (!joins) break;
    count++;
  }
  return count;
}

/** Whether a known one-word name is only the first word of another outlet's ("Independent Review Journal"). */
function isLongerName(text: string, words: Word[], at: number, run: number): boolean {
  const next = words[at + 1]!;
  if (/^(?:ABC|CBS|NBC|FOX|Fox|PBS|CW)$/.test(words[at]!.bare)) return !connector.test(next.bare);
  if (!/^\p{Lu}\p{Ll}+$/u.test(words[at]!.bare) || connector.test(next.bare)) return false;
  const printed = text.slice(next.start, words[at + run - 1]!.end);
  return hasPressWord(printed) || isOutletLike(printed);
}

/** "dpa/AFP" names two where both sides are known, "AFP/Harbour Post" where the first is an agency. */
function withSplitPairs(text: string): string {
  return text.replace(/([\p{L}.]{2,20})\/(?=([\p{L}.]{2,20}))/gu, (pair, first: string, second: string) =>
    (outletNamed(first)?.kind === 'agency' && /^\p{Lu}\p{Ll}/u.test(second)) ||
    (outletNamed(first) && outletNamed(second.replace(/\.$/, '')))
      ? `${first}, `
      : pair,
  );
}

/**
 * Reads the names that a stretch of text begins with: "The Harbour Post and KQED", "CNN's Ann Carter", "Tom Reed's blog The Lid".
 * Known names win over capitals; a list goes on over commas, "and", "&", "with" and strokes. Bounded by 240 units.
 */
export function readNames(printed: string): NamesRead {
  const text = withSplitPairs(printed);
  const words = wordsOf(text);
  const outlets: string[] = [];
  const authors: string[] = [];
  let at = 0;
  let read = 0;
  let closed = false;
  let ofOutlet = false;
  while (words[at] && /^\d{1,2}[.:]\d\d(?:[ap]m)?$/i.test(words[at]!.bare)) at++;
  while (at < words.length && outlets.length + authors.length < mostNames) {
    if (words[at]!.bare === 'the' && words[at]!.stop === '') at++;
    if (at >= words.length) break;
    let known = knownLength(text, words, at);
    const run = capitalisedLength(words, at);
    const article = words[at]!.bare === 'The' ? 1 : 0;
    if (known === 1 + article && run > known && isLongerName(text, words, at + article, run - article))
      known = 0;
    const count = known || run;
    if (count === 0) break;
    const last = words[at + count - 1]!;
    const printed = text.slice(words[at]!.start, last.end).replace(/\s+[/|]$/, '');
    const owns = possessive.test(printed) && (last.stop === '' || known > 0);
    const name = owns ? printed.replace(possessive, '') : printed;
    at += count;
    read = last.end + last.stop.length;
    closed = /[^,]/.test(last.stop);
    const isPerson: boolean =
      known === 0 && (isPersonLike(name) || (ofOutlet && /\s/.test(name) && !isOutletLike(name)));
    if (isPerson) authors.push(personName(name));
    else outlets.push(name);
    if (owns) {
      ofOutlet ||= !isPerson;
      if (known === 0 && !isPerson && !isOutletLike(name)) {
        outlets.pop();
        if (!/^the\s/i.test(name) && name.split(' ').length <= 3 && !isInstitution(name))
          authors.push(personName(name));
      }
      if (words[at] && owned.test(words[at]!.bare)) at++;
      if (words[at] && !nameWord.test(words[at]!.bare)) break;
      continue;
    }
    while (words[at] && role.test(words[at]!.bare)) {
      read = words[at]!.end + words[at]!.stop.length;
      at++;
    }
    const next = words[at];
    if (next === undefined) break;
    if (/^(?:and|&|\+|with|via|und|et|y|e|и|و)$/u.test(next.bare)) {
      at++;
      continue;
    }
    if (/^[/|]$/.test(next.bare)) break;
    if (!/^[,)]*,$/.test(last.stop)) break;
  }
  return { outlets, authors, rest: text.slice(read), closed };
}
