import type { ColumnMap, Refused } from '@/lib/corpus/sources/imports';
import type { ImportRow } from '@/lib/corpus/store';

/** Which column of a table holds what, counted from 0. */
export type ImportColumns = ColumnMap;

/** A file to import: `staged` is its number where the page put it for the background to read. */
export interface ImportFile {
  staged: number;
  name: string;
  bytes: number;
  /** Where the reader chose them anew; else they are guessed. */
  columns: ImportColumns | null;
  /** Records that this library wrote itself: what they say of their coming is kept. */
  restored?: boolean | undefined;
}

/** What importing a file would do. Nothing is stored for it. */
export interface ImportPreview {
  name: string;
  bytes: number;
  /** For a table: its columns, each with what the first row has there, and what they are taken for. */
  table: { columns: { name: string; sample: string }[]; map: ImportColumns } | null;
  /** Records in the file; `more`: there are more, the count was stopped. */
  records: number;
  more: boolean;
  /** The first so many were read in full. The counts below are of these. */
  looked: number;
  articles: number;
  /** Their id is in the library. */
  held: number;
  /** Nearly all of their words stand in another article. */
  near: number;
  /** State a date that cannot be read, or lies in the future: they are kept without one. */
  undated: number;
  /** Crawled pages that are no articles. */
  passedOver: number;
  refusals: number;
  refused: Refused[];
  /** The first articles, as they would be held. */
  rows: { title: string | null; outlet: string | null; published: string | null; words: number }[];
}

/** An import under way or at its end. */
export interface ImportJob extends Omit<ImportRow, 'files' | 'at'> {
  /** Of its files. */
  names: string[];
  /** Read so far, 0 to 1, by bytes. */
  share: number;
  secondsLeft: number | null;
}
