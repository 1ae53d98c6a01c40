/**
 * The sentence before another outlet's words: "The Harbour Post reports:", "As KQED reported:", "From the Daily Mail:",
 * "According to Reuters:". Persons lead quotations too; those are the anatomy's business, not a credit.
 */
import { outletNamed } from '@/lib/core/article';
import { knownMentions } from '../mentions';
import { isInstitution, isOutletLike, isPersonLike, isPlatform } from '../name-shapes';
import { readNames } from '../names';
import type { Claim } from './claim';
import { isPictureCredit } from './refusals';
import type { Unit } from './units';

const reporting =
  'reports?|reported|writes?|wrote|explains?|explained|notes?|noted|adds?|added|says?|said|states?|stated|describes?|described|tells us|has more|has the story|has the details|has this|breaks it down|elaborates|continues?|continued|observes?|observed|puts it|put it|had to say|has to say|had this to say';
const leadIn = new RegExp(
  `(?:^|[.!?…”"]\\s+|,\\s+)(?:(?:as|and as|here['’]s how|but as|per|s)\\s+)?([^:]{2,80}?)\\s+(?:(?:also|further|just|now|recently|previously|first|has|have|then|later)\\s+){0,3}(${reporting})(?:\\s+(?:on|that|last|this|in|at|earlier|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|it|further|thus|the following|as follows|what|how|why|where)[^:]{0,60})?\\s*[:：]\\s*$`,
  'iu',
);
const prepositionLead =
  /(?:^|[.!?…”"]\s+)(?:from|via|according to|per|over at|here['’]s(?: (?:more|the story))?(?: from)?|this is|this from|more from|more at|in the words of|as seen (?:on|in|at)|as per)\s+([^:]{2,80}?)\s*[:：]\s*$/iu;
const courtesyLine = /\((?:courtesy of|via|from|h\/t)\s+([^():]{2,60})\)\s*[:：]\s*$/iu;
const saysSo = new RegExp(
  `^\\s(?:(?:also|further|now|recently|has|have|then|later)\\s){0,3}(?:${reporting})(?:\\sthat)?\\s*[:：]$`,
  'iu',
);
/** A day, a month or an aside behind a name. */
const afterthought =
  /(?:,?\s*\(.*|,\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d.*|\s(?:in|on|last|earlier|this|yesterday|today)\s[^:]{2,40}|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s[^:]{0,30})?|(?<=[\p{L}.])\s(?:fact[ -]checkers?|editorial board|blog|website|site|article|story|report|piece|newsroom))$/u;
/** Words that open a clause before the name. */
const subordinate = /^(?:while|when|but|and|then|as|meanwhile|today|now|so|yet),?\s+/iu;
/** Verbs that outlets use and persons hardly do. */
const ofOutlets = /^(?:reports?|reported|has more|has the story|has the details)$/i;

/** Whether a line ends in a colon. */
export function mayLeadIn(line: string): boolean {
  return /[:：]\s*$/.test(line.slice(-20));
}

/** Reads a unit that ends in a colon. */
export function readQuoteLead(unit: Unit): Claim | null {
  const text = unit.text.trim();
  if (unit.span === null || !/[:：]$/.test(text) || !unit.closesParagraph) return null;
  const courtesy = courtesyLine.exec(text);
  if (courtesy && !isPictureCredit(text, courtesy.index)) return lead(courtesy[1]!, true);
  const preposition = prepositionLead.exec(text);
  if (preposition) {
    const at = preposition.index;
    return isPictureCredit(text, at + 1)
      ? null
      : lead(preposition[1]!, !/according to\s+\S/i.test(preposition[0]));
  }
  const reporting = leadIn.exec(text);
  const claim = reporting && lead(reporting[1]!, ofOutlets.test(reporting[2]!));
  return claim ?? knownBeforeColon(text);
}

/** "Then, this morning, The Harbour Post reported that:": a known outlet right before the verb, whatever leads up to it. */
function knownBeforeColon(text: string): Claim | null {
  const last = knownMentions(text).at(-1);
  if (!last || last.doubtful || isPlatform(last.outlet) || !saysSo.test(text.slice(last.end))) return null;
  return { kind: 'quote-lead', outlets: [text.slice(last.start, last.end)], author: null, url: null };
}

/** A claim, if the words before the colon are an outlet's name and nothing else. */
function lead(printed: string, trusting: boolean): Claim | null {
  const { outlets, authors, rest } = readNames(printed.replace(afterthought, '').replace(subordinate, ''));
  const [name] = outlets;
  if (rest.trim() !== '' || !name || outlets.length > 2) return null;
  if (
    /^(?:watch|see|read|view|listen|here|this|these|that|look|check|more|other|latest|related|update|our|my|his|her)\b/i.test(
      name,
    )
  )
    return null;
  if (isPlatform(name) || isInstitution(name) || isPersonLike(name)) return null;
  if (/[,;]/.test(printed.replace(afterthought, '')) && outletNamed(name) === null) return null;
  const plain =
    isOutletLike(name) || (trusting && /\s/.test(name)) || (trusting && /^[\p{Lu}\p{N}]{2,6}$/u.test(name));
  if (!plain) return null;
  return { kind: 'quote-lead', outlets: [name], author: authors[0] ?? null, url: null };
}
