/**
 * Where the words that a lead-in announces end. A block with marks ends at them. One without marks ends, after an outlet's
 * lead-in, where something shows the page's own voice again, else with the article; after a person's, with its paragraph.
 */
import type { Span } from '@/lib/core/article';
import type { Credit } from '../types';
import { isListItem, type LeadIn } from './lead-ins';
import type { Marked } from './marked-quotations';

/** Somebody else's block. */
export interface Block {
  kind: 'excerpt' | 'quotation' | 'unstated';
  span: Span;
  source: string | null;
  speaker: string | null;
  endMarked: boolean;
  statedBy: Span | null;
}

const opens = /^[“"«„]/u;
const closes = /[”“"»][.,]?$/u;
/** First and second person outside quotation marks: a page speaking for itself. */
const ownVoice =
  /(?<![\p{L}’'])(?:I|I’m|I'm|I’ve|I've|my|we|we’re|we're|our|ours|us|you|your|folks|let’s|let's)(?![\p{L}])/u;
const handBack =
  /^(?:read (?:more|the)|share|watch|update|h\/t|via|source|so there you have it|what do you think|the views)/i;
const said = /(?<!\p{L})(?:said|says|told|added|stated|stressed|warned|announced|according to)(?!\p{L})/u;
/** Paragraphs of wire copy that a lead-in without a source may be followed by. */
const mostUnstated = 4;

/** The block that follows a lead-in; `null` when nothing shows that the next paragraph is anybody else's. */
export function blockAfter(
  text: string,
  paragraphs: readonly Span[],
  lead: LeadIn,
  leads: readonly LeadIn[],
  marked: readonly Marked[],
  credits: readonly Credit[],
): Block | null {
  const first = paragraphs[lead.at + 1];
  if (!first) return null;
  const printed = text.slice(first.start, first.end);
  const kind = lead.ofOutlet || (lead.source !== null && !opens.test(printed)) ? 'excerpt' : 'quotation';
  const base = { kind, source: lead.source, speaker: lead.speaker, statedBy: lead.span } as const;
  const isNamed = lead.source !== null || lead.speaker !== null;
  if (opens.test(printed)) {
    const opening = marked.find(({ span }) => span.start === first.start);
    if (!isNamed) return unstated(text, paragraphs, lead, leads);
    const isClosedEarly = opening !== undefined && opening.span.end < first.end - 1;
    if (isClosedEarly && isAttributed(text.slice(opening.span.end, first.end))) return null;
    const end = runOfQuotedParagraphs(text, paragraphs, lead.at + 1);
    const last = text.slice(first.start, end);
    return { ...base, span: { start: first.start, end }, endMarked: closes.test(last) };
  }
  if (closes.test(printed) && !/[“"«]\p{L}[^“”"«»]*[”"»][.,]?$/u.test(printed))
    return { ...base, span: first, endMarked: true };
  if (!isNamed) return unstated(text, paragraphs, lead, leads);
  if (!lead.ofOutlet) return { ...base, span: first, endMarked: false };
  return openExcerpt(text, paragraphs, lead, leads, credits);
}

/** Whether the words behind an inner closing mark say who spoke: the paragraph is a quotation with its attribution, not a block. */
function isAttributed(rest: string): boolean {
  return said.test(rest.replace(/[“"«][^”"»]*(?:[”"»]|$)/gu, ' ').slice(0, 200));
}

/** End of a run of paragraphs that each open with a mark, the last closing it. */
function runOfQuotedParagraphs(text: string, paragraphs: readonly Span[], from: number): number {
  let at = from;
  for (;;) {
    const paragraph = paragraphs[at]!;
    const printed = text.slice(paragraph.start, paragraph.end);
    const next = paragraphs[at + 1];
    const goesOn = !closes.test(printed) && next && opens.test(text.slice(next.start, next.start + 1));
    if (!goesOn) return paragraph.end;
    at++;
  }
}

/** An outlet's text without marks: until the page's own voice is back, a credit line closes it, or the article ends. */
function openExcerpt(
  text: string,
  paragraphs: readonly Span[],
  lead: LeadIn,
  leads: readonly LeadIn[],
  credits: readonly Credit[],
): Block | null {
  const start = paragraphs[lead.at + 1]!.start;
  let endMarked = false;
  let last = lead.at + 1;
  for (let at = lead.at + 2; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at]!;
    if (closesWithCredit(paragraph, credits)) {
      endMarked = true;
      break;
    }
    if (returnsToOwnVoice(text.slice(paragraph.start, paragraph.end), lead)) break;
    if (leads.some((other) => other.at === at && (other.source !== null || other.ofOutlet))) break;
    last = at;
  }
  const span = { start, end: paragraphs[last]!.end };
  return {
    kind: 'excerpt',
    span,
    source: lead.source,
    speaker: lead.speaker,
    endMarked,
    statedBy: lead.span,
  };
}

function closesWithCredit(paragraph: Span, credits: readonly Credit[]): boolean {
  return credits.some(
    ({ span, kind }) =>
      span !== null &&
      kind !== 'quote-lead' &&
      kind !== 'citation' &&
      span.start < paragraph.end &&
      paragraph.start < span.end,
  );
}

function returnsToOwnVoice(paragraph: string, lead: LeadIn): boolean {
  const unquoted = withoutQuotations(paragraph);
  if (ownVoice.test(unquoted) || handBack.test(paragraph)) return true;
  if (/!\s*$/.test(unquoted)) return true;
  const source = lead.source?.replace(/^The /, '') ?? '';
  if (source === '') return false;
  const at = unquoted.indexOf(source);
  return (
    at >= 0 &&
    /^\s(?:also\s|further\s|then\s|goes on\s)?(?:reports?|reported|notes?|noted|adds?|added|writes?|wrote|says|continues|explains?|explained)/.test(
      unquoted.slice(at + source.length),
    )
  );
}

/** What a wire paragraph opens with when it does not open with a quotation. */
const wireOpening =
  /^(?:Meanwhile|Earlier|Later|Separately|In a (?:separate )?statement|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|An? (?:\p{Ll}+ )?(?:spokes|official))/u;

/**
 * Wire-style paragraphs after a lead-in that names nobody: third person, with a quotation and its attribution in the last of them,
 * on a page that otherwise speaks for itself ("we", "let's"). In a plain news report the same paragraphs are the outlet's own,
 * and without such a quotation the colon led to the page's own words.
 */
function unstated(
  text: string,
  paragraphs: readonly Span[],
  lead: LeadIn,
  leads: readonly LeadIn[],
): Block | null {
  const first = lead.at + 1;
  let last = -1;
  for (let at = first; at < Math.min(paragraphs.length, first + mostUnstated); at++) {
    const paragraph = paragraphs[at]!;
    const printed = text.slice(paragraph.start, paragraph.end);
    const unquoted = withoutQuotations(printed);
    if (ownVoice.test(unquoted) || isListItem(printed) || leads.some((other) => other.at === at)) break;
    const isAttributedHere = /[“"«][^”"»]{20,}[”"»]/u.test(printed) && said.test(unquoted);
    if (isAttributedHere) last = at;
    else if (last >= 0 || (at === first && !wireOpening.test(printed))) break;
  }
  if (last < 0 || !speaksForItself(text, paragraphs)) return null;
  const span = { start: paragraphs[first]!.start, end: paragraphs[last]!.end };
  return { kind: 'unstated', span, source: null, speaker: null, endMarked: true, statedBy: null };
}

function withoutQuotations(printed: string): string {
  return printed.replace(/[“"«][^”"»]*(?:[”"»]|$)/gu, ' ');
}

/** Whether the page says "I", "we" or "let's" outside of quotation marks. */
function speaksForItself(text: string, paragraphs: readonly Span[]): boolean {
  return paragraphs.some(({ start, end }) => ownVoice.test(withoutQuotations(text.slice(start, end))));
}
