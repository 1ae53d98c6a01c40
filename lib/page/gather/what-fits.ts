import { cutAt, type GatheredBlock } from '@/lib/page/gathered';
import type { Block } from './line-writer';

/**
 * What is kept of the lines around the article, and of any line's links: as much as a `SourceLine` may hold.
 * `aside`: bytes left to those lines when the article alone would fill the message. `record`: bytes of a block's other fields.
 */
const bounds = { lineUnits: 400, links: 8, lines: 600, aside: 20_000, record: 90, link: 40 } as const;

export interface Fitting {
  /** Text of each block that goes along, by its index. */
  texts: Map<number, string>;
  /** Words of the article, roughly counted, for which there was no room. */
  wordsLeftOut: number;
}

/**
 * Chooses what goes along when a page has more text than there is room for, in UTF-8 bytes: the article first, then the lines
 * around it, nearest first, each cut to a line's length.
 */
export function whatFits(blocks: readonly Block[], kept: readonly boolean[], room: number): Fitting {
  const texts = new Map<number, string>();
  let left = room - bounds.aside;
  let wordsLeftOut = 0;
  blocks.forEach((block, n) => {
    if (!kept[n]) return;
    const { text } = block;
    const cost = costOfRecord(block);
    const fits = wordsLeftOut > 0 ? '' : cutAt(text, unitsWithin(text, left - cost));
    if (fits !== '') texts.set(n, fits);
    left -= cost + bytesOf(fits);
    if (fits !== text) wordsLeftOut += wordsFrom(text, fits.length);
  });
  left = Math.max(left, 0) + bounds.aside;
  const away = distances(kept);
  const others = blocks.flatMap(({ shown }, n) => (shown && !kept[n] ? [n] : []));
  others.sort((a, b) => away[a]! - away[b]! || a - b);
  for (const n of others.slice(0, bounds.lines)) {
    const text = cutAt(blocks[n]!.text, bounds.lineUnits);
    left -= costOfRecord(blocks[n]!) + bytesOf(text);
    if (left < 0) break;
    texts.set(n, text);
  }
  return { texts, wordsLeftOut };
}

/** The links of a block that go along: those of a line's length, and the last one of a quotation or post, which is its address. */
export function linksThatFit({ links, frame }: Block): GatheredBlock['links'] {
  const last = links.at(-1);
  return links.filter(
    (link, n) => (n < bounds.links && link.end <= bounds.lineUnits) || (frame !== null && link === last),
  );
}

function costOfRecord(block: Block): number {
  return linksThatFit(block).reduce<number>(
    (sum, { href }) => sum + bytesOf(href) + bounds.link,
    bounds.record,
  );
}

/** How many blocks away the nearest kept one is, for each block. */
function distances(kept: readonly boolean[]): number[] {
  const away = kept.map((is) => (is ? 0 : Number.MAX_SAFE_INTEGER));
  for (let n = 1; n < away.length; n++) away[n] = Math.min(away[n]!, away[n - 1]! + 1);
  for (let n = away.length - 2; n >= 0; n--) away[n] = Math.min(away[n]!, away[n + 1]! + 1);
  return away;
}

/** Words of a text from a place on, parted by white space, which is single in a block. */
function wordsFrom(text: string, start: number): number {
  let words = 0;
  for (let n = start; n < text.length; n++) {
    const isSpace = text.charCodeAt(n) <= 0x20;
    if (!isSpace && (n === start || text.charCodeAt(n - 1) <= 0x20)) words++;
  }
  return words;
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (let n = 0; n < text.length; n++) bytes += unitBytes(text.charCodeAt(n));
  return bytes;
}

/** Units of the text's start that take at most `limit` bytes. */
function unitsWithin(text: string, limit: number): number {
  let bytes = 0;
  for (let n = 0; n < text.length; n++) {
    bytes += unitBytes(text.charCodeAt(n));
    if (bytes > limit) return n;
  }
  return text.length;
}

/** UTF-8 bytes of one UTF-16 unit as JSON prints it; each half of a pair counts 3 of the 4, which errs on the safe side. */
function unitBytes(code: number): number {
  if (code === 0x22 || code === 0x5c || code === 0x0a) return 2;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}
