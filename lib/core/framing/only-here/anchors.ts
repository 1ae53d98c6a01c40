import type { Span } from '@/lib/core/article';
import { quotations } from '@/lib/core/text';
import type { Capitals } from '../capitals';
import { namesIn } from '../names';
import type { Read, Sentence } from '../told';
import type { OnlyHere } from '../types';
import { dateAt } from './dates';
import { figureAt } from './figures';

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

/** Fewest words of a quotation that is searched for. */
const SHORTEST_QUOTE = 5;

/** Names, numbers, dates and quotations of an article's text, in order. */
export function anchorsIn(read: Read, capitals: Capitals): Anchor[] {
  const found: Anchor[] = [];
  const quotes = quotations(read.article.text).map(({ inner }) => inner);
  for (const sentence of read.sentences) {
    if (sentence.field !== 'text') continue;
    for (const quote of quotes) {
      const from = sentence.words.findIndex(({ start }) => start >= quote.start);
      const to = sentence.words.findLastIndex(({ end }) => end <= quote.end) + 1;
      if (from < 0 || to - from < SHORTEST_QUOTE) continue;
      found.push(anchor('quotation', sentence, from, to, []));
    }
    found.push(...numbersAndDates(sentence));
    if (sentence.shouted) continue;
    for (const { from, to } of namesIn(read, sentence, capitals))
      found.push(anchor('name', sentence, from, wholeName(sentence, to), []));
  }
  return found;
}

/** A capital right behind a name belongs to it, though the word is written small elsewhere ("Cold War"). */
function wholeName({ words }: Sentence, to: number): number {
  let end = to;
  while (
    end < words.length &&
    words[end]!.capital &&
    words[end]!.start - words[end - 1]!.end === 1 &&
    !words[end - 1]!.possessive
  )
    end++;
  return end;
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
