/**
 * Which copies still carry a sentence that its origin has changed. Only texts that are held are compared, as they were when they
 * came; a copy that was mended since is told as it was then, with its day.
 */
import type { Article, Stamp } from '@/lib/core/article';
import type { CorpusReader, HeldArticle, TextMatch } from '@/lib/core/matching/types';
import { changedSentences, searchable } from './changed-sentences';
import { readCorrectionNotes } from './read-notes';
import type { ChangedSentence, Correction, CorrectionTrail, StaleCopy } from './types';

/** Most copies whose texts are looked through, and most articles whose revisions are compared. */
const mostCopies = 40;
const mostCorrected = 5;

interface Copy {
  id: string;
  outlet: string | null;
  url: string | null;
  text: string;
  seen: Stamp;
}

/** A match with the corpus it was found in. */
export interface FoundIn {
  match: TextMatch;
  corpus: CorpusReader;
}

/** The trail of a page: notes in its text; and for it and every copy held in several revisions, what changed and who still has it. */
export async function correctionTrail(
  page: Article,
  found: readonly FoundIn[],
  corpora: readonly CorpusReader[],
  now: Date,
): Promise<CorrectionTrail> {
  const notes = readCorrectionNotes(page.text);
  const copies = found.filter(({ match }) => match.relation !== 'shared-quotation').slice(0, mostCopies);
  const here = pageAsCopy(page, now);
  const pairs = [
    await earlierOfPage(here, corpora),
    ...(await Promise.all(
      copies
        .filter(({ match }) => match.article.revision > 1)
        .slice(0, mostCorrected)
        .map(({ match, corpus }) => lastTwo(match.article.id, corpus)),
    )),
  ].filter((pair) => pair !== null);
  if (pairs.length === 0) return { notes, corrections: [] };
  const texts = await Promise.all(copies.map(({ match, corpus }) => copyOf(match.article, corpus)));
  const all = [here, ...texts.filter((copy) => copy !== null)];
  const corrections = pairs.map(([before, after]) => correctionOf(before, after, all));
  return { notes, corrections: corrections.filter(({ changes }) => changes.length > 0) };
}

function pageAsCopy({ id, outlet, url, text }: Article, now: Date): Copy {
  return { id, outlet, url, text, seen: { at: now.toISOString(), precision: 'minute', from: 'first-seen' } };
}

/** The page as held before, where that text differs from what is read now. */
async function earlierOfPage(here: Copy, corpora: readonly CorpusReader[]): Promise<[Copy, Copy] | null> {
  for (const corpus of corpora) {
    const before = (await revisions(here.id, corpus)).findLast(({ text }) => text !== here.text);
    if (before) return [before, here];
  }
  return null;
}

async function lastTwo(id: string, corpus: CorpusReader): Promise<[Copy, Copy] | null> {
  const [before, after] = (await revisions(id, corpus)).slice(-2);
  return before && after ? [before, after] : null;
}

async function revisions(id: string, corpus: CorpusReader): Promise<Copy[]> {
  const held = await corpus.revisions(id);
  return held.flatMap(({ article, text }) => (text === null ? [] : [asCopy(article, text)]));
}

function asCopy({ id, outlet, url, firstSeen }: HeldArticle, text: string): Copy {
  return { id, outlet, url, text, seen: firstSeen };
}

async function copyOf(article: HeldArticle, corpus: CorpusReader): Promise<Copy | null> {
  const text = article.held === 'text' ? await corpus.text(article.ref) : null;
  return text === null ? null : asCopy(article, text);
}

function correctionOf(before: Copy, after: Copy, copies: readonly Copy[]): Correction {
  const changes = changedSentences(before.text, after.text);
  const stale = copies.flatMap((copy) => (copy.id === after.id ? [] : staleIn(copy, changes)));
  const { id, outlet } = after;
  return { articleId: id, outlet, before: before.seen, after: after.seen, changes, stale };
}

/** A copy that has the sentence as it was, and not as it is. */
function staleIn({ id, outlet, url, text, seen }: Copy, changes: readonly ChangedSentence[]): StaleCopy[] {
  const words = searchable(text);
  const sentences = changes.flatMap(({ before, after }, index) =>
    words.has(before) && !(after !== null && words.has(after)) ? [index] : [],
  );
  return sentences.length === 0 ? [] : [{ articleId: id, outlet, url, sentences, lastChecked: seen }];
}
