import { obey } from '@/lib/app/messaging';
import { highlight, placeQuotes, type Quote } from '@/lib/page';
import { highlightName } from './highlight-name';

declare global {
  /** Set in the isolated world that our content scripts share; no page sees it. */
  var refrainHighlights: boolean | undefined;
}

/** Obeys orders to highlight from now on. This script is put in when the reader first asks for a passage, and once. */
export function highlightWhenTold(): void {
  if (globalThis.refrainHighlights) return;
  globalThis.refrainHighlights = true;
  obey({ highlight: (quotes) => ({ placed: highlightQuotes(quotes) }) });
}

/**
 * Marks quotations in the page and scrolls the first one into view. What was marked before is marked no longer.
 *
 * @returns how many of them were found in the page as it is now.
 */
function highlightQuotes(quotes: readonly Quote[]): number {
  const ranges = placeQuotes(document, quotes).filter((range) => range !== null);
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return highlight(document, ranges, highlightName);
}
