import { furniture, isProse, linkShare, roughWords } from '@/lib/page/gathered';
import type { Block, PageBlocks } from './blocks';
import { keptByDensity } from './kept-by-density';
import { keptByReadability } from './kept-by-readability';

/** Above this many nodes the page is read by density alone: a clone and Readability would take longer than a reader waits. */
export const cloneLimit = 30_000;

/** Readability's answer is doubted below this many rough words, and compared with the densest part of the page. */
const poor = 80;

/** Which blocks belong to the article, as far as extractors can tell; none when the page has no running text. */
export function chooseKept(document: Document, page: PageBlocks): boolean[] {
  const shares = chooseShares(document, page);
  const kept = page.blocks.map(({ shown }, n) => shown && (shares?.[n] ?? 0) >= 0.5);
  bridgeGaps(page.blocks, kept);
  return kept;
}

function chooseShares(document: Document, page: PageBlocks): Float32Array | null {
  if (page.nodes > cloneLimit || !page.whole) return keptByDensity(page);
  let best = keptByReadability(document, page, 'with-names');
  if (best !== null && keptWords(page, best) >= poor) return best;
  for (const attempt of [
    () => keptByReadability(document, page, 'without-names'),
    () => keptByDensity(page),
  ]) {
    const other = attempt();
    if (other === null) continue;
    if (best === null || keptWords(page, other) > 1.5 * keptWords(page, best)) best = other;
  }
  return best;
}

function keptWords(page: PageBlocks, shares: Float32Array): number {
  let words = 0;
  shares.forEach((share, n) => {
    if (share >= 0.5) words += roughWords(page.blocks[n]!.text);
  });
  return words;
}

/**
 * Takes back paragraphs that were dropped from the middle of the text: running text with the same parent as a paragraph kept
 * before or after it.
 */
function bridgeGaps(blocks: readonly Block[], kept: boolean[]): void {
  const parents = new Set<Element | null>();
  blocks.forEach((block, n) => {
    if (kept[n] && isProse(block)) parents.add(block.element.parentElement);
  });
  for (let n = kept.indexOf(true) + 1; n < kept.lastIndexOf(true); n++) {
    const block = blocks[n]!;
    if (kept[n] || !block.shown || (block.zones & furniture) !== 0) continue;
    kept[n] = isProse(block) && linkShare(block) < 0.3 && parents.has(block.element.parentElement);
  }
}
