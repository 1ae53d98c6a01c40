import type { Span } from '@/lib/core/article';
import { markedQuotations } from '@/lib/core/provenance/anatomy/marked-quotations';
import { textBlocks } from '@/lib/core/provenance/text-blocks';
import type { Read } from '../told';

/** Somebody's words in an article: in marks, or set off as a block. */
export interface Quote {
  /** Without its marks. */
  span: Span;
  /** With them. */
  outer: Span;
  paragraph: Span;
  /** Too short to be a statement: it only tells who is speaking, for the next one. */
  short: boolean;
  /** Speaker and outlet by the page's own parts, for what is set off as a block; `null` for words in marks within a sentence. */
  block: { speaker: string | null; source: string | null; statedBy: Span | null } | null;
}

/** Fewer words in marks are a name, a title or a scare quote. */
const shortest = 4;
/** A block in marks is one quotation: marks inside it are nested ones. */
const opening = /^[“"«„]/u;
const marks = /^[\s“”"„«»‘…]+|[\s“”"„«»]+$/gu;

/** Direct quotations of an article, in order: blocks of the page and runs in marks, also within another's excerpt. */
export function quotesIn({ article: { text }, anatomy }: Read): Quote[] {
  const paragraphs = textBlocks(text);
  const found: Quote[] = [];
  let at = 0;
  const paragraphAt = (place: number) => {
    if (at > 0 && paragraphs[at]!.start > place) at = 0;
    while (at < paragraphs.length - 1 && paragraphs[at]!.end <= place) at++;
    return paragraphs[at] ?? { start: 0, end: text.length };
  };
  const marked = markedQuotations(text, paragraphs);
  const blocks = anatomy.parts.filter(
    ({ kind, span }) => kind !== 'own' && kind !== 'reprint' && isBlock(text, span),
  );
  for (const { span, speaker, source, statedBy } of blocks)
    found.push({
      span: inner(text, span),
      outer: span,
      paragraph: paragraphAt(span.start),
      block: { speaker, source, statedBy },
      short: false,
    });
  for (const { span, words } of marked) {
    const isOfBlock = blocks.some(
      (block) =>
        block.span.start <= span.start &&
        span.end <= block.span.end &&
        (covers(span, block.span) ||
          (block.kind !== 'unstated' && opening.test(text.slice(block.span.start, block.span.start + 1)))),
    );
    if (!isOfBlock)
      found.push({
        span: inner(text, span),
        outer: span,
        paragraph: paragraphAt(span.start),
        block: null,
        short: words < shortest,
      });
  }
  return found.filter(({ span }) => span.end > span.start).sort((a, b) => a.span.start - b.span.start);
}

/** Whole paragraphs: a line's end or the text's stands right before and behind. */
function isBlock(text: string, { start, end }: Span): boolean {
  return (
    (start === 0 || /\n\s*$/.test(text.slice(Math.max(0, start - 3), start))) &&
    /^[\s]*(?:\n|$)/.test(text.slice(end, end + 3))
  );
}

function covers(part: Span, whole: Span): boolean {
  return (part.end - part.start) * 10 >= (whole.end - whole.start) * 8;
}

function inner(text: string, { start, end }: Span): Span {
  const run = text.slice(start, end);
  const bare = run.replace(marks, '');
  const from = start + run.indexOf(bare);
  return { start: from, end: from + bare.length };
}
