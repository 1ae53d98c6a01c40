import { isArticlePage } from '@/lib/page/gate';
import { type GatheredBlock, type GatheredPage, isProse, oneLine, roughWords } from '@/lib/page/gathered';
import { atOnce } from '@/lib/page/visible-nodes';
import { collectBlocks, type PageBlocks } from './blocks';
import { chooseKept } from './choose-kept';
import type { Block, Frame } from './line-writer';
import { readStatements } from './statements';
import { linksThatFit, whatFits } from './what-fits';

/** Bytes of JSON that a gathered page may take as a message; the hard stop is 200 kB. */
export const messageRoom = 190_000;

/**
 * Gathers all that takes a DOM to be read, changing nothing in the document; plain data, to be judged by `judgePage`.
 * `url` is the page's address, `null` for a file without one; `room` is how many bytes of JSON it may take.
 */
export function gatherPage(document: Document, url: string | null, room: number = messageRoom): GatheredPage {
  return atOnce(gatherSteps(document, url, room));
}

/** How a page is left in peace while it is gathered. */
export interface Breathing {
  /** The present moment in ms. */
  clock: () => number;
  /** Gives way to the page; resolves when it is idle again. */
  pause: () => Promise<void>;
}

/** Longest stretch of work on a page, in ms. */
const slice = 8;

/**
 * As {@link gatherPage}, giving way to the page every few ms while it goes through its nodes; worth it for large pages only.
 * A page that changes meanwhile is read as far as it can be.
 */
export async function gatherInSlices(
  document: Document,
  url: string | null,
  { clock, pause }: Breathing,
): Promise<GatheredPage> {
  const steps = gatherSteps(document, url, messageRoom);
  let until = clock() + slice;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (clock() < until) continue;
    await pause();
    until = clock() + slice;
  }
}

function* gatherSteps(document: Document, url: string | null, room: number): Generator<void, GatheredPage> {
  const statements = readStatements(document);
  const gate = isArticlePage(document, url);
  const page = yield* blocksOfPage(document);
  yield;
  const kept = chooseKept(document, page);
  yield;
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
    gate,
  };
}

/** Running text, in rough words, with which the document's own tree is taken for the page. */
const enoughWords = 120;

/**
 * The page's blocks; where the document itself holds hardly any running text, with those of its open shadow trees, into which
 * some sites put the whole article. Elsewhere such trees hold comments and players.
 */
function* blocksOfPage(document: Document): Generator<void, PageBlocks> {
  const page = yield* collectBlocks(document);
  if (proseWords(page) >= enoughWords) return page;
  const withShadows = yield* collectBlocks(document, ({ shadowRoot }) => shadowRoot);
  return proseWords(withShadows) > proseWords(page) ? withShadows : page;
}

function proseWords({ blocks }: PageBlocks): number {
  return blocks.reduce((sum, block) => sum + (isProse(block) ? roughWords(block.text) : 0), 0);
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
