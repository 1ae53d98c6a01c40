import type { Span } from '@/lib/core/article';
import { paragraphs } from './sentences';

/** A line of signs alone, as agencies set between the stories of a digest. */
const rule = /^[\s_*•·◆■—–=~#-]+$/u;
/** "11:20 a.m.", "5 p.m. EDT", "14:30 GMT", "16h45": a clock time alone, as it heads the entries of a running report. */
const clock = /^\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?\s?m\.?)?\s?(?:\(?[A-Z]{2,4}\)?)?\s?[-–—:]?$/u;
/** A heading begins like one, is short, ends no sentence and is no address or mention. */
const longestHeading = 90;
const heading = /^[\p{Lu}\p{N}“"‘'¿¡][^@]*[^.!?:;,…"”’)\s]$/u;
const notHeading = /:\/\/|@|\b\d{1,2}:\d{2}\b/;
const headingWords = { fewest: 2, most: 12 };
/** Words of an item; what is shorter belongs to the item after it. */
const fewestItemWords = 25;
/** Headings stand in ordinary articles too: only this many, each above prose, make a digest. */
const fewestHeadings = 3;
/** Words of a paragraph that a heading stands above. */
const fewestBelow = 20;

/**
 * The items of a digest: a text that tells several stories ("The Latest …", news in brief), divided by rules and clock
 * times that stand alone, or else by headings. Items lie in order and hold all of the text but the rules; a text that
 * is not divided has none.
 */
export function items(text: string): Span[] {
  const blocks = paragraphs(text).map((span) => readBlock(text, span));
  const byRules = blocks.map(({ kind }) => kind === 'rule' || kind === 'clock');
  const byHeadings = blocks.map(
    ({ kind }, i) => kind === 'heading' && (blocks[i + 1]?.words ?? 0) >= fewestBelow,
  );
  if (byRules.some(Boolean)) return divide(blocks, byRules);
  return byHeadings.filter(Boolean).length >= fewestHeadings ? divide(blocks, byHeadings) : [];
}

interface Block {
  span: Span;
  kind: 'rule' | 'clock' | 'heading' | 'prose';
  words: number;
}

function readBlock(text: string, span: Span): Block {
  const line = text.slice(span.start, span.end);
  const words = line.split(/\s+/).length;
  return { span, kind: kindOf(line, words), words };
}

function kindOf(line: string, words: number): Block['kind'] {
  if (line.length > longestHeading) return 'prose';
  if (rule.test(line)) return 'rule';
  if (clock.test(line)) return 'clock';
  const isHeading = words >= headingWords.fewest && words <= headingWords.most && heading.test(line);
  return isHeading && !notHeading.test(line) ? 'heading' : 'prose';
}

function divide(blocks: readonly Block[], opens: readonly boolean[]): Span[] {
  const found: (Span & { words: number })[] = [];
  let isNew = true;
  blocks.forEach(({ span, kind, words }, i) => {
    isNew ||= opens[i] === true;
    if (kind === 'rule') return;
    const last = found.at(-1);
    if (last && !(isNew && last.words >= fewestItemWords)) {
      last.end = span.end;
      last.words += words;
    } else found.push({ ...span, words });
    isNew = false;
  });
  const last = found.at(-1);
  if (found.length > 1 && last && last.words < fewestItemWords) {
    found.pop();
    found.at(-1)!.end = last.end;
  }
  return found.length > 1 ? found.map(({ start, end }) => ({ start, end })) : [];
}
