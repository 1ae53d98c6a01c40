import type { Span } from '@/lib/core/article';
import {
  dateWords,
  percent,
  relationWords,
  sayInEnglish as say,
  whoseWordsSentence,
} from '@/lib/core/report';
import type { ComparedSide, Comparison } from './comparison';
import { framingLines } from './framing-text';

/** A comparison in readable lines; the sentences that the popover says too are the same. */
export function comparisonText(comparison: Comparison): string {
  const { a, b } = comparison;
  return [
    ...sideLines('A', a),
    '',
    ...sideLines('B', b),
    '',
    ...sharedLines(comparison),
    '',
    ...headlineLines(comparison),
    ...framingLines(comparison.framing, (id) => id.toUpperCase()),
  ].join('\n');
}

function sideLines(letter: string, { file, reading, report }: ComparedSide): string[] {
  const { article } = reading;
  const facts = [
    article.outlet ?? 'no outlet stated',
    dateWords(say, article.published),
    `${report.page.words} words`,
  ];
  return [
    `${letter}  ${oneLine(article.title ?? 'no headline')}`,
    `   ${facts.map(oneLine).join(' · ')}`,
    `   ${file}`,
    `   ${whoseWordsSentence(say, report)}`,
  ];
}

/** Longest quotation of a passage, in UTF-16 units; longer ones show their beginning and end. */
const longestQuote = 160;

function sharedLines({ a, b, text, story }: Comparison): string[] {
  if (text === null && story === null)
    return ['No text is shared, and nothing shows that both tell the same story.'];
  if (text === null) return [`No text is shared. ${storyLine(story)}`];
  const { coverage, passages, wordsShared } = text;
  return [
    `${relationWords(say, text.relation)}: ${percent(say, coverage.here)} of A and ${percent(say, coverage.there)} of B, ${wordsShared} words in ${passages.length} ${passages.length === 1 ? 'passage' : 'passages'}.`,
    ...passages.map((passage, index) => {
      const quote = quoteOf(a.reading.article.text, passage.here);
      const words = `${passage.words} ${passage.words === 1 ? 'word' : 'words'}`;
      if (passage.kind === 'same') return `  ${index + 1}. ${words}: “${quote}”`;
      return `  ${index + 1}. reworded: A “${quote}” B “${quoteOf(b.reading.article.text, passage.there)}”`;
    }),
  ];
}

function storyLine(story: Comparison['story']): string {
  if (story === null) return '';
  return `Both tell the ${story.relation === 'same-event' ? 'same event' : 'same story'}; both have: ${story.shared.join(', ')}.`;
}

function quoteOf(text: string, { start, end }: Span): string {
  const quote = oneLine(text.slice(start, end));
  if (quote.length <= longestQuote) return quote;
  return `${quote.slice(0, longestQuote / 2).trimEnd()} … ${quote.slice(-longestQuote / 2).trimStart()}`;
}

function headlineLines({ a, b, headlines }: Comparison): string[] {
  if (a.reading.article.title === null || b.reading.article.title === null)
    return ['Headlines: not both have one.'];
  const { only_a: onlyA, only_b: onlyB } = headlines;
  if (onlyA.length === 0 && onlyB.length === 0) return ['Headlines: the same words.'];
  const listed = (runs: string[][]) => runs.map((run) => run.join(' ')).join(' … ') || 'none';
  return [`Headlines: only A has: ${listed(onlyA)}; only B has: ${listed(onlyB)}.`];
}

/** White space and control characters as one space, so that a text cannot draw on the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}
