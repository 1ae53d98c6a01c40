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
const LONGEST_LEAD = 600;

/** Most lead-ins of one page. */
const MOST_LEADS = 300;

/** Lead-ins of a text, in order. */
export function leadIns(
  text: string,
  paragraphs: readonly Span[],
  credits: readonly Credit[],
  cited: readonly Citation[],
): LeadIn[] {
  const found: LeadIn[] = [];
  paragraphs.forEach((paragraph, at) => {
    if (
      found.length === MOST_LEADS ||
      at === paragraphs.length - 1 ||
      !/[:：]\s*$/.test(text.slice(paragraph.end - 3, paragraph.end))
    )
      return;
    const next = paragraphs[at + 1]!;
    if (isListItem(text.slice(next.start, next.end))) return;
    const span = sentences(text, [paragraph]).at(-1) ?? paragraph;
    const sentence = text.slice(span.start, span.end);
    if (sentence.length > LONGEST_LEAD) return;
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
    if (credit) found.push({ at, span, source: credit.outlet, speaker: null, ofOutlet: true });
    else if (citation) {
      const told = /^(?:told|according to)\b/i.test(citation.cue) && speaker !== null;
      found.push({ at, span, source: citation.cited, speaker: told ? speaker : null, ofOutlet: !told });
    } else {
      const piece = speaker === null ? null : pieceBy(speaker, paragraph, text, cited);
      found.push({ at, span, source: piece, speaker, ofOutlet: false });
    }
  });
  return found;
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
