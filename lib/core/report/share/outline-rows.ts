import { plural, type Say } from '../phrases';
import { plain, webAddress } from './plain';

/** A string of a page, feed or file, cleaned to one line, in its own language. */
export interface ForeignText {
  text: string;
  language: string | null;
}

/** One entry of a list: who, under which headline, and what is said of it. */
export interface OutlineRow {
  name: string | null;
  badge: string | null;
  title: ForeignText | null;
  /** Web address, or `null`. */
  url: string | null;
  quote: ForeignText | null;
  facts: string[];
}

/** A question with its answer. */
export interface OutlineSection {
  heading: string;
  /** A picture that says nothing the rows do not say. */
  picture: 'words' | 'time' | null;
  sentences: string[];
  rows: OutlineRow[];
}

/** Entries listed of one kind, unless a section lists fewer. */
const mostRows = 100;

/** A row of an outline, empty but for what is given. */
export const row = (more: Partial<OutlineRow>): OutlineRow => ({
  name: null,
  badge: null,
  title: null,
  url: null,
  quote: null,
  facts: [],
  ...more,
});

/** @param most entries listed; the number of those left out is said */
export function section(
  say: Say,
  heading: string,
  more: Partial<OutlineSection>,
  most = mostRows,
): OutlineSection {
  const { picture = null, sentences = [], rows = [] } = more;
  const left = rows.length - most;
  return {
    heading,
    picture,
    sentences,
    rows: left > 0 ? [...rows.slice(0, most), row({ facts: [plural(say, 'share_more', left)] })] : rows,
  };
}

/** Who publishes, as stated; the address's host where no name is. */
export function nameOf(say: Say, { outlet, url }: { outlet: string | null; url: string | null }): string {
  const address = webAddress(url);
  const name = outlet ?? (address === null ? null : new URL(address).hostname);
  return name === null ? say('report_outlet_unknown') : plain(name);
}
