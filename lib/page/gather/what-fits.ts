import { cutAt } from '@/lib/page/gathered';
import type { Block } from './blocks';

/**
 * UTF-8 bytes of text that are gathered, so that a message stays below 200 kB: of the article first (30,000 words of English
 * take about 180,000), then of the lines around it, nearest first, each cut to a line's length in UTF-16 units.
 */
export const bounds = { article: 175_000, page: 185_000, otherUnits: 400, otherLines: 600 } as const;

export interface Fitting {
  /** Text of each block that goes along, by its index. */
  texts: Map<number, string>;
  /** Words of the article, roughly counted, for which there was no room. */
  wordsLeftOut: number;
}

/** Chooses what goes along when a page has more text than a message may hold. */
export function whatFits(blocks: readonly Block[], kept: readonly boolean[]): Fitting {
  const texts = new Map<number, string>();
  let bytes = 0;
  let wordsLeftOut = 0;
  blocks.forEach(({ text }, n) => {
    if (!kept[n]) return;
    const fits = wordsLeftOut > 0 ? '' : cutAt(text, unitsWithin(text, bounds.article - bytes));
    bytes += bytesOf(fits);
    if (fits !== '') texts.set(n, fits);
    if (fits !== text) wordsLeftOut += text.slice(fits.length).match(/\S+/g)?.length ?? 0;
  });
  const away = distances(kept);
  const others = blocks.flatMap(({ shown }, n) => (shown && !kept[n] ? [n] : []));
  others.sort((a, b) => away[a]! - away[b]! || a - b);
  for (const n of others.slice(0, bounds.otherLines)) {
    const text = cutAt(blocks[n]!.text, bounds.otherUnits);
    bytes += bytesOf(text);
    if (bytes > bounds.page) break;
    texts.set(n, text);
  }
  return { texts, wordsLeftOut };
}

/** How many blocks away the nearest kept one is, for each block. */
function distances(kept: readonly boolean[]): number[] {
  const away = kept.map((is) => (is ? 0 : Number.MAX_SAFE_INTEGER));
  for (let n = 1; n < away.length; n++) away[n] = Math.min(away[n]!, away[n - 1]! + 1);
  for (let n = away.length - 2; n >= 0; n--) away[n] = Math.min(away[n]!, away[n + 1]! + 1);
  return away;
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

/** UTF-8 bytes of one UTF-16 unit; each half of a pair counts 3 of the 4, which errs on the safe side. */
function unitBytes(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}
