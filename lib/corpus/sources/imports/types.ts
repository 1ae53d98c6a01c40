import type { Article, PageReading, ReadingOutcome } from '@/lib/core/article';
import type { Credit } from '@/lib/core/provenance/types';

/** One file handed over for import, either decoded or as it lies on the disk. */
export type ImportFile = { name: string; text: string } | { name: string; bytes: Uint8Array };

/** One article as its file gives it, with everything that stands beside it. */
export interface ArticleFound {
  article: Article;
  /** What credits and anatomy are read from; `reading.article` is `article`. */
  reading: PageReading;
  /** A record without text but with headline or summary is held as a headline. */
  held: 'text' | 'headline-only';
  summary: string | null;
  /** The date as the record prints it, also where no day could be read from it. */
  publishedAsPrinted: string | null;
  /** Keys of the record that are not ours, unchanged. */
  extra: Readonly<Record<string, unknown>>;
  /** File and line it came from, as a reader would say it ("news.jsonl, line 3"). */
  where: string;
}

/** An article of an import, ready to be prepared for a library. */
export interface ImportedArticle extends ArticleFound {
  credits: Credit[];
}

/** A file or record that was not taken: `why` also says what to do. */
export interface Refused {
  where: string;
  why: string;
}

/** Reading a page needs a DOM, and reading text files their own rules: both are handed in. */
export interface ImportDeps {
  readHtml: (html: string, url: string | null) => ReadingOutcome;
  readPlainText: (name: string, text: string) => ReadingOutcome;
}
