import { believableFurniture, isProse, linkShare, roughWords, zone } from '@/lib/page/gathered';
import { elementAround, hostOf } from '@/lib/page/visible-nodes';
import type { PageBlocks } from './blocks';
import type { Block } from './line-writer';

/**
 * Finds the article without a clone: the element below which most running text stands closest together.
 * Each paragraph counts for its parent in full, for its grandparent by half, for the one above by a quarter
 * (the scoring that Arc90's Readability of 2010 introduced). For pages too large to clone, and where Readability finds nothing.
 * Answers 1 for a block of the body and 0 for any other; `null` when there is no paragraph at all.
 */
export function keptByDensity(page: PageBlocks): Float32Array | null {
  const prose = page.blocks.filter((block) => block.shown && isProse(block));
  const furniture = believableFurniture(prose.map(({ zones, text }) => ({ zones, words: roughWords(text) })));
  const canBeBody = (block: Block) => block.shown && (block.zones & furniture) === 0;
  const container = densest(prose.filter(canBeBody));
  if (container === null) return null;
  return Float32Array.from(page.blocks, (block) =>
    canBeBody(block) && linkShare(block) < 0.6 && isWithin(container, block.element) ? 1 : 0,
  );
}

/** `contains` sees no shadow trees. */
function isWithin(container: Element, element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = hostOf(at.getRootNode()))
    if (container.contains(at)) return true;
  return false;
}

function densest(prose: readonly Block[]): Element | null {
  const scores = new Map<Element, number>();
  const add = (element: Element, score: number) => scores.set(element, (scores.get(element) ?? 0) + score);
  for (const block of prose) {
    const words = Math.min(roughWords(block.text), 100) * (block.zones & zone.article ? 1.5 : 1);
    add(block.element, words);
    let element = elementAround(block.element);
    for (const share of [1, 0.5, 0.25]) {
      if (element === null) break;
      add(element, words * share);
      element = elementAround(element);
    }
  }
  let best: Element | null = null;
  for (const [element, score] of scores) if (best === null || score > scores.get(best)!) best = element;
  return best;
}
