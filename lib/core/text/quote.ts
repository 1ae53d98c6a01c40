import type { Span } from '@/lib/core/article';

/**
 * A passage by its own words and a little of what stands around it, so that it is found again in the page as it is now.
 * The TextQuoteSelector of the W3C Web Annotation Data Model.
 */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Context on each side, in UTF-16 units: Hypothesis stores as much. */
const contextUnits = 32;

/** The quotation of a span of an article's text. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextUnits), start),
    suffix: text.slice(end, end + contextUnits),
  };
}
