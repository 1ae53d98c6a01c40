import { type Asker, ReaderProblem } from '@/lib/app/messaging';
import type { PageReading } from '@/lib/core/article';
import type { HeldArticle } from '@/lib/core/matching';
import type { Report } from '@/lib/core/report';
import type { HeldPages } from './held-pages';
import type { LibraryDesk } from './library-desk';
import type { Pages } from './pages';
import type { TabReport } from './tab-reports';

/** A tab's page that was read and has a report. */
export interface Reported extends TabReport {
  reading: PageReading;
  report: Report;
}

/** What is known of a tab's page; `null` where it was not read, or not compared. */
export async function reportedIn(pages: Pick<Pages, 'reportOf'>, tabId: number): Promise<Reported | null> {
  const known = await pages.reportOf(tabId);
  if (!known?.reading || !('report' in known.outcome)) return null;
  return { ...known, reading: known.reading, report: known.outcome.report };
}

/** Whom the texts of matches are asked of. */
export interface TextHolders {
  held: Pick<HeldPages, 'text'>;
  library: Pick<LibraryDesk, 'text'>;
}

/** Text of an article that a report names; `null` where none is held (any more). */
export function textOfMatch(
  { id, ref, from }: HeldArticle,
  { held, library }: TextHolders,
): Promise<string | null> {
  return from.kind === 'held-page' ? held.text(id) : library.text(ref);
}

/** The popover's frame speaks for the tab it stands in. @throws {ReaderProblem} when it asks of another one. */
export function mindOwnTab(asker: Asker, tabId: number): void {
  if (asker.kind === 'popover' && asker.tabId !== tabId) throw new ReaderProblem('problem_misunderstood');
}
