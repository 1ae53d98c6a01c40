import type { Span } from '@/lib/core/article';
import type { Finding } from './finding';
import { cut, plain } from './plain';

/** Longest quotation in a shared finding, in UTF-16 units: enough to show what is meant, never the article. */
export const LONGEST_QUOTATION = 300;
/** Quotations in one finding. */
const MOST_QUOTATIONS = 10;

/** A run of this page's text that stands in other articles too. */
export interface Quotation {
  /** Its first words, at most 300 characters. */
  words: string;
  /** How many words the whole run has. */
  length: number;
  /** Where else it stands: outlets, or addresses where no outlet is stated. */
  outlets: string[];
}

/** The longest shared runs of the page, each quoted by its beginning, in the order of the page. */
export function quotationsOf({ report, text }: Finding): Quotation[] {
  const runs = report.sameText
    .flatMap(({ article, passages }) =>
      passages
        .filter(({ kind }) => kind === 'same')
        .map(({ here, words }) => ({ here, words, outlet: article.outlet ?? article.url ?? article.id })),
    )
    .sort((a, b) => b.words - a.words);
  const chosen: { here: Span; words: number }[] = [];
  for (const run of runs) {
    if (chosen.length === MOST_QUOTATIONS) break;
    if (!chosen.some(({ here }) => overlap(here, run.here))) chosen.push(run);
  }
  return chosen
    .sort((a, b) => a.here.start - b.here.start)
    .map(({ here, words }) => ({
      words: cut(plain(text.slice(here.start, here.end)), LONGEST_QUOTATION),
      length: words,
      outlets: [...new Set(runs.filter((run) => overlap(run.here, here)).map(({ outlet }) => plain(outlet)))],
    }));
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
