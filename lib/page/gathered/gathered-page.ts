import type { NotAnArticle } from '@/lib/core/article';

/** One paragraph, heading, list item or other line of the page as the reader sees it. */
export interface GatheredBlock {
  /** White space collapsed; `\n` where the page breaks the line. Never empty. */
  text: string;
  /** Upper-case name of the element that makes the line. */
  tag: string;
  /** Bits of `zone`: where in the page's furniture it stands. */
  zones: number;
  /** Links within `text`, `[start, end)` in UTF-16 units; `href` as written in the page. */
  links: { start: number; end: number; href: string }[];
  /** UTF-16 units of `text` that are link text. */
  linked: number;
  /** Index into `GatheredPage.frames`, where it stands in a block quote or an embedded post. */
  frame: number | null;
  /** Whether the extractor counts it to the article. */
  kept: boolean;
}

/**
 * Everything of a page that takes a DOM to be read, as plain data small enough for a message (see `gatherPage`); what follows
 * from it is judged elsewhere, by `judgePage`. Strings are the page's own and not to be trusted.
 */
export interface GatheredPage {
  language: string | null;
  /** `<title>`. */
  title: string | null;
  /** Headings of the first order, as shown. */
  headings: string[];
  /** First content of each `<meta>`, by lower-case name, property or itemprop. */
  metas: [name: string, content: string][];
  /** Sources of the page's JSON-LD, article bodies taken out. */
  linkedData: string[];
  canonical: string | null;
  feeds: { title: string | null; href: string; type: string }[];
  /** Address of a republication pixel. */
  pixel: string | null;
  /** Dates the page shows in `<time>` and its kin, those marked as the publication's first. */
  times: string[];
  /** Blocks in the page's order; what the browser does not display is left out. */
  blocks: GatheredBlock[];
  frames: { kind: 'blockquote' | 'embed'; cite: string | null }[];
  /** Words of the article, roughly counted, that did not fit into the message. */
  wordsLeftOut: number;
  /** Running text that the page holds and does not display ("continue reading"), in rough words. */
  hiddenWords: number;
  /** What the gate says of the page. */
  gate: { article: boolean; because: NotAnArticle | null };
}
