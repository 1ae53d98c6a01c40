import type { ArticleLink, SourceLine, Span } from '@/lib/core/article';
import { cutAt, type GatheredBlock } from '@/lib/page/gathered';
import { webAddress } from './addresses';

/** Longest line and most lines that are handed on, as `SourceLine` promises. */
export const bounds = { units: 400, lines: 400, links: 8, tail: 12, head: 12 } as const;

/** Words that a credit is made of, in the languages we read; lines with one of them come first when lines must be left out. */
const creditWords =
  /\b(?:source|originally|appeared|published|republished|reprinted|reposted|syndicated|courtesy|permission|contribut(?:ed|or)|delivered by|via|credit|licen[cs]ed?|creative commons|copyright|©|AP|AFP|Reuters|UPI|PTI|ANI|wire|agenc(?:y|ies)|associated press|by)\b|^\(/i;

/**
 * Lines of the whole page that may carry a credit, in the page's order, before anything is cleaned.
 * `spans[n]` is the place of block n in the article's text, if it stands there.
 */
export function sourceLines(
  blocks: readonly GatheredBlock[],
  body: readonly number[],
  spans: ReadonlyMap<number, Span>,
  url: string | null,
): SourceLine[] {
  const first = body[0] ?? blocks.length;
  const last = body.at(-1) ?? -1;
  const place = (n: number): SourceLine['place'] => {
    if (n >= first && n <= last) return 'body';
    if (n < first && n >= first - bounds.head) return 'head';
    if (n > last && n <= last + bounds.tail) return 'tail';
    return 'elsewhere';
  };
  const candidates = blocks.flatMap((block, n) => (mayCarryCredit(block, place(n)) ? [n] : []));
  return pick(candidates, blocks, place).map((n) => lineOf(blocks[n]!, place(n), spans.get(n) ?? null, url));
}

function mayCarryCredit(block: GatheredBlock, place: SourceLine['place']): boolean {
  if (place === 'head' || place === 'tail') return true;
  return block.text.length <= bounds.units || creditWords.test(edges(block.text));
}

/** The most telling lines when there are more than the bound: around the body first, then those with words of credit, then by order. */
function pick(
  candidates: number[],
  blocks: readonly GatheredBlock[],
  place: (n: number) => SourceLine['place'],
): number[] {
  if (candidates.length <= bounds.lines) return candidates;
  const weight = (n: number) =>
    (creditWords.test(edges(blocks[n]!.text)) ? 4 : 0) +
    { head: 3, tail: 3, body: 2, elsewhere: 0 }[place(n)];
  return candidates
    .toSorted((a, b) => weight(b) - weight(a) || a - b)
    .slice(0, bounds.lines)
    .toSorted((a, b) => a - b);
}

function edges(text: string): string {
  return text.length <= 800 ? text : `${text.slice(0, 400)}\n${text.slice(-400)}`;
}

function lineOf(
  block: GatheredBlock,
  place: SourceLine['place'],
  span: Span | null,
  url: string | null,
): SourceLine {
  const text = cutAt(block.text, bounds.units);
  const links: ArticleLink[] = [];
  for (const { start, end, href: written } of block.links) {
    if (links.length === bounds.links || end > text.length) break;
    const href = webAddress(written, url);
    if (href === null) continue;
    links.push({
      text: text.slice(start, end),
      href,
      span: span === null ? null : { start: span.start + start, end: span.start + end },
    });
  }
  return {
    text,
    links,
    place,
    span: span === null ? null : { start: span.start, end: span.start + text.length },
  };
}
