import type { ComparedTexts } from '@/lib/app/messaging';
import { type ReportOutcome, withRewordedSentences } from '@/lib/core/report';
import type { HeldPages } from './held-pages';
import type { Pages } from './pages';
import { reportedIn, type TextHolders, textOfMatch } from './reported';

interface Sources extends TextHolders {
  pages: Pick<Pages, 'reportOf'>;
  held: Pick<HeldPages, 'text' | 'article'>;
}

/** A tab's report with the texts of its page and of one article: a match of the report, or a held page even where nothing is shared. */
export async function comparedTexts(
  { pages, ...holders }: Sources,
  tabId: number,
  articleId: string,
): Promise<ComparedTexts | null> {
  const known = await reportedIn(pages, tabId);
  if (known === null) return null;
  const { outcome, report } = known;
  const here = known.reading.article.text;
  const match = [...report.sameText, ...report.sameStory].find(({ article }) => article.id === articleId);
  if (match === undefined) {
    const unmatched = await holders.held.article(articleId);
    return unmatched && { outcome, here, there: await holders.held.text(articleId), unmatched };
  }
  const there = await textOfMatch(match.article, holders);
  return {
    outcome: there === null ? outcome : reworded(outcome, articleId, here, there),
    here,
    there,
    unmatched: null,
  };
}

/** The outcome with the reworded sentences of the one match that is looked at. */
function reworded(outcome: ReportOutcome, articleId: string, here: string, there: string): ReportOutcome {
  if (!('report' in outcome)) return outcome;
  const sameText = outcome.report.sameText.map((match) =>
    match.article.id === articleId ? withRewordedSentences(match, here, there) : match,
  );
  return { ...outcome, report: { ...outcome.report, sameText } };
}
