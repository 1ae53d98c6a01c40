import type { Article, PageReading, ReadingOutcome } from '@/lib/core/article';
import { countWords } from '@/lib/core/text';

/** Length of a value as a message, in UTF-16 units. */
const lengthOf = (value: unknown) => JSON.stringify(value).length;

/**
 * Makes a reading fit into one message. Lines from elsewhere in the page (footer, sidebars) go first, then
 * the other lines from the end of the page; the text is cut only when it alone is too long, at the end of a paragraph,
 * and the report then names how many words were compared.
 *
 * @param most UTF-16 units of JSON.
 */
export function fitMessage(outcome: ReadingOutcome, most: number): ReadingOutcome {
  if (outcome.status !== 'read' || lengthOf(outcome) <= most) return outcome;
  const reading = withoutLines(withShorterText(outcome.reading, most * 0.8), most * 0.98);
  return { status: 'read', reading };
}

function withoutLines(reading: PageReading, most: number): PageReading {
  let over = lengthOf(reading) - most;
  const kept = new Set(reading.lines);
  const leastWantedFirst = [
    ...reading.lines.filter(({ place }) => place === 'elsewhere').reverse(),
    ...reading.lines.filter(({ place }) => place !== 'elsewhere').reverse(),
  ];
  for (const line of leastWantedFirst) {
    if (over <= 0) break;
    kept.delete(line);
    over -= lengthOf(line) + 1;
  }
  return { ...reading, lines: reading.lines.filter((line) => kept.has(line)) };
}

function withShorterText(reading: PageReading, most: number): PageReading {
  const { article } = reading;
  const end = longestStart(article, most);
  if (end === article.text.length) return reading;
  const text = article.text.slice(0, end);
  const paragraphs = article.paragraphs.filter((paragraph) => paragraph.end <= end);
  const inside = <T extends { span: { end: number } | null }>({ span }: T) =>
    span === null || span.end <= end;
  return {
    ...reading,
    article: { ...article, text, paragraphs },
    lines: reading.lines.map((line) => ({
      ...line,
      span: inside(line) ? line.span : null,
      links: line.links.map((link) => ({ ...link, span: inside(link) ? link.span : null })),
    })),
    blocks: reading.blocks.filter(inside),
    cut: {
      wordsCompared: countWords(text),
      wordsInAll: reading.cut?.wordsInAll ?? countWords(article.text),
    },
  };
}

/** End of the last paragraph that fits with all before it; quotation marks and line breaks take two units in JSON. */
function longestStart({ text, paragraphs }: Article, most: number): number {
  let units = 0;
  let end = 0;
  for (const paragraph of paragraphs) {
    units += lengthOf(text.slice(end, paragraph.end)) + lengthOf(paragraph) + 1;
    if (units > most) return end;
    end = paragraph.end;
  }
  return text.length;
}
