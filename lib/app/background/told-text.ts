import { type Asker, ReaderProblem, type ToldText } from '@/lib/app/messaging';
import type { Article } from '@/lib/core/article';
import type { HeldArticle } from '@/lib/core/matching';
import { paragraphs } from '@/lib/core/text';
import type { HeldPages } from './held-pages';
import type { LibraryDesk } from './library-desk';
import type { Pages } from './pages';

/** Longest text that travels in one message, in UTF-16 units. */
const LONGEST_TEXT = 190_000;

/** The text of a tab's page, or of one match of its report, as far as it is held. */
export async function toldText(
  { pages, held, library }: { pages: Pages; held: HeldPages; library: LibraryDesk },
  asker: Asker,
  tabId: number,
  articleId: string | null,
): Promise<ToldText | null> {
  if (asker.kind === 'popover' && asker.tabId !== tabId) throw new ReaderProblem('problem_misunderstood');
  const known = await pages.reportOf(tabId);
  if (!known?.reading || !('report' in known.outcome)) return null;
  const { report } = known.outcome;
  if (articleId === null) {
    const { article } = known.reading;
    const isCut = article.text.length > LONGEST_TEXT;
    const { anatomy } = report;
    return isCut
      ? { article: shortened(article), anatomy: null, credits: anatomy.credits }
      : { article, anatomy, credits: anatomy.credits };
  }
  const match = [...report.sameText, ...report.sameStory].find(({ article }) => article.id === articleId);
  if (match === undefined || match.article.held !== 'text') return null;
  const { ref, id, from } = match.article;
  const text = from.kind === 'held-page' ? await held.text(id) : await library.text(ref);
  if (text === null) return null;
  return { article: asArticle(match.article, text), anatomy: null, credits: match.article.credits };
}

function asArticle(held: HeldArticle, text: string): Article {
  const { id, outlet, url, title, byline, published, language, completeness } = held;
  const article = { id, outlet, url, title, byline, published, modified: null, language, completeness };
  return shortened({ ...article, text, paragraphs: paragraphs(text) });
}

/** A text too long for a message, cut after a word; it then counts as a part, and nothing is said to be missing from it. */
function shortened(article: Article): Article {
  if (article.text.length <= LONGEST_TEXT) return article;
  const text = article.text.slice(0, article.text.lastIndexOf(' ', LONGEST_TEXT));
  return { ...article, text, paragraphs: paragraphs(text), completeness: 'teaser' };
}
