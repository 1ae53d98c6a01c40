import type { Span } from '@/lib/core/article';
import { overlapOf, sharedSpans } from '@/lib/core/provenance/origins/shared-spans';
import type { Finding } from './finding';
import { cut, plain } from './plain';

/** Longest quotation in a shared finding, in UTF-16 units: enough to show what is meant, never the article. */
export const longestQuotation = 300;
/** Quotations in one finding. */
const mostQuotations = 10;

/** A run of this page's text that stands in other articles too. */
export interface Quotation {
  /** Its first words, at most 300 characters. */
  words: string;
  /** How many words the whole run has. */
  length: number;
  /** Where else it stands, all of it or nearly: outlets, or addresses where no outlet is stated. */
  outlets: string[];
}

/** Share of a quoted run that an outlet must have to be named with it: less is not the same words in a row. */
const nearlyAll = 0.9;

/** The longest shared runs of the page, each quoted by its beginning, in the order of the page. */
export function quotationsOf({ report, text }: Finding): Quotation[] {
  const copies = report.sameText.map(({ article, passages }) => ({
    outlet: plain(article.outlet ?? article.url ?? article.id),
    passages: passages.filter(({ kind }) => kind === 'same'),
  }));
  const runs = copies.flatMap(({ passages }) => passages).sort((a, b) => b.words - a.words);
  const chosen: { here: Span; words: number }[] = [];
  for (const run of runs) {
    if (chosen.length === mostQuotations) break;
    if (!chosen.some(({ here }) => overlapOf([here], [run.here]) > 0)) chosen.push(run);
  }
  const others = copies.map(({ outlet, passages }) => ({ outlet, spans: sharedSpans({ passages }) }));
  return chosen
    .sort((a, b) => a.here.start - b.here.start)
    .map(({ here, words }) => {
      const having = others.filter(
        ({ spans }) => overlapOf(spans, [here]) >= nearlyAll * (here.end - here.start),
      );
      return {
        words: cut(plain(text.slice(here.start, here.end)), longestQuotation),
        length: words,
        outlets: [...new Set(having.map(({ outlet }) => outlet))],
      };
    });
}
