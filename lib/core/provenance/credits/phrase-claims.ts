import { outletAt, outletNamed } from '@/lib/core/article';
import { knownMentions } from '../mentions';
import {
  isInstitution,
  isOutletLike,
  isPersonLike,
  isPlatform,
  isPressName,
  personName,
} from '../name-shapes';
import { readNames } from '../names';
import type { CreditKind } from '../types';
import { type Claim, linkFor } from './claim';
import { readCopyright } from './copyright';
import { creditStart } from './phrase-language';
import { type Phrase, phrasesFor } from './phrases';
import { isDate, isPictureCredit, isScoop } from './refusals';
import type { Unit } from './units';

/** What the table's phrases say of a unit: at most one claim, by the first phrase that holds. */
export function readPhrases(unit: Unit): Claim | null {
  for (const phrase of phrasesFor(unit.text, unit.place)) {
    if (phrase.flags.has('signed') && !opensWithPerson(unit.text)) continue;
    const match = phrase.compiled.pattern.exec(unit.text);
    const claim = match && claimOf(phrase, match, unit);
    if (claim) return claim;
  }
  return null;
}

/** Whether a person's name stands before a line's first comma; nearly every sentence above a text has another comma, and a signature's pattern would be tried on it. */
function opensWithPerson(line: string): boolean {
  const start = creditStart(line);
  const comma = line.indexOf(',', start);
  return comma > start && isPersonLike(line.slice(start, comma).trimEnd());
}

/** A book's publisher gives leave for an excerpt; it ran no article. */
const bookPublisher =
  /^[\p{L}\s,&’']{0,60}(?:Books|Publishing|Publishers|and Company|& Co\b|University Press)/u;
/** Words an unknown outlet's name has at most; longer capitalised runs are headlines. */
const longestUnknown = 6;
const end = /^[\s.:;,)\]”"*»!-]*$/;
/** What may follow the names of a source line: nothing, another credit, a stroke, a date; never a sentence going on. */
const sourceEnd = /^\s*(?:$|[.;:()[\]*»|/–—-]|on \p{Lu}|twitter\b|image|photo)/iu;
/** Documents that are linked in full without being articles. */
const document =
  /\b(?:letter|statement|transcript|document|tweet|bill|indictment|complaint|ruling|lawsuit|memo|speech|bio|disclaimer|report of)\b/i;

function claimOf(phrase: Phrase, match: RegExpExecArray, unit: Unit): Claim | null {
  const { kind, flags } = phrase;
  const at = match.index;
  const captured = withoutMarks(match.groups?.outlet);
  const byAuthor = match.groups?.author;
  if (isScoop(match[0])) return null;
  if (
    kind !== 'read-more' &&
    !flags.has('tip') &&
    isPictureCredit(unit.before.slice(-80) + unit.text, unit.before.slice(-80).length + at)
  )
    if (kind !== 'syndication-notice') return null;
  if (flags.has('copyright')) return readCopyright(unit);
  if (flags.has('edge') && /[:：]\s*$/.test(unit.text)) return null;
  if (flags.has('closes') && !end.test(unit.text.slice(at + match[0].length))) return null;
  if (flags.has('first') && !unit.opens) return null;
  if (flags.has('permission') && !/permission|editor/i.test(unit.before + unit.text)) return null;
  if (captured === undefined || captured === '') return nobodyNamed(phrase, match, unit, byAuthor);
  if (isDate(captured)) return null;
  if (/^[“"‘«]/u.test(captured)) return null;
  if (kind === 'republished' && bookPublisher.test(captured)) return null;
  if (kind === 'read-more' && document.test(match[0])) return null;
  const address = /^https?:\/\/\S{4,400}/i.exec(captured)?.[0] ?? null;
  if (address !== null) return byAuthor === undefined ? atAddress(kind, address) : null;
  if (flags.has('scan')) return scanned(kind, captured);
  const writer = byAuthor === undefined ? null : authorOf(byAuthor);
  if (byAuthor !== undefined && writer === null) return null;
  const { outlets, authors, rest, closed } = readNames(withoutNobody(captured));
  const author = writer ?? authors[0] ?? null;
  if (phrase.mustEnd && !end.test(rest)) return null;
  if (kind === 'via' && /:\s*$/.test(unit.text)) return null;
  if (kind === 'source' && !phrase.mustEnd && !closed && !sourceEnd.test(rest)) return null;
  const kept =
    kind === 'read-more' && !end.test(rest)
      ? outlets.filter(isOutletLike)
      : keepOutlets(phrase, outlets, unit, match);
  if (kept === null) return null;
  if (kept.length === 0 && !mayNameOnlyAPerson(phrase, author, byAuthor)) {
    const needsNobody = phrase.say.includes('[{outlet}]') || (author !== null && ownedPiece.test(captured));
    return needsNobody ? nobodyNamed(phrase, match, unit, byAuthor, author) : null;
  }
  const url = linkFor(unit, kept[0] ?? null);
  const isByline = /^\^ (?:by )?\{author\}/.test(phrase.say) && outletNamed(kept[0] ?? '')?.kind === 'agency';
  return {
    kind: isByline ? 'wire' : kind,
    outlets: kept,
    author,
    url,
    ...(/^\^ \(delivered/.test(phrase.say) ? { carries: true } : {}),
  };
}

/** «Kommersant»: where names stand in quotation marks, a known one is read without them; anything else in marks is quoted. */
function withoutMarks(captured: string | undefined): string | undefined {
  const marked = captured && /^[«“"„]([^«»“”"„]{2,60})[»”"“]/u.exec(captured);
  return marked && outletNamed(marked[1]!) ? marked[1]! + captured.slice(marked[0].length) : captured;
}

/** "and news agencies", "local media": helpers without a name, which a list of names may begin or end with. */
const nobody =
  '(?:(?:other|various|local|international|foreign|state|news|wire|press|und|weitere|diverses|otras) )*(?:agencies|agency reports|wires|wire services|media|media reports|reports|staff|rédaction|redaktion|redacción|redazione|agenturen|agences|agencias|agenzie|агентства|وكالات|الوكالات)';
const nobodyFirst = new RegExp(`^${nobody}\\s?(?:[,،;+/&-]|and|und|et|y|e|и|و)\\s*`, 'iu');
const nobodyLast = new RegExp(
  `\\s?(?:[,،;+/&-]|(?<!\\p{L})(?:and|und|et|y|e|и|و))\\s*${nobody}(?=[\\s.)\\]]*$)`,
  'iu',
);

function withoutNobody(names: string): string {
  return names.replace(nobodyFirst, '').replace(nobodyLast, '');
}

/** A line that prints an address for a name. */
function atAddress(kind: CreditKind, address: string): Claim | null {
  const outlet = outletAt(address);
  if (!outlet || isPlatform(outlet.name)) return null;
  return { kind, outlets: [outlet.name], author: null, url: address };
}

/** Lists of helpers name outlets anywhere among persons and places. */
function scanned(kind: CreditKind, captured: string): Claim | null {
  const printed = knownMentions(captured).map(({ start, end }) => captured.slice(start, end));
  const alone = captured.split(/[,;/&()]|(?<!\p{L})(?:and|with|from|in|by|und|et|y|e)(?!\p{L})/u);
  const outlets = [...printed, ...alone.map((part) => part.replace(/[.\s]+$/, '').trim())].filter(
    (name) => outletNamed(name) !== null && !isPlatform(name),
  );
  return outlets.length === 0 ? null : { kind, outlets: [...new Set(outlets)], author: null, url: null };
}

/** "Rice's report": the piece is a person's, its outlet unsaid. */
const ownedPiece = /['’]s (?:report|article|story|piece|column|interview|post|review)(?!\p{L})/u;

/** Tips and "As written by" may name a person alone. */
function mayNameOnlyAPerson(phrase: Phrase, author: string | null, byAuthor: string | undefined): boolean {
  if (author === null) return false;
  if (phrase.flags.has('tip') || phrase.say.startsWith('^ as (written')) return true;
  return phrase.flags.has('permission') || (byAuthor !== undefined && phrase.say.includes('[{outlet}]'));
}

/** Names that can be meant by this kind of line; `null` when they say that the line is no credit at all. */
function keepOutlets(phrase: Phrase, outlets: string[], unit: Unit, match: RegExpExecArray): string[] | null {
  const { kind, flags } = phrase;
  if (outlets[0] !== undefined && isDate(outlets[0])) return null;
  if (outlets.some((name) => name.split(/\s+/).length > longestUnknown && outletNamed(name) === null))
    return null;
  if (outlets.length > 0 && outlets.every((name) => isPlatform(name) && !name.includes('/'))) return null;
  let named = outlets.filter(
    (name) => !isDate(name) && (!isPlatform(name) || name.includes('/')) && !isPersonLike(name),
  );
  if (flags.has('agencies')) {
    const known = named.filter((name) => outletNamed(name) !== null);
    return known.length > 0 ? known : null;
  }
  if (flags.has('possessive')) {
    const known = named.filter((name) => outletNamed(name) !== null);
    return /['’]s\s+\p{Lu}/u.test(unit.text) && known.length > 0 ? known : null;
  }
  if (flags.has('permission')) return named.filter(isOutletLike);
  if (flags.has('strong')) named = named.filter(isPressName);
  if (flags.has('table')) named = named.filter((name) => outletNamed(name) !== null);
  if (flags.has('likely') && unit.place === 'body') named = named.filter(isOutletLike);
  if (flags.has('any')) return named;
  if (flags.has('known') || isFurniture(unit)) named = named.filter(isOutletLike);
  if (kind === 'source') return keepSources(named);
  if (kind === 'contributed')
    return named.filter(isOutletLike).length > 0 ? named.filter(isOutletLike) : null;
  if (/^\^ by /.test(phrase.say) && unit.place === 'body') return null;
  if (flags.has('first') || /^\^ (?:from|contributed|by)/.test(phrase.say)) {
    const plain = named.filter((name) => !isInstitution(name) && (isOutletLike(name) || flags.has('first')));
    return plain.length > 0 || phrase.say.includes('[{outlet}]') ? plain : null;
  }
  if (flags.has('closing')) {
    const opens = /^(?:\(|V)/.test(unit.text.slice(match.index));
    return opens && named.length > 0 && named.every(isOutletLike) ? named : null;
  }
  if (kind === 'via') {
    const isInline = unit.before.trim() !== '';
    return named.filter((name) => !isInstitution(name) && (!isInline || isOutletLike(name)));
  }
  if (kind === 'read-more' && /: \{outlet\}|\bon\|/.test(phrase.say) && !/the \(full/.test(phrase.say))
    return named.filter(isOutletLike);
  return named.filter((name, index) => !isInstitution(name) && (index === 0 || isOutletLike(name)));
}

/** Far from the text, in menus, side columns and footers: only names that are plainly outlets' count there. */
function isFurniture(unit: Unit): boolean {
  return unit.span === null && unit.place === 'elsewhere';
}

/** "TSA", "IPUMS": an office's or a data set's initials. Broadcasters' call signs are outlets. */
function isUnknownAcronym(name: string): boolean {
  return /^\p{Lu}{2,7}$/u.test(name) && !isOutletLike(name);
}

/** Sources: offices and surnames ("Asher and Sood") are the source of a number, not of a text. */
function keepSources(named: string[]): string[] | null {
  const isMixed = named.some(isInstitution) && !named.some((name) => outletNamed(name) !== null);
  if (isMixed) return null;
  const outlets = named.filter((name) => !isInstitution(name) && !isUnknownAcronym(name));
  const isCitation =
    outlets.length > 1 &&
    outlets.every((name) => /^\p{Lu}\p{Ll}+$/u.test(name) && outletNamed(name) === null);
  const isDataList = outlets.length > 4 && outlets.filter(isOutletLike).length * 2 < outlets.length;
  return outlets.length === 0 || isCitation || isDataList ? null : outlets;
}

/** A line that credits without a name: a notice, "read the full article here", a link that was lost. */
function nobodyNamed(
  phrase: Phrase,
  match: RegExpExecArray,
  unit: Unit,
  byAuthor: string | undefined,
  author: string | null = null,
): Claim | null {
  const { kind } = phrase;
  const lost = byAuthor === undefined ? author : authorOf(byAuthor);
  if (byAuthor !== undefined && lost === null) return null;
  const url = linkFor(unit, null);
  const linked = url === null || kind !== 'read-more' ? null : (outletAt(url)?.name ?? null);
  if (kind === 'read-more' && (document.test(match[0]) || /^read more$/i.test(unit.text.trim()))) return null;
  const standsAlone =
    kind === 'read-more' || kind === 'syndication-notice' || kind === 'wire' || byAuthor !== undefined;
  if (!standsAlone) return null;
  return { kind, outlets: linked === null ? [] : [linked], author: lost, url };
}

/** A person's name as captured; `null` when it is none. */
function authorOf(printed: string): string | null {
  const name = personName(printed.replace(/\s+/g, ' ').trim());
  const words = name.split(' ');
  const looksLikeName =
    words.length <= 5 &&
    words.every((word) => /^(?:\p{Lu}|de|van|von|al|el|bin|der|da|di|la|le|and|du)/u.test(word));
  return looksLikeName && words.length >= 2 ? name : null;
}
