import type { PageOrders } from '@/lib/app/messaging';
import { placeQuote } from '@/lib/page';

type Quote = Parameters<PageOrders['highlight']>[0][number];

/** Name in the page's highlight registry; the style for it is put in by the background, out of the page's sight. */
export const highlightName = 'refrain';

/**
 * Marks quotations in the page by the CSS Custom Highlight API, which changes nothing in its document, and scrolls the first
 * one into view. What was marked before is marked no longer.
 *
 * @returns how many of them were found in the page as it is now.
 */
export function highlight(quotes: readonly Quote[]): number {
  const ranges = quotes.map((quote) => placeQuote(document, quote)).filter((range) => range !== null);
  CSS.highlights.set(highlightName, new Highlight(...ranges));
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return ranges.length;
}

export function clearHighlights(): void {
  CSS.highlights.delete(highlightName);
}
