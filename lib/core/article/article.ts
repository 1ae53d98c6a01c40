import type { Span } from './span';

/**
 * How much of the outlet's article the text we hold is. Every share shown to a reader names its base by this word.
 * `unknown` is for records that came without a page (imports, packs that do not say).
 */
export type Completeness = 'full' | 'summary' | 'teaser' | 'paywalled' | 'unknown';

/** Where a date was read. A claim by the page or feed is kept apart from the moment we first saw the text. */
export type StampSource = 'page' | 'feed' | 'url' | 'import' | 'pack' | 'first-seen';

/** A date with its source and its precision; `at` is ISO 8601 (`2017-09-28` for a day, with time and zone for a minute). */
export interface Stamp {
  at: string;
  precision: 'minute' | 'day';
  from: StampSource;
}

/**
 * One news text as everything downstream sees it: plain strings and numbers.
 * `text` is what the reader sees, paragraphs parted by a blank line; all spans speak of it.
 * `null` means "the source does not say", never "none".
 */
export interface Article {
  /** Stable within a library: the canonical address for pages and feed items, the given id for imported records. */
  id: string;
  /** Outlet as the source states it: a host (`www.example.org`) or a name. See `outletOf` for its identity. */
  outlet: string | null;
  url: string | null;
  title: string | null;
  /** The byline as printed ("By Jane Doe, Staff Writer"). */
  byline: string | null;
  published: Stamp | null;
  modified: Stamp | null;
  /** BCP 47, lower case ("en", "pt-br"). */
  language: string | null;
  text: string;
  paragraphs: Span[];
  completeness: Completeness;
  /** The line at the foot of its page that names who owns the outlet, as printed (`ownerIn`). */
  ownerLine?: string;
}

/** A link in the article's body or credit lines; `span` is its text within `Article.text`, `null` when it stood outside of it. */
export interface ArticleLink {
  text: string;
  href: string;
  span: Span | null;
}
