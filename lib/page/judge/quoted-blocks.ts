import type { PageReading, Span } from '@/lib/core/article';
import type { GatheredPage } from '@/lib/page/gathered';
import { webAddress } from './addresses';

/** Block quotes and embedded posts of the body, each as one span from its first to its last paragraph. */
export function quotedBlocks(
  page: GatheredPage,
  spans: ReadonlyMap<number, Span>,
  url: string | null,
): PageReading['blocks'] {
  const found = new Map<number, PageReading['blocks'][number]>();
  for (const [n, span] of spans) {
    const block = page.blocks[n]!;
    const frame = block.frame === null ? undefined : page.frames[block.frame];
    if (block.frame === null || frame === undefined) continue;
    // The last link of an embedded post is the post's own address; that of a quotation may be its source.
    const linked = webAddress(block.links.at(-1)?.href, url);
    const known = found.get(block.frame);
    if (known === undefined) {
      found.set(block.frame, {
        kind: frame.kind,
        span: { ...span },
        cite: webAddress(frame.cite, url) ?? linked,
      });
    } else {
      known.span.end = span.end;
      if (frame.cite === null) known.cite = linked ?? known.cite;
    }
  }
  return [...found.values()];
}
