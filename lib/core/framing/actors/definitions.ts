/**
 * What a text itself says to be one actor: "Syrian Arab Army (SAA)", "the SDF (hereafter referred to as … the HSD)",
 * "Al Qaeda, formerly al-Nusra", "a rebel group, the Lions of the East", "the HSD are separatist Kurds".
 */
import { outletNamed } from '@/lib/core/article';
import type { Read } from '../told';
import type { Mention } from './mentions';

/** Two mentions that the text makes one. */
export type Definition = [Mention, Mention];

/** Words between two names that say that one is the other's name. */
const calling =
  /^[\s,(]{1,3}(?:hereafter|henceforth|formerly|previously|also|better|now|originally|otherwise)?\s?(?:referred to as|known as|called|aka|a\.k\.a\.|formerly|hereafter|renamed|rebranded as)?\s?(?:[\p{Ll}\s]{0,30}?)(?:the\s|as\s|simply\s)*$/iu;
const saysSo =
  /hereafter|henceforth|formerly|previously|known as|called|aka|a\.k\.a|referred to as|renamed|rebranded/i;
const inBrackets = /^ ?\((?:the )?$/;
const longestGap = 60;

/** Definitions of one article, by its mentions in order. */
export function definitionsIn({ article }: Read, mentions: readonly Mention[]): Definition[] {
  const found: Definition[] = [];
  let called: Mention | null = null;
  for (let at = 1; at < mentions.length; at++) {
    const [before, after] = [mentions[at - 1]!, mentions[at]!];
    if (before.sentence !== after.sentence || after.span.start < before.span.end) continue;
    const source = before.sentence.field === 'title' ? (article.title ?? '') : article.text;
    const between = source.slice(before.span.end, after.span.start);
    const closing = source.slice(after.span.end, after.span.end + 2);
    if (between.length > longestGap) {
      called = null;
      continue;
    }
    const wasCalled = called;
    called = null;
    if (isAcronym(before, after) && (inBrackets.test(between) || /^, (?:the |or )?$/.test(between)))
      found.push([before, after]);
    else if (
      bothNamed(before, after) &&
      inBrackets.test(between) &&
      /^\)/.test(closing) &&
      !isPlaceholder(after)
    )
      found.push([before, after]);
    else if (bothNamed(before, after) && saysSo.test(between) && calling.test(between)) {
      found.push([before, after]);
      called = before;
    } else if (wasCalled && bothNamed(before, after) && /^,? or (?:the )?$/.test(between))
      found.push([wasCalled, after]);
    else if (isApposed(before, after, between)) found.push([before, after]);
  }
  return found;
}

/** A party, or the outlet of a dateline: "Ann Carter (R)", "OLDTOWN (AP)". */
function isPlaceholder({ name }: Mention): boolean {
  return name === null || /^[RDI]$/.test(name) || outletNamed(name) !== null;
}

function bothNamed(a: Mention, b: Mention): boolean {
  return a.kind === 'name' && b.kind === 'name' && a.name !== b.name;
}

/** The capitals of a name's words, small words left out, end in the short name. */
function isAcronym(long: Mention, short: Mention): boolean {
  if (short.name === null || !/^\p{Lu}[\p{Lu}\p{Ll}]{1,6}$/u.test(short.name) || long === short) return false;
  const words = long.sentence.words
    .slice(long.chunk.from, long.chunk.to)
    .flatMap(({ text }) => text.split('-'))
    .filter((word) => /^\p{Lu}/u.test(word));
  const initials = words.map((word) => word[0]).join('');
  const asked = short.name.toUpperCase();
  return words.length >= 2 && (initials.endsWith(asked) || isBlend(words, asked));
}

/** "Russian Airforce (RuAF)": the letters in order, beginning with the first word's. */
function isBlend(words: readonly string[], asked: string): boolean {
  const letters = words.join('').toUpperCase();
  if (letters[0] !== asked[0] || asked.length < 3) return false;
  let at = 0;
  for (const letter of letters) if (letter === asked[at]) at++;
  return at === asked.length && asked.length >= words.length;
}

/** A group beside a name: "US Kurdish proxies, the SDF", "the SDF, a US-backed force", "the HSD are separatist Kurds". */
function isApposed(before: Mention, after: Mention, between: string): boolean {
  const isGroup = ({ kind, nation }: Mention) =>
    kind === 'group' || (kind === 'country' && nation === 'Kurdistan');
  const group = isGroup(before) ? before : isGroup(after) ? after : null;
  const name = group === before ? after : before;
  if (!group || name.kind !== 'name' || group.chunk === name.chunk) return false;
  if (group.chunk.pieces.some(({ tag }) => tag === 'name')) return false;
  if (group === before) return /^(?: in question)?, (?:the )?$/.test(between);
  return /^\)?, (?:an? |the )$/.test(between) || /^ (?:is|are|was|were) (?:an? |the )?$/.test(between);
}
