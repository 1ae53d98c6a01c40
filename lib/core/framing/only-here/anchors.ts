import type { Span } from '@/lib/core/article';
import { quotations } from '@/lib/core/text';
import { bodyLength } from '../actors/bodies';
import type { Capitals } from '../capitals';
import { namesIn } from '../names';
import type { Read, Sentence } from '../told';
import type { OnlyHere } from '../types';
import { dateAt } from './dates';
import { figureAt } from './figures';
import { GluedNames } from './glued-names';

/** Something in a text that can be searched for in another. */
export interface Anchor {
  kind: OnlyHere['kind'];
  span: Span;
  sentence: Sentence;
  /** Words `[from, to)` of its sentence. */
  from: number;
  to: number;
  /** Spellings it is searched under, as shown to the reader. */
  spellings: string[];
}

/** Words of a well-known body that may stand before the part of it that reads as a name. */
const longestBody = 6;
/** Fewest words of a quotation that is searched for. */
const shortestQuote = 5;

/** Names, numbers, dates and quotations of an article's text, in order. */
export function anchorsIn(read: Read, capitals: Capitals): Anchor[] {
  const found: Anchor[] = [];
  const glued = new GluedNames(read);
  const quotes = quotations(read.article.text).map(({ inner }) => inner);
  const opened = new Set(quotes.map(({ start }) => start));
  for (const sentence of read.sentences) {
    if (sentence.field !== 'text' || isFurniture(read, sentence)) continue;
    for (const quote of quotes) {
      const from = sentence.words.findIndex(({ start }) => start >= quote.start);
      const to = sentence.words.findLastIndex(({ end }) => end <= quote.end) + 1;
      if (from < 0 || to - from < shortestQuote || isOpenInside(read.article.text, quote)) continue;
      found.push(anchor('quotation', sentence, from, to, []));
    }
    found.push(...numbersAndDates(sentence));
    if (sentence.shouted || isLabel(sentence)) continue;
    for (const name of namesIn(read, sentence, capitals)) {
      const [from, to] = wholeName(sentence, name.from, name.to);
      const isOpening = to - from === 1 && opened.has(sentence.words[from]!.start);
      if (isOpening || glued.isGlued(sentence, from, to)) continue;
      found.push(anchor('name', sentence, from, to, []));
    }
  }
  return found;
}

/** Page furniture that a text was scraped with; names and numbers beside it are seldom the story's. */
const furniture =
  /\b(?:last updated?|follow us on|subscribe to our|print tweet|short url|\d+ related)\b|\s\|\s/iu;

function isFurniture({ article: { text } }: Read, { span }: Sentence): boolean {
  return furniture.test(text.slice(span.start, span.end));
}

/** A second mark that opens within a quotation: where the first one closes is not known. */
function isOpenInside(text: string, { start, end }: Span): boolean {
  return /[“„«]/.test(text.slice(start, end));
}

/** A line of two or three capitalised words: a rubric, a name under a picture. */
function isLabel({ words }: Sentence): boolean {
  return words.length <= 3 && words.every(({ capital }) => capital);
}

/** Words `[from, to)` of a name with the capitals right behind it ("Cold War"), or of the well-known body that it is a part of. */
function wholeName({ words }: Sentence, from: number, to: number): [number, number] {
  for (let start = Math.max(0, from - longestBody); start < to; start++) {
    const length = bodyLength(words, start);
    if (length > 1 && start + length >= to) return [start, start + length];
  }
  let end = to;
  if (words[end]?.low === 'of' && words[end + 1]?.low === 'the' && words[end + 2]?.capital) end += 3;
  while (
    end < words.length &&
    words[end]!.capital &&
    words[end]!.start - words[end - 1]!.end === 1 &&
    !words[end - 1]!.possessive
  )
    end++;
  return [from, end];
}

function numbersAndDates(sentence: Sentence): Anchor[] {
  const found: Anchor[] = [];
  for (let at = 0; at < sentence.words.length; at++) {
    const date = dateAt(sentence.words, at);
    if (date) {
      found.push(anchor('date', sentence, at, at + date.length, date.spellings));
      at += date.length - 1;
      continue;
    }
    const figure = figureAt(sentence.words, at);
    if (figure) found.push(anchor('number', sentence, at, at + 1, figure));
  }
  return found;
}

function anchor(
  kind: Anchor['kind'],
  sentence: Sentence,
  from: number,
  to: number,
  spellings: string[],
): Anchor {
  const span = { start: sentence.words[from]!.start, end: sentence.words[to - 1]!.end };
  return { kind, span, sentence, from, to, spellings };
}
