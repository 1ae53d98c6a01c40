import type { Block, PageBlocks } from './blocks';
import { keptByDensity } from './body-by-density';
import { keptByReadability } from './body-by-readability';
import { endsArticle, isBoilerplate } from './boilerplate';
import { endsSentence, isProse, linkShare, roughWords } from './prose';
import { believableFurniture, furniture, zone } from './zones';

/** Above this many nodes the page is read by density alone: a clone and Readability would take longer than a reader waits. */
export const cloneLimit = 30_000;

/** Readability's answer is doubted below this many rough words, and compared with the densest part of the page. */
const poor = 80;

/** Which blocks are the article's body, as indices into `page.blocks` in order. Empty when the page has no running text. */
export function bodyOf(document: Document, page: PageBlocks): number[] {
  const kept = chooseKept(document, page);
  if (kept === null) return [];
  const chosen = page.blocks.map((block, n) => (kept[n] ?? 0) >= 0.5 && block.shown);
  bridgeGaps(page.blocks, chosen);
  const body = page.blocks.flatMap((_, n) => (chosen[n] ? [n] : []));
  return trimmed(page.blocks, body);
}

function chooseKept(document: Document, page: PageBlocks): Float32Array | null {
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

function keptWords(page: PageBlocks, kept: Float32Array): number {
  let words = 0;
  kept.forEach((share, n) => {
    if (share >= 0.5) words += roughWords(page.blocks[n]!.text);
  });
  return words;
}

/**
 * Takes back paragraphs that were dropped from the middle of the text: running text with the same parent as a paragraph kept
 * before or after it.
 */
function bridgeGaps(blocks: readonly Block[], chosen: boolean[]): void {
  const first = chosen.indexOf(true);
  const last = chosen.lastIndexOf(true);
  const parents = new Set<Element | null>();
  for (let n = first; n >= 0 && n <= last; n++)
    if (chosen[n] && isProse(blocks[n]!)) parents.add(blocks[n]!.element.parentElement);
  for (let n = first; n >= 0 && n <= last; n++) {
    const block = blocks[n]!;
    if (chosen[n] || !block.shown || (block.zones & furniture) !== 0) continue;
    if (isProse(block) && linkShare(block) < 0.3 && parents.has(block.element.parentElement))
      chosen[n] = true;
  }
}

/** Takes furniture, calls and labels out of the body, and what stands below the story's end. */
function trimmed(blocks: readonly Block[], body: number[]): number[] {
  const believable = believableFurniture(
    body.map((n) => ({ zones: blocks[n]!.zones, words: roughWords(blocks[n]!.text) })),
  );
  const story = body.filter((n) => {
    const block = blocks[n]!;
    if ((block.zones & believable) !== 0 || block.tag === 'FIGURE' || block.tag === 'CAPTION') return false;
    return !isBoilerplate(block.text) && !isLinkLine(block);
  });
  return withoutTail(blocks, story);
}

/** A line that is nothing but a link and no sentence: a teaser of another article. Headings and quotations may be links. */
function isLinkLine(block: Block): boolean {
  if (block.zones & zone.heading || block.frame !== null) return false;
  return linkShare(block) > 0.8 && !(endsSentence(block.text) && roughWords(block.text) >= 8);
}

/** Cuts what follows a heading such as "Related stories", unless most of the text stands below it. */
function withoutTail(blocks: readonly Block[], body: number[]): number[] {
  const total = body.reduce((sum, n) => sum + roughWords(blocks[n]!.text), 0);
  let before = 0;
  for (let at = 0; at < body.length; at++) {
    const block = blocks[body[at]!]!;
    if (before >= 0.6 * total && roughWords(block.text) < 10 && endsArticle(block.text))
      return body.slice(0, at);
    before += roughWords(block.text);
  }
  return body;
}
