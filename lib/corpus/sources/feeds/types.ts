/** A text of a feed: plain words, or HTML that is only ever read as text. */
export interface FeedText {
  text: string;
  html: boolean;
}

/** One item as its feed gives it; strings are the feed's own and not to be trusted. `null` means not said. */
export interface FeedItem {
  /** What the feed calls the item by; often, not always, its address. */
  guid: string | null;
  link: string | null;
  title: FeedText | null;
  summary: FeedText | null;
  /** The text itself, where the feed gives it apart from the summary. */
  content: FeedText | null;
  authors: string[];
  /** Dates as printed. */
  published: string | null;
  updated: string | null;
  language: string | null;
  /** Where the item says it comes from: `<source>` of RSS, Atom's `source`, `dc:source`. */
  source: { title: string | null; url: string | null } | null;
  /** Atom's `link rel="via"`: where the item was found. */
  via: string | null;
  /** `media:credit` of the item to a company that made or passes on its text; those to persons are pictures'. */
  mediaCredit: string | null;
  /** `dc:rights`, Atom's `rights`. */
  rights: string | null;
}

export interface Feed {
  title: FeedText | null;
  description: FeedText | null;
  /** The site the feed is of, as the feed says. */
  home: string | null;
  language: string | null;
  items: FeedItem[];
}

/** Why bytes gave no feed; each has its sentence for the reader. */
export type NotAFeed = 'not-text' | 'empty' | 'web-page' | 'entity-definitions' | 'no-feed';

export type FeedOutcome = { status: 'read'; feed: Feed } | { status: 'refused'; because: NotAFeed };

/** Most items read of one feed. */
export const mostItems = 2_000;
/** Longest field kept of an item, in UTF-16 units; texts may be longer. */
export const longestField = 65_536;
/** Longest text kept of an item (about 60,000 words of HTML). */
export const longestContent = 500_000;
