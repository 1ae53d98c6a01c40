import type { Quote } from '@/lib/core/text';
import { atOnce, type Visitor, walkVisible } from '@/lib/page/visible-nodes';
import { matchQuote } from './match-quote';
import { type Squeezed, squeeze } from './squeezed';

/** Nodes and UTF-16 units of the page that are searched. */
const limits = { nodes: 200_000, units: 3_000_000 } as const;

/** The page's text squeezed into one string, with the way back to its nodes. */
interface SqueezedPage {
  text: string;
  nodes: Text[];
  /** Where each node's text begins in `text`. */
  starts: number[];
}

/**
 * Finds quotations in the page as it is now, each on its own; a range may span many nodes. `null` for one that is not there.
 * The text read from a page differs from the page in white space, hyphens and marks, so both are squeezed before comparing.
 * Where the document's own tree has none of them, its open shadow trees are searched as well, as they are read.
 */
export function placeQuotes(document: Document, quotes: readonly Quote[]): (Range | null)[] {
  const places = placesIn(document, squeezePage(document), quotes);
  if (places.some((place) => place !== null)) return places;
  return placesIn(
    document,
    squeezePage(document, ({ shadowRoot }) => shadowRoot),
    quotes,
  );
}

function placesIn(document: Document, page: SqueezedPage, quotes: readonly Quote[]): (Range | null)[] {
  return quotes.map(({ exact, prefix, suffix }) => {
    const place = matchQuote(page.text, {
      exact: squeeze(exact).text,
      prefix: squeeze(prefix).text,
      suffix: squeeze(suffix).text,
    });
    return place === null ? null : rangeOf(document, page, place.start, place.end);
  });
}

function squeezePage(document: Document, shadowOf?: Visitor['shadowOf']): SqueezedPage {
  const root = document.querySelector('body') ?? document.documentElement;
  const nodes: Text[] = [];
  const starts: number[] = [];
  const parts: string[] = [];
  let at = 0;
  const take = (node: Text) => {
    if (at > limits.units) return;
    const { text } = squeeze(node.data);
    if (text === '') return;
    nodes.push(node);
    starts.push(at);
    parts.push(text);
    at += text.length;
  };
  const visitor = { text: take, open() {}, close() {}, ...(shadowOf && { shadowOf }) };
  atOnce(walkVisible(root, limits.nodes, visitor));
  return { text: parts.join(''), nodes, starts };
}

/** A range lies in one tree: what begins in one and ends in another has none. */
function rangeOf(document: Document, page: SqueezedPage, start: number, end: number): Range | null {
  const range = document.createRange();
  const first = pointAt(page, start);
  const last = pointAt(page, end - 1);
  if (first.node.getRootNode() !== last.node.getRootNode()) return null;
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** Node and offset of one unit of the squeezed page. */
function pointAt(page: SqueezedPage, at: number): { node: Text; offset: number } {
  let low = 0;
  let high = page.starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (page.starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  const node = page.nodes[low]!;
  const { offsets }: Squeezed = squeeze(node.data);
  return { node, offset: offsets[at - page.starts[low]!] ?? node.data.length };
}
