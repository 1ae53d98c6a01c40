import type { ReadingOutcome } from '@/lib/core/article';
import { readHtml } from '@/lib/page/read-html';
import { keepHeapLean } from './lean-heap';

/** Reads pages, with the address each stood at. */
export function pageReader(now: Date): (html: string, url: string | null) => ReadingOutcome {
  return (html, url) => {
    keepHeapLean();
    return readHtml(html, { url, now: now.getTime() });
  };
}
