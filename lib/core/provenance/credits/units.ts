import type { Article, ArticleLink, SourceLine, Span } from '@/lib/core/article';
import { paragraphs, sentences } from '@/lib/core/text';
import { textLines } from '../text-blocks';
import { mayBeCopyright } from './copyright';
import { phrasesFor } from './phrases';
import { mayLeadIn } from './quote-lead';
import { mayBeWire } from './wire';

/** A stretch that is read for a credit: a sentence, or a short line whole. */
export interface Unit {
  text: string;
  /** What is quoted as evidence: the whole line where it is short, else the sentence. */
  line: string;
  /** Where `line` stands in the article's text; `null` outside of it. */
  span: Span | null;
  place: SourceLine['place'];
  links: readonly ArticleLink[];
  /** The text before this unit on the same line. */
  before: string;
  /** The line's beginning, at most 400 units. */
  lineStart: string;
  /** The line above, trimmed; `null` at the top. */
  above: string | null;
  /** Nothing of the article stands before this unit. */
  opens: boolean;
  /** The unit closes its paragraph. */
  closesParagraph: boolean;
}

/** Bounds per page: lines read, units of one line. */
const mostLines = 1_200;
const longestUnit = 400;
const shortLine = 240;

/** Everything that may credit somebody: the page's own lines, then the text's that these do not cover. */
export function creditUnits(article: Article, lines: readonly SourceLine[]): Unit[] {
  const inText = placedLines(article);
  const units: Unit[] = [];
  let above: string | null = null;
  for (const line of lines.slice(0, mostLines)) {
    if (line.span === null) {
      units.push(...unitsOf(line.text.slice(0, longestUnit), null, line.place, line.links, above, false));
      above = line.text.trim().slice(0, longestUnit);
    }
  }
  above = null;
  const linked = lines.filter((line) => line.span !== null && line.links.length > 0);
  for (const { span, place, opens } of inText) {
    const text = article.text.slice(span.start, span.end);
    const links = linked
      .filter((line) => line.span!.start < span.end && span.start < line.span!.end)
      .flatMap((line) => line.links);
    units.push(...unitsOf(text, span.start, place, links, above, opens));
    above = text.slice(-longestUnit);
  }
  return units;
}

interface TextLine {
  span: Span;
  place: SourceLine['place'];
  opens: boolean;
}

/** Lines of the text with their place: the first two are its head, the last five its tail. */
function placedLines({ text }: Article): TextLine[] {
  const spans = textLines(text, paragraphs(text));
  const lines = spans.map((span, index): TextLine => {
    const place = index < 2 ? 'head' : index >= spans.length - 5 ? 'tail' : 'body';
    return { span, place, opens: index === 0 && spans.length > 1 };
  });
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines / 2), ...lines.slice(-mostLines / 2)];
}

/** Whether any reader of credits may find something in a line; most paragraphs of an article are passed over by it. */
function mayCredit(text: string, place: SourceLine['place']): boolean {
  return (
    mayBeWire(text, place) ||
    mayLeadIn(text) ||
    (place !== 'body' && mayBeCopyright(text)) ||
    phrasesFor(text, place).length > 0
  );
}

function unitsOf(
  text: string,
  offset: number | null,
  place: SourceLine['place'],
  links: readonly ArticleLink[],
  above: string | null,
  opens: boolean,
): Unit[] {
  const whole = { start: 0, end: text.length };
  if (!mayCredit(text, place)) return [];
  const spans = sentences(text, [whole]);
  const isShort = text.length <= shortLine;
  return spans.map(({ start, end }, index) => {
    const line = isShort ? whole : { start, end: Math.min(end, start + longestUnit) };
    return {
      text: text.slice(start, Math.min(end, start + longestUnit)),
      line: text.slice(line.start, line.end),
      span: offset === null ? null : { start: offset + line.start, end: offset + line.end },
      place,
      links,
      before: text.slice(Math.max(0, start - longestUnit), start),
      lineStart: text.slice(0, longestUnit),
      above,
      opens: opens && index === 0,
      closesParagraph: index === spans.length - 1,
    };
  });
}
