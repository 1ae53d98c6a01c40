import type { Article, PageReading, SourceLine, Span } from '@/lib/core/article';
import { sentences } from '@/lib/core/text';

/** As the caps of `SourceLine` say. */
const longestLine = 400;
const mostLines = 400;

/**
 * The reading of an article that came as a bare record, without a page around it: its own lines are all there is to
 * find credits in. Of a long text the first and the last lines are taken, because credits stand at the ends.
 */
export function readingOfRecord(article: Article): PageReading {
  return {
    article,
    lines: [...bylineOf(article), ...linesOf(article)],
    metadata: {
      canonical: null,
      ogUrl: null,
      siteName: null,
      publisher: null,
      isBasedOn: null,
      creditText: null,
      copyrightHolder: null,
      republicationPixel: null,
      feeds: [],
    },
    blocks: [],
    cut: null,
  };
}

function bylineOf({ byline }: Article): SourceLine[] {
  if (byline === null) return [];
  return [{ text: byline.slice(0, longestLine), links: [], place: 'head', span: null }];
}

function linesOf({ text, paragraphs }: Article): SourceLine[] {
  const spans = paragraphs.flatMap((paragraph) => linesWithin(text, paragraph));
  const taken =
    spans.length < mostLines ? spans : [...spans.slice(0, mostLines / 2 - 1), ...spans.slice(-mostLines / 2)];
  return taken.map((span) => ({ text: text.slice(span.start, span.end), links: [], place: 'body', span }));
}

/** A paragraph's printed lines; one that is too long for a line is taken by its sentences. */
function linesWithin(text: string, paragraph: Span): Span[] {
  const lines: Span[] = [];
  let start = paragraph.start;
  for (const line of text.slice(paragraph.start, paragraph.end).split('\n')) {
    const trimmed = line.trim();
    const first = start + line.indexOf(trimmed);
    if (trimmed !== '') lines.push({ start: first, end: first + trimmed.length });
    start += line.length + 1;
  }
  return lines.flatMap((line) =>
    line.end - line.start <= longestLine
      ? [line]
      : sentences(text, [line]).map((sentence) => ({
          start: sentence.start,
          end: Math.min(sentence.end, sentence.start + longestLine),
        })),
  );
}
