import type { Framing } from '@/lib/core/framing';
import type { Report } from '@/lib/core/report/types';

/** What a reader shares: a report, and the text of the page it is about, of which short quotations are made. */
export interface Finding {
  report: Report;
  /** The page's text as it was read; spans of the report speak of it. */
  text: string;
  /** Day it is shared on, ISO. */
  day: string;
  /** How the texts tell it, where the reader puts it in; for reading only (HTML and text). */
  framing?: Framing;
}

/** The forms a finding can take. */
export const shareForms = ['html', 'text', 'links', 'jsonld', 'csl', 'annotation'] as const;
export type ShareForm = (typeof shareForms)[number];

/** A file to save or copy. */
export interface SharedFile {
  name: string;
  /** Media type, with its charset where it is text. */
  type: string;
  content: string;
}
