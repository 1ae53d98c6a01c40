import type { Article } from '@/lib/core/article';
import { type CorpusReader, findTextMatches } from '@/lib/core/matching';
import { termsOf } from '@/lib/core/matching/terms';
import { paragraphs } from '@/lib/core/text';

const text =
  '“We have tested every bolt of it in the worst weather we could find,” said Ada Merrin of the Harlow Quay ferry. “Nobody should have to row to school again.”';

/** A few words of our own making. */
const article: Article = {
  id: 'rehearsal',
  outlet: null,
  url: null,
  title: 'Ferry to Harlow Quay will run again',
  byline: null,
  published: null,
  modified: null,
  language: 'en',
  text,
  paragraphs: paragraphs(text),
  completeness: 'full',
};

/**
 * Asks a library a small question, as a real one is on its way: what every question reads is at hand then, and the code has
 * run once. Kept short: a whole report made up beforehand took longer than the reader waits for the page to be gathered.
 */
export async function rehearse(library: CorpusReader): Promise<void> {
  const terms = Uint32Array.from(termsOf(article.title, text), ({ hash }) => hash);
  await Promise.all([library.searched(), findTextMatches(article, library), library.termPostings(terms)]);
}
