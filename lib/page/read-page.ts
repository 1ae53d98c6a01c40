import type { ReadingOutcome } from '@/lib/core/article';
import { isHtml } from '@/lib/page/gate';
import { gatherPage } from '@/lib/page/gather';
import { judgePage, type PageAt } from '@/lib/page/judge';

/** Nothing is sent here; the bound only keeps a page of any size from filling the memory. */
const room = 8_000_000;

/**
 * Reads a page into an article with everything beside it. The document is never changed: what must be taken apart is a clone.
 *
 * Metadata, and every line that may carry a credit, are read from the whole document first; only then is the body chosen,
 * because extractors delete exactly the lines that say whose text it is.
 */
export function readPage(document: Document, at: PageAt): ReadingOutcome {
  if (!isHtml(document)) return { status: 'not-an-article', because: 'unsupported-page' };
  return judgePage(gatherPage(document, at.url, room), at);
}
