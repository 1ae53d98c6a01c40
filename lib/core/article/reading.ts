import type { Article, ArticleLink } from './article';
import type { Span } from './span';

/**
 * A line of the document that may carry a credit, gathered from the WHOLE document before any cleaning,
 * because extractors delete exactly these lines. Capped: 400 UTF-16 units a line, 400 lines a page.
 */
export interface SourceLine {
  text: string;
  links: ArticleLink[];
  /** Where it stood: before, within or after the article's body, or elsewhere in the page (header, footer, aside). */
  place: 'head' | 'body' | 'tail' | 'elsewhere';
  /** Its place within `Article.text`; `null` when the cleaned text does not hold it. */
  span: Span | null;
}

/** What the page says of itself in markup. Each is named as evidence; none is trusted alone. */
export interface PageMetadata {
  canonical: string | null;
  ogUrl: string | null;
  siteName: string | null;
  /** From JSON-LD NewsArticle and its kin. */
  publisher: string | null;
  isBasedOn: string | null;
  creditText: string | null;
  copyrightHolder: string | null;
  /** Company that a feed's `media:credit` names for the item. */
  mediaCredit: string | null;
  /** Origin address named by a republication pixel. */
  republicationPixel: string | null;
  feeds: { title: string | null; href: string }[];
}

/** What is known of the markup of a text that came without a page: nothing. */
export const noMetadata: Readonly<PageMetadata> = {
  canonical: null,
  ogUrl: null,
  siteName: null,
  publisher: null,
  isBasedOn: null,
  creditText: null,
  copyrightHolder: null,
  mediaCredit: null,
  republicationPixel: null,
  feeds: [],
};

/** The reading of an article that came without a page around it: its text is all there is to read credits from. */
export function bareReading(article: Article): PageReading {
  return { article, lines: [], metadata: noMetadata, blocks: [], cut: null };
}

/** Everything the page hands over; the background needs no DOM for the rest. */
export interface PageReading {
  article: Article;
  lines: SourceLine[];
  metadata: PageMetadata;
  /** Block quotes and embedded posts of the page, as spans of `article.text`, with the address they cite or come from. */
  blocks: { kind: 'blockquote' | 'embed'; span: Span; cite: string | null }[];
  /** Words of the page's text when it was cut to the first `wordsCompared`; `null` when it was not. */
  cut: { wordsCompared: number; wordsInAll: number } | null;
}

/** Why a page is not compared; each has its sentence in `core/report/wording.ts`. */
export type NotAnArticle =
  | 'no-text'
  | 'list-page'
  | 'consent-wall'
  | 'bot-check'
  | 'error-page'
  | 'unsupported-page';

/** What comes of reading a page or a file: an article with everything beside it, or the reason why there is none. */
export type ReadingOutcome =
  | { status: 'read'; reading: PageReading }
  | { status: 'not-an-article'; because: NotAnArticle };
