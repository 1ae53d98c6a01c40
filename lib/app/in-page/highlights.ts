import { obey } from '@/lib/app/messaging';
import type { Quote } from '@/lib/core/text';
import { highlight, placeQuotes } from '@/lib/page';
import { claim } from './claim';
import { highlightName } from './highlight-name';

/** Obeys orders to highlight from now on. This script is put in when the reader first asks for a passage, and once. */
export function highlightWhenTold(): void {
  if (!claim('highlight')) return;
  obey({ highlight: (passages) => ({ placed: highlightPassages(passages) }) });
}

/**
 * Marks passages in the page and scrolls the first one into view. What was marked before is marked no longer.
 *
 * @returns of how many passages something was found in the page as it is now.
 */
function highlightPassages(passages: readonly Quote[][]): number {
  const places = placeQuotes(document, passages.flat());
  const ranges = places.filter((range) => range !== null);
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (highlight(document, ranges, highlightName) === 0) return 0;
  let before = 0;
  return passages.filter((quotes) => {
    const found = places.slice(before, before + quotes.length).some((range) => range !== null);
    before += quotes.length;
    return found;
  }).length;
}
