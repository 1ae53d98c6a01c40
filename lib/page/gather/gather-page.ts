import { isArticlePage } from '@/lib/page/gate';
import { type GatheredPage, oneLine } from '@/lib/page/gathered';
import { type Block, collectBlocks, type Frame } from './blocks';
import { chooseKept } from './choose-kept';
import { readStatements } from './statements';
import { whatFits } from './what-fits';

/**
 * Gathers all that takes a DOM to be read, changing nothing in the document; plain data, to be judged by `judgePage`.
 * `url` is the page's address, `null` for a file without one.
 */
export function gatherPage(document: Document, url: string | null): GatheredPage {
  const page = collectBlocks(document);
  const kept = chooseKept(document, page);
  const { texts, wordsLeftOut } = whatFits(page.blocks, kept);
  const frames = [...new Set(page.blocks.flatMap(({ frame }) => frame ?? []))];
  return {
    ...readStatements(document),
    blocks: page.blocks.flatMap((block, n) => {
      const text = texts.get(n);
      return text === undefined ? [] : [plain(block, text, kept[n] === true, frames)];
    }),
    frames: frames.map(({ kind, element }) => ({ kind, cite: oneLine(element.getAttribute('cite'), 2_000) })),
    wordsLeftOut,
    gate: isArticlePage(document, url),
  };
}

function plain(
  block: Block,
  text: string,
  kept: boolean,
  frames: readonly Frame[],
): GatheredPage['blocks'][number] {
  const { tag, zones, frame, linked } = block;
  return {
    text,
    tag,
    zones,
    links: block.links.filter(({ end }) => end <= text.length),
    linked: Math.min(linked, text.length),
    frame: frame === null ? null : frames.indexOf(frame),
    kept,
  };
}
