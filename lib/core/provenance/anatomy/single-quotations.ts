import type { Span } from '@/lib/core/article';
import type { Citation } from '../types';
import type { Block } from './excerpts';
import type { LeadIn } from './lead-ins';
import type { Marked } from './marked-quotations';
import { isOneSentence, speakerOf } from './speakers';

/** Fewer words in marks are a name, a title or a scare quote, and count as the page's own. */
const shortest = 4;
/** Longest attribution between two halves of one statement, in UTF-16 units. */
const longestAttribution = 220;

/**
 * Quotations within sentences, with speaker and outlet where plain: by the words around them, by the lead-in above them,
 * and for the second half of a statement ("…," she said. "…") and its further paragraphs by the first.
 */
export function singleQuotations(
  text: string,
  paragraphs: readonly Span[],
  marked: readonly Marked[],
  leads: readonly LeadIn[],
  cited: readonly Citation[],
): Block[] {
  const found: Block[] = [];
  let at = 0;
  let previous: Block | undefined;
  for (const { span, words } of marked) {
    if (words < shortest) continue;
    while (at < paragraphs.length - 1 && paragraphs[at]!.end <= span.start) at++;
    const paragraph = paragraphs[at] ?? span;
    const lead = leads.find((one) => paragraphs[one.at + 1] === paragraph) ?? null;
    const citation = cited.find((one) => one.span.start < span.end && span.start < one.span.end) ?? null;
    let speaker = speakerOf(text, span, paragraph);
    if (lead?.speaker && (speaker === null || !/\s/.test(speaker))) speaker = lead.speaker;
    let source = lead?.source ?? citation?.cited ?? null;
    if (speaker === null && previous && goesOn(text, previous.span, span, paragraph)) {
      speaker = previous.speaker;
      source ??= previous.source;
    }
    const statedBy = lead?.span ?? citation?.span ?? null;
    const block: Block = { kind: 'quotation', span, source, speaker, endMarked: true, statedBy };
    found.push(block);
    previous = block;
  }
  return found;
}

/** Whether nothing but the first half's attribution stands between two quotations, or the first was left open at its paragraph's end. */
function goesOn(text: string, first: Span, second: Span, paragraph: Span): boolean {
  const between = text.slice(first.end, second.start).trimEnd();
  if (first.start < paragraph.start)
    return between === '' && !/[”"»“]$/u.test(text.slice(first.start, first.end));
  return between.length <= longestAttribution && /[.!?]$/.test(between) && isOneSentence(between);
}
