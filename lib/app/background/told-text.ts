import type { Asker, ToldText } from '@/lib/app/messaging';
import type { Article } from '@/lib/core/article';
import type { HeldArticle } from '@/lib/core/matching';
import { paragraphs } from '@/lib/core/text';
import type { Pages } from './pages';
import { mindOwnTab, reportedIn, type TextHolders, textOfMatch } from './reported';

/** Longest text that travels in one message, in UTF-16 units. */
const longestText = 190_000;

/** The text of a tab's page, or of one match of its report, as far as it is held. */
export async function toldText(
  { pages, ...holders }: TextHolders & { pages: Pages },
  asker: Asker,
  tabId: number,
  articleId: string | null,
): Promise<ToldText | null> {
  mindOwnTab(asker, tabId);
  const known = await reportedIn(pages, tabId);
  if (known === null) return null;
  const { report } = known;
  if (articleId === null) {
    const { article } = known.reading;
    const { anatomy } = report;
    return article.text.length > longestText
      ? { article: shortened(article), anatomy: null, credits: anatomy.credits }
      : { article, anatomy, credits: anatomy.credits };
  }
  const match = [...report.sameText, ...report.sameStory].find(({ article }) => article.id === articleId);
  if (match === undefined || match.article.held !== 'text') return null;
  const text = await textOfMatch(match.article, holders);
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
  if (article.text.length <= longestText) return article;
  const text = article.text.slice(0, article.text.lastIndexOf(' ', longestText));
  return { ...article, text, paragraphs: paragraphs(text), completeness: 'teaser' };
}
