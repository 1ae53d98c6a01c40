/**
 * A text file's own way in: copies saved or scraped as text, with menus, comments and forms still in them.
 * The article's `text` is the body alone; the title is not in it. Lines above and below the body are handed on as
 * `lines` without a span, so that credits are read before anything is cut; comments are handed on to nobody.
 */
import { tokenize } from '@/lib/core/text';
import type { Completeness } from './article';
import { findEdges, isFurniture } from './plain-text-edges';
import { bylineOf, statedAddress, statedDate, statedOutlet } from './plain-text-facts';
import { type FileLine, fileLines } from './plain-text-lines';
import { noMetadata, type ReadingOutcome, type SourceLine } from './reading';
import type { Span } from './span';

/** Words of one article that are compared; the rest of a longer one is left out and the reading says so. */
const mostWords = 30_000;
/** Text looked at, in UTF-16 units: twice the longest article with everything around it. */
const longestFile = 16_000_000;
/** Lines around the body that are handed on, and the longest of them. */
const lineLimits = { most: 400, longest: 400 };

/**
 * Reads a text file. `name` becomes the article's id (a path or file name); `text` is its content as a string.
 * Dates, outlet and byline are taken only where the file states them. A file of no words, or of bytes that are no text,
 * is not an article.
 */
export function readPlainText(name: string, text: string): ReadingOutcome {
  const plain = text
    .slice(0, longestFile)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00A0/g, ' ');
  if (isBinary(plain)) return { status: 'not-an-article', because: 'unsupported-page' };
  const lines = fileLines(plain);
  const edges = findEdges(lines);
  if (!edges) return { status: 'not-an-article', because: 'no-text' };
  const { title, start, end, comments } = edges;
  const head = lines.slice(0, start).filter((_, at) => at !== title);
  const body = lines.slice(start, end).filter(({ text: printed }, at) => at === 0 || !isFurniture(printed));
  const tail = lines.slice(end, comments);
  const after = lines.slice(comments);
  const joined = joinParagraphs(body);
  const cut = cutWords(joined.text);
  const kept = cut ? joined.text.slice(0, cut.end) : joined.text;
  if (kept.trim() === '') return { status: 'not-an-article', because: 'no-text' };
  return {
    status: 'read',
    reading: {
      article: {
        id: name,
        outlet: statedOutlet([...tail, ...head, ...after]),
        url: statedAddress(head),
        title: title === null ? null : lines[title]!.text,
        byline: bylineOf(head, tail),
        published: statedDate(head, tail, body),
        modified: null,
        language: null,
        text: kept,
        paragraphs: joined.paragraphs
          .filter((span) => span.start < kept.length)
          .map((span) => ({ start: span.start, end: Math.min(span.end, kept.length) })),
        completeness: completenessOf(body, [...tail, ...after], edges.endShown),
      },
      lines: [...sourceLines(head, 'head'), ...sourceLines(tail, 'tail')].slice(0, lineLimits.most),
      metadata: noMetadata,
      blocks: [],
      cut: cut && { wordsCompared: mostWords, wordsInAll: cut.words },
    },
  };
}

/** NUL characters, or one in twenty characters that no text has, at the beginning of the file. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (sample.includes('\0')) return true;
  const odd = sample.match(/[^\P{Cc}\t\n\v\f]|\uFFFD/gu)?.length ?? 0;
  return odd > sample.length / 20;
}

/** The body's paragraphs, parted by a blank line. */
function joinParagraphs(body: readonly FileLine[]): { text: string; paragraphs: Span[] } {
  const paragraphs: Span[] = [];
  const pieces: string[] = [];
  let at = 0;
  for (const { text } of body) {
    paragraphs.push({ start: at, end: at + text.length });
    pieces.push(text);
    at += text.length + 2;
  }
  return { text: pieces.join('\n\n'), paragraphs };
}

/** Where an overlong text is cut, and its words in all; `null` when it is short enough. */
function cutWords(text: string): { end: number; words: number } | null {
  if (text.length <= mostWords) return null;
  const { words, ends } = tokenize(text);
  return words.length <= mostWords ? null : { end: ends[mostWords - 1]!, words: words.length };
}

function sourceLines(lines: readonly FileLine[], place: SourceLine['place']): SourceLine[] {
  return lines.map(({ text }) => ({ text: text.slice(0, lineLimits.longest), links: [], place, span: null }));
}

function completenessOf(
  body: readonly FileLine[],
  after: readonly FileLine[],
  endShown: boolean,
): Completeness {
  const last = body.at(-1)?.text ?? '';
  const paywall =
    /(?:subscribe|sign in|log in|register) to (?:continue|read|keep)|to continue reading|already a subscriber|subscribers? only|remaining free articles/i;
  if ([last, ...after.slice(0, 6).map(({ text }) => text)].some((line) => paywall.test(line)))
    return 'paywalled';
  if (/(?:…|\.{3}|\[…\])\s*(?:(?:continue reading|read (?:more|the rest|the full))\b.{0,40})?$/i.test(last))
    return 'teaser';
  if (/^(?:continue reading|read (?:more|the rest|the full))\b/i.test(after[0]?.text ?? '')) return 'teaser';
  return endShown ? 'full' : 'unknown';
}
