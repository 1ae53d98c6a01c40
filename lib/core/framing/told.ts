import type { Article, Field, Span } from '@/lib/core/article';
import type { Credit, PageAnatomy } from '@/lib/core/provenance';
import { quotations, sentences } from '@/lib/core/text';
import { isEnglish } from './english';
import { type Word, wordsOf } from './words';

/** An article to be compared, with whose words it is made of. */
export interface Told {
  article: Article;
  anatomy: PageAnatomy;
}

/** A sentence with its words; a headline is one. */
export interface Sentence {
  field: Field;
  span: Span;
  words: Word[];
  /** Capitals say nothing here: a headline in title case, a line in capitals. */
  shouted: boolean;
}

/** An article as the lenses read it: made once for all of them. */
export interface Read {
  article: Article;
  anatomy: PageAnatomy;
  english: boolean;
  /** The headline first, then the text's sentences. */
  sentences: Sentence[];
  /** Where the text is somebody else's: quotations of any length, excerpts, blocks of unstated source. In order, not overlapping. */
  foreign: Span[];
}

/** Words of one article that are looked at; a longer text is cut, as everywhere. */
const mostWords = 30_000;
/** Words of one sentence: a text without punctuation is read in runs. */
const longestSentence = 200;

/** Reads a text once for all lenses: its sentences with their words, and which of it is somebody else’s. */
export function readTold({ article, anatomy }: Told): Read {
  const { text, title } = article;
  const found: Sentence[] = [];
  if (title !== null) found.push(...sentencesOf(title, 'title', [{ start: 0, end: title.length }]));
  let words = 0;
  const telling = sentences(text).filter((span) => !isCreditLine(span, anatomy.credits));
  for (const sentence of sentencesOf(text, 'text', telling)) {
    words += sentence.words.length;
    if (words > mostWords) break;
    found.push(sentence);
  }
  return {
    article,
    anatomy,
    english: isEnglish(article.language, text),
    sentences: found,
    foreign: foreignSpans(text, anatomy),
  };
}

/** Whether a sentence is nothing but a line that says whose text it is: it tells nothing of the story. */
function isCreditLine({ start, end }: Span, credits: readonly Credit[]): boolean {
  return credits.some(
    ({ kind, field, span }) =>
      field === 'text' && span !== null && kind !== 'quote-lead' && span.start <= start && end <= span.end,
  );
}

function sentencesOf(text: string, field: Field, spans: readonly Span[]): Sentence[] {
  return spans.flatMap((span) => {
    const words = wordsOf(text, span);
    const runs: Sentence[] = [];
    for (let at = 0; at < words.length; at += longestSentence) {
      const run = words.slice(at, at + longestSentence);
      const isWhole = words.length <= longestSentence;
      const within = isWhole ? span : { start: run[0]!.start, end: run.at(-1)!.end };
      runs.push({ field, span: within, words: run, shouted: isShouted(run) });
    }
    return runs;
  });
}

/** Seven in ten words with letters and more are capitalised. */
function isShouted(words: readonly Word[]): boolean {
  const longer = words.filter(({ text }) => /^[#@]?\p{L}{4}/u.test(text));
  return longer.length >= 3 && longer.filter(({ capital }) => capital).length >= longer.length * 0.7;
}

function foreignSpans(text: string, anatomy: PageAnatomy): Span[] {
  const blocks = anatomy.parts.filter(({ kind }) => kind !== 'own' && kind !== 'reprint');
  const all = [...blocks, ...quotations(text)].map(({ span }) => span).sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const { start, end } of all) {
    const last = joined.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** Whether a place of the text is somebody else's words. */
export function isForeign({ foreign }: Read, at: number): boolean {
  let low = 0;
  let high = foreign.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (foreign[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low < foreign.length && foreign[low]!.start <= at;
}
