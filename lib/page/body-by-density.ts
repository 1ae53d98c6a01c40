import type { Block, PageBlocks } from './blocks';
import { isProse, linkShare, roughWords } from './prose';
import { furniture, zone } from './zones';

/**
 * Finds the article without a clone: the element below which most running text stands closest together.
 * Each paragraph counts for its parent in full, for its grandparent by half, for the one above by a quarter
 * (the scoring that Arc90's Readability of 2010 introduced). For pages too large to clone, and where Readability finds nothing.
 * Answers 1 for a block of the body and 0 for any other; `null` when there is no paragraph at all.
 */
export function keptByDensity(page: PageBlocks): Float32Array | null {
  const scores = new Map<Element, number>();
  for (const block of page.blocks) {
    if (!canBeBody(block) || !isProse(block)) continue;
    const words = Math.min(roughWords(block.text), 100) * (block.zones & zone.article ? 1.5 : 1);
    let element = block.element.parentElement;
    for (const share of [1, 0.5, 0.25]) {
      if (element === null) break;
      scores.set(element, (scores.get(element) ?? 0) + words * share);
      element = element.parentElement;
    }
    scores.set(block.element, (scores.get(block.element) ?? 0) + words);
  }
  let best: Element | null = null;
  for (const [element, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = element;
  if (best === null) return null;
  const container = best;
  return Float32Array.from(page.blocks, (block) =>
    canBeBody(block) && linkShare(block) < 0.6 && container.contains(block.element) ? 1 : 0,
  );
}

function canBeBody(block: Block): boolean {
  return block.shown && (block.zones & (furniture | zone.aside)) === 0;
}
