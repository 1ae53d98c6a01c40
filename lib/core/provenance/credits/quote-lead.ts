/**
 * The sentence before another outlet's words: "The Harbour Post reports:", "As KQED reported:", "From the Daily Mail:",
 * "According to Reuters:". Persons lead quotations too; those are the anatomy's business, not a credit.
 */
import { outletNamed } from '@/lib/core/article';
import { isInstitution, isOutletLike, isPersonLike, isPlatform } from '../name-shapes';
import { readNames } from '../names';
import type { Claim } from './claim';
import { isPictureCredit } from './refusals';
import type { Unit } from './units';

const REPORTING =
  'reports?|reported|writes?|wrote|explains?|explained|notes?|noted|adds?|added|says?|said|states?|stated|describes?|described|tells us|has more|has the story|has the details|has this|breaks it down|elaborates|continues?|continued|observes?|observed|puts it|put it';
const LEAD_IN = new RegExp(
  `(?:^|[.!?…”"]\\s+)(?:(?:as|and as|here['’]s how|but as|per|s)\\s+)?([^:]{2,80}?)\\s+(?:(?:also|further|just|now|recently|previously|first|has|have|then|later)\\s+){0,3}(${REPORTING})(?:\\s+(?:on|that|last|this|in|at|earlier|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|it|further|thus|the following|as follows)[^:]{0,60})?\\s*[:：]\\s*$`,
  'iu',
);
const PREPOSITION =
  /(?:^|[.!?…”"]\s+)(?:from|via|according to|per|over at|here['’]s|this is|this from|more from|more at|in the words of|as seen (?:on|in|at)|as per)\s+([^:]{2,80}?)\s*[:：]\s*$/iu;
const COURTESY = /\((?:courtesy of|via|from|h\/t)\s+([^():]{2,60})\)\s*[:：]\s*$/iu;
/** Verbs that outlets use and persons hardly do. */
const OF_OUTLETS = /^(?:reports?|reported|has more|has the story|has the details)$/i;

/** Reads a unit that ends in a colon. */
export function readQuoteLead(unit: Unit): Claim | null {
  const text = unit.text.trim();
  if (!/[:：]$/.test(text) || !unit.closesParagraph) return null;
  const courtesy = COURTESY.exec(text);
  if (courtesy && !isPictureCredit(text, courtesy.index)) return lead(courtesy[1]!, true);
  const preposition = PREPOSITION.exec(text);
  if (preposition) {
    const at = preposition.index;
    return isPictureCredit(text, at + 1)
      ? null
      : lead(preposition[1]!, !/according to\s+\S/i.test(preposition[0]));
  }
  const reporting = LEAD_IN.exec(text);
  return reporting ? lead(reporting[1]!, OF_OUTLETS.test(reporting[2]!)) : null;
}

/** A claim, if the words before the colon are an outlet's name and nothing else. */
function lead(printed: string, trusting: boolean): Claim | null {
  const { outlets, authors, rest } = readNames(printed);
  const [name] = outlets;
  if (rest.trim() !== '' || !name || outlets.length > 2) return null;
  if (
    /^(?:watch|see|read|view|listen|here|this|these|that|look|check|more|other|latest|related|update)\b/i.test(
      name,
    )
  )
    return null;
  if (isPlatform(name) || isInstitution(name) || isPersonLike(name)) return null;
  if (/[,;]/.test(printed) && outletNamed(name) === null) return null;
  const plain =
    isOutletLike(name) || (trusting && /\s/.test(name)) || (trusting && /^[\p{Lu}\p{N}]{2,6}$/u.test(name));
  if (!plain) return null;
  return { kind: 'quote-lead', outlets: [name], author: authors[0] ?? null, url: null };
}
