import { furniture, isProse, linkShare, roughWords, zone } from '@/lib/page/gathered';
import { elementAround } from '@/lib/page/visible-nodes';
import type { PageBlocks } from './blocks';
import { keptByDensity } from './kept-by-density';
import { keptByReadability } from './kept-by-readability';
import type { Block } from './line-writer';

/**
 * Above this many nodes, or elements within each other, the page is read by density alone. Clone and Readability take about
 * 10 µs a node, so that a reader would feel more; with the depth their cost grows as its square. (Of 212 saved pages, four have
 * more nodes, and lose nothing by it; none is deeper than 40.)
 */
const cloneLimits = { nodes: 8_000, depth: 250 } as const;

/**
 * Readability's answer is doubted when it holds less running text than this, in rough words, and less than this share of what
 * the densest part of the page holds. (On 420 saved pages: 19 of 22 such answers were a notice or nothing at all.)
 */
const doubtful = { words: 120, share: 0.5 } as const;

/** Which blocks belong to the article, as far as extractors can tell; none when the page has no running text. */
export function chooseKept(document: Document, page: PageBlocks): boolean[] {
  const shares = chooseShares(document, page);
  const kept = page.blocks.map(({ shown }, n) => shown && (shares?.[n] ?? 0) >= 0.5);
  bridgeGaps(page.blocks, kept);
  return kept;
}

function chooseShares(document: Document, page: PageBlocks): Float32Array | null {
  const byDensity = keptByDensity(page);
  if (page.nodes > cloneLimits.nodes || page.depth > cloneLimits.depth || !page.whole) return byDensity;
  const enough = Math.min(doubtful.words, doubtful.share * proseWords(page, byDensity));
  let best: Float32Array | null = null;
  for (const names of ['with-names', 'without-names'] as const) {
    const kept = keptByReadability(document, page, names);
    if (best === null || proseWords(page, kept) > proseWords(page, best)) best = kept;
    if (proseWords(page, best) >= enough) return best;
  }
  return proseWords(page, byDensity) > proseWords(page, best) ? byDensity : (best ?? byDensity);
}

/** Running text in what was kept, in rough words. */
function proseWords(page: PageBlocks, kept: Float32Array | null): number {
  let words = 0;
  kept?.forEach((share, n) => {
    const block = page.blocks[n]!;
    if (share >= 0.5 && isProse(block)) words += roughWords(block.text);
  });
  return words;
}

/** How many blocks before the first paragraph kept the story may have begun. */
const leadingBlocks = 30;

/**
 * Takes back what was dropped though it belongs: running text with the same parent as a paragraph kept, between the kept ones
 * or shortly before the first; the items of a list that stands between such paragraphs; and paragraphs between the headline
 * and the first one kept, which sites set apart as an introduction.
 */
function bridgeGaps(blocks: readonly Block[], kept: boolean[]): void {
  const parents = new Set<Element | null>();
  blocks.forEach((block, n) => {
    if (kept[n] && isProse(block)) parents.add(elementAround(block.element));
  });
  const first = kept.indexOf(true);
  if (first < 0) return;
  const begin = Math.max(0, first - leadingBlocks);
  const headline = blocks.findLastIndex(({ tag }, n) => n < first && n >= begin && tag === 'H1');
  for (let n = begin; n < kept.lastIndexOf(true); n++) {
    const block = blocks[n]!;
    if (kept[n] || !block.shown || (block.zones & furniture) !== 0 || linkShare(block) >= 0.3) continue;
    const parent = elementAround(block.element);
    if (isProse(block))
      kept[n] = parents.has(parent) || (headline >= 0 && n > headline && n < first && isIntroduction(block));
    else kept[n] = n > first && block.tag === 'LI' && parents.has(parent?.parentElement ?? null);
  }
}

function isIntroduction({ tag, zones }: Block): boolean {
  return tag === 'P' && (zones & zone.article) !== 0 && (zones & zone.byline) === 0;
}
