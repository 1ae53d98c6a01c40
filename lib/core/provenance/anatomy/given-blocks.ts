import { type Outlet, outletAt, type PageReading, type Span, sameOutlet } from '@/lib/core/article';
import { sentences } from '@/lib/core/text';
import type { Block } from './excerpts';
import type { LeadIn } from './lead-ins';
import { leadSpeaker } from './speakers';

const signature = /[—–-]\s?([^\n()]{2,60}) \(@\w{1,30}\)/u;

/**
 * A block quote or embedded post of the page's markup: an excerpt where the lead-in above it, or an address it cites at an
 * outlet we know, says whose it is; else a quotation. Links within a block are often of its subject, so an address that
 * is not a known outlet's says nothing.
 */
export function givenBlock(
  text: string,
  block: PageReading['blocks'][number],
  paragraphs: readonly Span[],
  leads: readonly LeadIn[],
  own: Outlet | null,
): Block {
  const at = paragraphs.findIndex(({ end }) => end > block.span.start);
  const lead = leads.find((one) => one.at === at - 1) ?? null;
  const source = lead?.source ?? citedOutlet(block.cite, own);
  const signed = signature.exec(text.slice(block.span.start, block.span.end))?.[1]?.trim() ?? null;
  const speaker = signed ?? lead?.speaker ?? speakerAbove(text, paragraphs[at - 1]);
  const isExcerpt = block.kind === 'blockquote' && source !== null && (lead?.speaker ?? null) === null;
  return {
    kind: isExcerpt ? 'excerpt' : 'quotation',
    span: block.span,
    source,
    speaker: isExcerpt ? null : speaker,
    endMarked: true,
    statedBy: lead?.span ?? null,
  };
}

const aside =
  /^\s*(?:(?:editor(?:['’]s|s['’]) )?notes?|n\.b\.|summary|tips?|warning|updated?|correction|disclaimer|important|key (?:points|takeaways))\s*(?:[:：]|\n)/iu;

/** Whether a block quote is a box of the page's own: its first word says what it is ("Note: …", "Summary"). */
export function isAside(text: string, { kind, span }: PageReading['blocks'][number]): boolean {
  return kind === 'blockquote' && aside.test(text.slice(span.start, Math.min(span.end, span.start + 60)));
}

/** The outlet of the table at an address, unless it is the page's own or a carrier. */
function citedOutlet(cite: string | null, own: Outlet | null): string | null {
  const outlet = cite === null ? null : outletAt(cite);
  if (!outlet || outlet.kind === 'carrier' || outlet.name === outlet.key || sameOutlet(outlet, own))
    return null;
  return outlet.name;
}

/** Who the last sentence above a block says is speaking. */
function speakerAbove(text: string, paragraph: Span | undefined): string | null {
  const last = paragraph && sentences(text, [paragraph]).at(-1);
  return last ? leadSpeaker(text.slice(last.start, last.end)) : null;
}
