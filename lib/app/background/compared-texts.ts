import type { ComparedTexts } from '@/lib/app/messaging';
import { type ReportOutcome, withRewordedSentences } from '@/lib/core/report';
import type { HeldPages } from './held-pages';
import type { LibraryDesk } from './library-desk';
import type { Pages } from './pages';

interface Sources {
  pages: Pick<Pages, 'reportOf'>;
  held: Pick<HeldPages, 'text' | 'article'>;
  library: Pick<LibraryDesk, 'text'>;
}

/** A tab's report with the texts of its page and of one article: a match of the report, or a held page even where nothing is shared. */
export async function comparedTexts(
  { pages, held, library }: Sources,
  tabId: number,
  articleId: string,
): Promise<ComparedTexts | null> {
  const known = await pages.reportOf(tabId);
  if (!known?.reading || !('report' in known.outcome)) return null;
  const { outcome } = known;
  const here = known.reading.article.text;
  const { sameText, sameStory } = known.outcome.report;
  const match = [...sameText, ...sameStory].find(({ article }) => article.id === articleId);
  if (match === undefined) {
    const unmatched = await held.article(articleId);
    return unmatched && { outcome, here, there: await held.text(articleId), unmatched };
  }
  const { ref, id, from } = match.article;
  const there = from.kind === 'held-page' ? await held.text(id) : await library.text(ref);
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
