/**
 * Sentences that lead to somebody else's words: they end in a colon, and the next paragraph is not a list.
 */
import type { Span } from '@/lib/core/article';
import { sentences } from '@/lib/core/text';
import type { Citation, Credit } from '../types';
import { fuller, leadSpeaker } from './speakers';

/** A lead-in and the paragraph it stands in. */
export interface LeadIn {
  /** Index of its paragraph. */
  at: number;
  span: Span;
  /** Outlet named as the source of what follows. */
  source: string | null;
  speaker: string | null;
  /** "X reports:" and its kin: an outlet's article follows, not a sentence spoken to it. */
  ofOutlet: boolean;
}

/** Most paragraphs a lead-in sentence may be long, in units; a longer one that happens to end in a colon is prose. */
const longestLead = 600;

/** Most lead-ins of one page. */
const mostLeads = 300;

/** Lead-ins of a text, in order. */
export function leadIns(
  text: string,
  paragraphs: readonly Span[],
  credits: readonly Credit[],
  cited: readonly Citation[],
): LeadIn[] {
  const found: LeadIn[] = [];
  paragraphs.forEach((paragraph, at) => {
    if (found.length === mostLeads || at === paragraphs.length - 1 || !endsInColon(text, paragraph)) return;
    const next = paragraphs[at + 1]!;
    if (isListItem(text.slice(next.start, next.end))) return;
    const span = sentences(text, [paragraph]).at(-1) ?? paragraph;
    const sentence = text.slice(span.start, span.end);
    if (sentence.length > longestLead) return;
    const credit = credits.find(
      (one) =>
        one.span !== null &&
        one.outlet !== null &&
        one.span.start < span.end &&
        span.start < one.span.end &&
        one.line.trim().endsWith(':'),
    );
    const citation = cited.find((one) => one.span.start === span.start);
    const speaker = fuller(text, paragraph, leadSpeaker(sentence));
    if (credit?.kind === 'republished' && credit.span?.start === 0) return;
    const how = citation ? howItLeads(citation.cue, sentence) : null;
    if (credit) found.push({ at, span, source: credit.outlet, speaker: null, ofOutlet: true });
    else if (citation && how === 'own words')
      found.push({ at, span, source: citation.cited, speaker: null, ofOutlet: true });
    else if (citation && how === 'spoken to')
      found.push({ at, span, source: citation.cited, speaker, ofOutlet: false });
    else {
      const piece = speaker === null ? null : pieceBy(speaker, paragraph, text, cited);
      found.push({ at, span, source: piece, speaker, ofOutlet: false });
    }
  });
  return found;
}

/** Whether a paragraph may lead to the next one. */
export function endsInColon(text: string, { end }: Span): boolean {
  return /[:：]\s*$/.test(text.slice(end - 3, end));
}

const spokenTo =
  /^(?:told|tells|telling|according|speaking|spoke|talking|talked|appear|said|confirmed|interview|as told|seen|comment|statement|remarks|wrote|writing)/i;
/** Units between an outlet's name and the colon: as the sentence's subject, after its own verb, and after "told" or "in". */
const reaches = { ofSubject: 400, ofItsOwn: 120, ofOthers: 40 };

/**
 * Whether an outlet that a sentence leans on is what its colon leads to: by its own verb ("X reported on two letters:"), or as
 * the one spoken to or printed in, right before the colon. An outlet named earlier in the sentence leads to nothing.
 */
function howItLeads(cue: string, sentence: string): 'own words' | 'spoken to' | null {
  const at = sentence.lastIndexOf(cue);
  if (at < 0) return null;
  const rest = sentence.length - at - cue.length;
  const isSpokenTo = spokenTo.test(cue);
  const isItsOwnVerb =
    !isSpokenTo && /^\P{Ll}/u.test(cue) && /(?:s|ed|wrote|found|said|broke|told)$/.test(cue);
  const isSubject = isItsOwnVerb && at <= 8;
  const reach = isSubject ? reaches.ofSubject : isItsOwnVerb ? reaches.ofItsOwn : reaches.ofOthers;
  if (rest > reach) return null;
  return isSpokenTo ? 'spoken to' : 'own words';
}

/** "An article by Ann Carter in X … Carter says:": the outlet that the same paragraph names for the writer's piece. */
function pieceBy(speaker: string, paragraph: Span, text: string, cited: readonly Citation[]): string | null {
  const surname = speaker.split(/\s+/).at(-1)!;
  const citation = cited.find(({ span }) => span.start >= paragraph.start && span.end <= paragraph.end);
  return citation && text.slice(citation.span.start, citation.span.end).includes(surname)
    ? citation.cited
    : null;
}

/** A paragraph without a full stop, or with a bullet, is an item of a list or a heading. */
export function isListItem(paragraph: string): boolean {
  return /^\s*[•·*–▪◦‣-]\s/u.test(paragraph) || !/[.!?…:;”“"’»)\]]\s*$/u.test(paragraph);
}
