import type { Span } from '@/lib/core/article';

/** A run in quotation marks: `span` with its marks, `inner` without. */
export interface Quotation {
  span: Span;
  inner: Span;
}

/** A mark as it may be printed: as itself, as an entity, or as UTF-8 misread as Windows-1252 (once or twice). */
const spellings = {
  '“': ['“', '&ldquo;', '&#8220;', '&#x201c;', '``', 'â€œ', 'â\u0080\u009C', 'Ã¢â‚¬Å“'],
  '”': [
    '”',
    '&rdquo;',
    '&#8221;',
    '&#x201d;',
    "''",
    'â€\u009D',
    'â\u0080\u009D',
    'Ã¢â‚¬Â\u009D',
    'Ã¢â‚¬\u009D',
  ],
  '"': ['"', '&quot;', '&#34;', '&#x22;', '＂'],
  '«': ['«', '&laquo;'],
  '»': ['»', '&raquo;'],
  '„': ['„', '&bdquo;', '‟'],
  '「': ['「'],
  '」': ['」'],
  '『': ['『'],
  '』': ['』'],
} as const;
type Mark = keyof typeof spellings;

/** What closes a quotation, by what opened it; the first is the proper one. */
const closings: Partial<Record<Mark, readonly Mark[]>> = {
  '“': ['”', '"'],
  '„': ['“', '”', '"'],
  '«': ['»'],
  '»': ['«'],
  '「': ['」'],
  '『': ['』'],
  '"': ['"', '”'],
  '”': ['”', '"'],
};

const markOf = new Map<string, Mark>();
for (const [mark, printed] of Object.entries(spellings))
  for (const one of printed) if (isMark(mark)) markOf.set(one, mark);
const anyMark = new RegExp(
  [...markOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((printed) => printed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'y',
);
/** What spellings begin with: nearly all characters of a text are passed over by it. */
const mayBeMark = new RegExp(
  `[${[...new Set([...markOf.keys()].map((printed) => printed[0]))].join('')}]`,
  'g',
);

function isMark(text: string): text is Mark {
  return Object.hasOwn(spellings, text);
}

/** A quotation longer than this has lost its closing mark (UTF-16 units). */
const longest = 3_000;
/** Marks looked at for the one that closes a quotation. */
const mostMarksAhead = 16;

interface FoundMark {
  mark: Mark;
  start: number;
  end: number;
}

/**
 * Quotations in double marks, in order, outermost only. A mark that is not closed within its paragraph is left alone,
 * unless the next paragraph opens with a mark again (a quotation running over paragraphs, each closed at its end here).
 * Single marks are not read: they cannot be told from apostrophes.
 */
export function quotations(text: string): Quotation[] {
  const marks = marksIn(text);
  const found: Quotation[] = [];
  const paragraphEnds = new ParagraphEnds(text);
  for (let at = 0; at < marks.length; at++) {
    const opening = marks[at]!;
    const closedBy = closings[opening.mark];
    if (!closedBy || !canOpen(text, opening)) continue;
    const end = paragraphEnds.after(opening.start);
    const close = closingMark(marks, at, closedBy, Math.min(end, opening.start + longest));
    if (close > 0) {
      const closing = marks[close]!;
      found.push(quotation(opening, closing.start, closing.end));
      at = close;
    } else if (opensAnew(text, marks[at + 1], end, opening)) found.push(quotation(opening, end, end));
  }
  return found;
}

function marksIn(text: string): FoundMark[] {
  const marks: FoundMark[] = [];
  mayBeMark.lastIndex = 0;
  while (mayBeMark.test(text)) {
    const start = mayBeMark.lastIndex - 1;
    anyMark.lastIndex = start;
    const printed = anyMark.exec(text)?.[0];
    if (printed === undefined) continue;
    marks.push({ mark: markOf.get(printed)!, start, end: anyMark.lastIndex });
    mayBeMark.lastIndex = anyMark.lastIndex;
  }
  return marks;
}

function quotation(opening: FoundMark, innerEnd: number, end: number): Quotation {
  return { span: { start: opening.start, end }, inner: { start: opening.end, end: innerEnd } };
}

/** Straight and wrongly turned marks open only after something like a space and before something printed. */
function canOpen(text: string, { mark, start, end }: FoundMark): boolean {
  if (mark !== '"' && mark !== '”' && mark !== '»') return true;
  const before = text[start - 1];
  const after = text[end];
  return (before === undefined || /[\s([{—–:-]/u.test(before)) && after !== undefined && /\S/u.test(after);
}

function closingMark(
  marks: readonly FoundMark[],
  opened: number,
  closedBy: readonly Mark[],
  before: number,
): number {
  for (const mark of closedBy) {
    const last = Math.min(marks.length, opened + 1 + mostMarksAhead);
    for (let at = opened + 1; at < last && marks[at]!.start < before; at++)
      if (marks[at]!.mark === mark) return at;
  }
  return -1;
}

/** Whether the paragraph after the one ending at `end` begins with the same mark. */
function opensAnew(text: string, next: FoundMark | undefined, end: number, opening: FoundMark): boolean {
  if (!next || opening.mark === '"' || next.mark !== opening.mark || next.start < end) return false;
  return text.slice(end, next.start).trim() === '' && end - opening.start <= longest;
}

const blankLine = /\n[^\S\n]*\n/y;

/** Ends of paragraphs, asked in ascending order. */
class ParagraphEnds {
  readonly #text: string;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  after(place: number): number {
    if (this.#end >= place) return this.#end;
    const isEnd = (at: number) => {
      blankLine.lastIndex = at;
      return blankLine.test(this.#text);
    };
    let at = this.#text.indexOf('\n', place);
    while (at >= 0 && !isEnd(at)) at = this.#text.indexOf('\n', at + 1);
    this.#end = at < 0 ? this.#text.length : at;
    return this.#end;
  }
}
