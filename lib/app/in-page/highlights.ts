import { highlight, placeQuotes, type Quote } from '@/lib/page';

/** Name in the page's highlight registry; the style for it is put in by the background, out of the page's sight. */
export const highlightName = 'refrain';

/**
 * Marks quotations in the page and scrolls the first one into view. What was marked before is marked no longer.
 *
 * @returns how many of them were found in the page as it is now.
 */
export function highlightQuotes(quotes: readonly Quote[]): number {
  const ranges = placeQuotes(document, quotes).filter((range) => range !== null);
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return highlight(document, ranges, highlightName);
}

export function clearHighlights(): void {
  highlight(document, [], highlightName);
}
