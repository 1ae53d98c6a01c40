import type { Local, Teaser } from './furniture.ts';
import type { SiteOutlet, Template } from './outlets.ts';

/** What an article's page shows. Everything but the HTML of the credit is plain text and is escaped here. */
export interface ArticlePage {
  host: string;
  outlet: string;
  title: string;
  byline: string | null;
  /** ISO 8601, a day or with time and zone; `null` shows no date. */
  published: string | null;
  paragraphs: readonly string[];
  /** A line below the text, as HTML. */
  creditHtml?: string | undefined;
  /** Public address, shown as canonical; without it the page names none. */
  canonical?: string | undefined;
  section?: string | undefined;
  links?: readonly { text: string; href: string }[] | undefined;
  /** Numbers of the paragraphs set as block quotation. */
  blockquotes?: readonly number[] | undefined;
  related?: readonly Teaser[] | undefined;
  template?: Template | undefined;
  /** Makes the page's links open on this machine; without it they stay as they are. */
  local?: Local | undefined;
}

/** A page with the pieces that every template puts somewhere. */
export interface PageParts {
  page: ArticlePage;
  outlet: SiteOutlet;
  local: Local;
  /** Paragraphs and credit. */
  body: string;
  time: string;
  boxes: string;
}
