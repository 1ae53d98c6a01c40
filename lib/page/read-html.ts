import { parseHTML } from 'linkedom';
import type { ReadingOutcome } from '@/lib/core/article';
import { type PageAt, readPage } from './read-page';

/** Longest HTML that is parsed, in UTF-16 units; what follows is left out. */
export const longestHtml = 16_000_000;

/**
 * Reads HTML that stands in no browser: saved pages, imports, full texts of feeds. Not for the content script (it brings its
 * own parser). Never throws for what the HTML holds; HTML without running text gives `no-text`.
 */
export function readHtml(html: string, at: PageAt): ReadingOutcome {
  return readPage(parseDocument(html), at);
}

/** A document of HTML, whole page or fragment. */
export function parseDocument(html: string): Document {
  const source = html.slice(0, longestHtml);
  const whole = /<body[\s>]/i.test(source)
    ? source
    : `<!doctype html><html><head></head><body>${source}</body></html>`;
  return parseHTML(whole).document;
}
