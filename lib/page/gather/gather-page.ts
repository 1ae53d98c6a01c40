import { isArticlePage } from '@/lib/page/gate';
import { type GatheredBlock, type GatheredPage, isProse, oneLine, roughWords } from '@/lib/page/gathered';
import { type Block, collectBlocks, type Frame } from './blocks';
import { chooseKept } from './choose-kept';
import { readStatements } from './statements';
import { linksThatFit, whatFits } from './what-fits';

/** Bytes of JSON that a gathered page may take as a message; the hard stop is 200 kB. */
export const messageRoom = 190_000;

/**
 * Gathers all that takes a DOM to be read, changing nothing in the document; plain data, to be judged by `judgePage`.
 * `url` is the page's address, `null` for a file without one; `room` is how many bytes of JSON it may take.
 */
export function gatherPage(document: Document, url: string | null, room: number = messageRoom): GatheredPage {
  const statements = readStatements(document);
  const page = collectBlocks(document);
  const kept = chooseKept(document, page);
  const { texts, wordsLeftOut } = whatFits(page.blocks, kept, room - JSON.stringify(statements).length);
  const frames = [...new Set(page.blocks.flatMap(({ frame }, n) => (frame && texts.has(n) ? frame : [])))];
  return {
    ...statements,
    blocks: page.blocks.flatMap((block, n) => {
      const text = texts.get(n);
      return text === undefined ? [] : [plain(block, text, kept[n] === true, frames)];
    }),
    frames: frames.map(({ kind, element }) => ({ kind, cite: oneLine(element.getAttribute('cite'), 500) })),
    wordsLeftOut,
    hiddenWords: hiddenWords(page.blocks),
    gate: isArticlePage(document, url),
  };
}

function plain(block: Block, text: string, kept: boolean, frames: readonly Frame[]): GatheredBlock {
  const { tag, zones, frame, linked } = block;
  return {
    text,
    tag,
    zones,
    links: linksThatFit(block).filter(({ end }) => end <= text.length),
    linked: Math.min(linked, text.length),
    frame: frame === null ? null : frames.indexOf(frame),
    kept,
  };
}

/** Running text that the page holds and does not display, in rough words. */
function hiddenWords(blocks: readonly Block[]): number {
  return Math.round(
    blocks.reduce((sum, block) => sum + (!block.shown && isProse(block) ? roughWords(block.text) : 0), 0),
  );
}
