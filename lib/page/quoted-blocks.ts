import type { PageReading, Span } from '@/lib/core/article';
import { webAddress } from './addresses';
import type { Block, QuoteFrame } from './blocks';

/** Block quotes and embedded posts of the body, each as one span from its first to its last paragraph. */
export function quotedBlocks(
  blocks: readonly Block[],
  spans: ReadonlyMap<number, Span>,
  url: string | null,
): PageReading['blocks'] {
  const frames = new Map<Element, { frame: QuoteFrame; span: Span; cite: string | null }>();
  for (const [n, span] of spans) {
    const block = blocks[n]!;
    if (block.frame === null) continue;
    const known = frames.get(block.frame.element);
    // The last link of an embedded post is the post's own address; that of a quotation may be its source.
    const linked = webAddress(block.links.at(-1)?.element.getAttribute('href'), url);
    if (known === undefined) {
      const cite = webAddress(block.frame.element.getAttribute('cite'), url) ?? linked;
      frames.set(block.frame.element, { frame: block.frame, span: { ...span }, cite });
    } else {
      known.span.end = span.end;
      known.cite = linked ?? known.cite;
    }
  }
  return [...frames.values()].map(({ frame, span, cite }) => ({ kind: frame.kind, span, cite }));
}
