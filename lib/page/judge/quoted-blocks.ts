import type { PageReading, Span } from '@/lib/core/article';
import { type GatheredBlock, type GatheredPage, isProse } from '@/lib/page/gathered';
import { webAddress } from './addresses';

/** Share of a text in block quotations from which on they may be its layout. */
const nearlyAll = 0.9;

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
  const quoted = [...found.values()];
  return isLayout(page, spans, quoted) ? [] : quoted;
}

/**
 * Block quotations are the whole text, and nobody is there to quote: old pages indent so. One alone that links to its source
 * is a quotation all the same.
 */
function isLayout(
  { blocks, frames }: GatheredPage,
  spans: ReadonlyMap<number, Span>,
  quoted: PageReading['blocks'],
): boolean {
  if (quoted.length === 0 || (quoted.length === 1 && quoted[0]?.cite !== null)) return false;
  if (lengthOf(quoted.map(({ span }) => span)) < nearlyAll * lengthOf([...spans.values()])) return false;
  const body = [...spans.keys()];
  const framed = body.flatMap((n) => frames[blocks[n]!.frame ?? -1] ?? []);
  if (framed.some(({ kind, cite }) => kind !== 'blockquote' || cite !== null)) return false;
  const around = blocks.slice(0, Math.max(...body)).filter(({ frame }) => frame === null);
  return !around.some(speaks);
}

const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** A paragraph of the page's own, or a line such as "The Telegraph reports:". */
const speaks = (block: GatheredBlock) => isProse(block) || block.text.endsWith(':');
