import type { Article, Span } from '@/lib/core/article';
import { type AnatomyPart, type Citation, type Credit, knownMentions } from '@/lib/core/provenance';

/** A span as the command line writes it: `[start, end)` in UTF-16 units. */
export type Pair = [number, number];

export function pair({ start, end }: Span): Pair {
  return [start, end];
}

/** A credit or citation of article `id`, as one line of `credits`. */
export function creditLine(id: string, credit: Credit) {
  return {
    id,
    line: credit.line,
    kind: credit.kind,
    outlet: credit.outlet,
    outlet_as_printed: credit.outletAsPrinted,
    author: credit.author,
    url: credit.url,
    span: credit.span && pair(credit.span),
    field: credit.field,
  };
}

/** A citation as one line of `credits`: the sentence is the line. The outlet as printed is `null` where it goes by no name of the table there. */
export function citationLine({ id, text }: Article, { cited, span }: Citation) {
  const line = text.slice(span.start, span.end);
  return {
    id,
    line,
    kind: 'citation',
    outlet: cited,
    outlet_as_printed: printedAs(line, cited),
    author: null,
    url: null,
    span: pair(span),
    field: 'text',
  };
}

/** The name an outlet goes by in a sentence ("Agence France-Presse" for AFP). */
function printedAs(line: string, outlet: string): string | null {
  const mention = knownMentions(line).find((one) => one.outlet === outlet);
  if (mention) return line.slice(mention.start, mention.end);
  return line.includes(outlet) ? outlet : null;
}

/** A part of the anatomy, as `extract` gives it. */
export function anatomyPart(part: AnatomyPart) {
  return {
    kind: part.kind,
    span: pair(part.span),
    source: part.source,
    speaker: part.speaker,
    end_marked: part.endMarked,
  };
}

/** Whom a page leans on, as `extract` gives it. */
export function citedLine({ cited, cue, span }: Citation) {
  return { cited, cue, span: pair(span) };
}
