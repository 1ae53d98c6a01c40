/** Who is given words in an article, directly or indirectly, and by which verb. */
import type { Span } from '@/lib/core/article';
import { evidence } from '../evidence';
import type { Read } from '../told';
import type { Voice } from '../types';
import { reportedIn } from './indirect';
import { type Quote, quotesIn } from './quotes';
import { type Attributed, attributionOf, leadOf } from './speakers';
import type { Who } from './who';

/** Direct and indirect voices of one article. */
const mostVoices = 1_000;
/** UTF-16 units back that a pronoun's person is looked for. */
const reachBack = 900;

/** Voices of one article, in order of place. Without English only the marks are told, and no speaker. */
export function voicesOf(read: Read, who: Who): Voice[] {
  const quotes = quotesIn(read).slice(0, mostVoices);
  if (!read.english)
    return quotes
      .filter(({ short }) => !short)
      .map((quote) =>
        voice(read, quote.span, 'direct', { speaker: null, source: null, by: null, confident: false }),
      );
  const direct = directVoices(read, quotes, who);
  const indirect = reportedIn(read)
    .slice(0, mostVoices)
    .map(({ span, by }) => {
      const { speaker, sure } = speakerOf(read, by, who);
      return voice(read, span, 'indirect', {
        speaker,
        source: sourceAt(read, by.within),
        by,
        confident: sure,
      });
    });
  return [...direct, ...indirect].sort((a, b) => a.span.start - b.span.start);
}

interface Given {
  speaker: string | null;
  source: string | null;
  by: Attributed | null;
  confident: boolean;
}

function voice(
  { article }: Read,
  span: Span,
  form: Voice['form'],
  { speaker, source, by, confident }: Given,
): Voice {
  return {
    ...evidence(article, 'text', span),
    form,
    speaker,
    source,
    cue: by?.cue ?? null,
    confident: confident && speaker !== null,
    mention: by?.mention ?? null,
    statedBy: by?.within ?? null,
  };
}

function directVoices(read: Read, quotes: readonly Quote[], who: Who): Voice[] {
  const found: Voice[] = [];
  let previous: { quote: Quote; by: Attributed | null; given: Given } | null = null;
  for (const quote of quotes) {
    const given: Given = quote.block ? blockGiven(read, quote, who) : inSentence(read, quote, previous, who);
    if (!quote.short) found.push(voice(read, quote.span, 'direct', given));
    if (quote.short && given.by === null) continue;
    if (!quote.block || !contains(quote, quotes)) previous = { quote, by: given.by, given };
  }
  return found;
}

function contains({ outer }: Quote, quotes: readonly Quote[]): boolean {
  return quotes.some((other) => other.outer.start > outer.start && other.outer.end <= outer.end);
}

/** A block's speaker is who the page's own parts say, else who the sentence above names. */
function blockGiven(read: Read, { block, outer }: Quote, who: Who): Given {
  const { text } = read.article;
  const above = text.slice(0, outer.start).trimEnd();
  const start = Math.max(above.lastIndexOf('\n') + 1, above.search(/[^.!?”]*$/u));
  const by = block?.statedBy
    ? leadOf(text, block.statedBy)
    : /[:：]$/.test(above)
      ? leadOf(text, { start, end: above.length })
      : null;
  const named = by ? speakerOf(read, by, who).speaker : null;
  const speaker = block?.speaker ?? named ?? block?.source ?? null;
  return {
    speaker,
    source: block?.source ?? null,
    by,
    confident: speaker !== null && block?.statedBy !== null,
  };
}

function inSentence(
  read: Read,
  quote: Quote,
  previous: { quote: Quote; by: Attributed | null; given: Given } | null,
  who: Who,
): Given {
  const { text } = read.article;
  const by = attributionOf(text, quote, previous);
  if (by) {
    const { speaker, sure } = speakerOf(read, by, who);
    const isPlain = by.pattern === 'after' || by.pattern === 'before' || by.pattern === 'continued';
    const isContinued = by.pattern === 'continued' && previous ? previous.given.confident : true;
    return { speaker, source: sourceAt(read, by.within), by, confident: isPlain && isContinued && sure };
  }
  const titled = titleOf(read, quote);
  if (titled) return titled;
  const named = who.personBefore(quote.outer.start, Math.max(0, quote.paragraph.start));
  const goesOn =
    previous?.given.speaker &&
    previous.quote.outer.end <= quote.paragraph.start &&
    isNextParagraph(text, previous.quote, quote);
  if (goesOn && previous) return { ...previous.given, confident: false };
  return { speaker: named?.name ?? null, source: null, by: null, confident: false };
}

/** "… in an article entitled “…”": the words are the outlet's that the sentence leans on. */
function titleOf(read: Read, { outer }: Quote): Given | null {
  const before = read.article.text.slice(Math.max(0, outer.start - 60), outer.start);
  const cue = /(?<!\p{L})(entitled|titled|headlined)[\s:,]*$/u.exec(before)?.[1];
  if (cue === undefined) return null;
  const cited = read.anatomy.cited.find(({ span }) => span.start <= outer.start && outer.start < span.end);
  if (!cited) return null;
  const by: Attributed = {
    pattern: 'before',
    mention: cited.span,
    isPronoun: false,
    cue,
    within: cited.span,
  };
  return { speaker: cited.cited, source: cited.cited, by, confident: true };
}

function isNextParagraph(text: string, before: Quote, quote: Quote): boolean {
  return (
    text.slice(before.paragraph.end, quote.paragraph.start).trim() === '' &&
    before.outer.end >= before.paragraph.end - 1
  );
}

/** The name behind what an attribution calls the speaker. */
function speakerOf(read: Read, by: Attributed, who: Who): { speaker: string | null; sure: boolean } {
  const { text } = read.article;
  if (!by.isPronoun) {
    const printed = text.slice(by.mention.start, by.mention.end);
    if (!paper.test(printed)) return { speaker: who.nameOf(text, by.mention), sure: true };
    return { speaker: issuerOf(read, by.mention, who), sure: false };
  }
  const low = text.slice(by.mention.start, by.mention.end).toLowerCase();
  const floor = Math.max(0, by.mention.start - reachBack);
  if (low === 'he' || low === 'she' || low === 'who') {
    const person = who.personBefore(by.mention.start, floor);
    return { speaker: person?.name ?? null, sure: person?.sure ?? false };
  }
  if (low === 'it') return { speaker: who.bodyBefore(text, by.mention.start, floor), sure: false };
  return { speaker: null, sure: false };
}

/** What words are put in, which speaks for somebody else. */
const paper =
  /(?:^|\s)(?:statement|statements|letter|report|release|tweet|post|memo|email|e-mail|message|communique|leaflets?|article|story)$/i;
const issued = /(?:statement|letter|report|release|memo|message)s?\s(?:from|by|of)\s(?:the\s)?$/i;

/** Whose statement it is: "a statement from X" before it, else the body its sentence opens with, else the one named last. */
function issuerOf({ article: { text } }: Read, mention: Span, who: Who): string | null {
  return (
    who.behind(text, mention.start, Math.max(0, mention.start - reachBack), issued) ??
    who.bodyBefore(text, mention.start, Math.max(0, mention.start - reachBack))
  );
}

/** The outlet that a sentence says the words were said to or taken from. */
function sourceAt({ anatomy }: Read, within: Span): string | null {
  return anatomy.cited.find(({ span }) => span.start < within.end && within.start < span.end)?.cited ?? null;
}
