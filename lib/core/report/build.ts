import type { PageReading, Span } from '@/lib/core/article';
import {
  type CorpusReader,
  findStoryMatches,
  findTextMatches,
  type Searched,
  type StoryMatch,
  strengthOf,
  type TextMatch,
} from '@/lib/core/matching';
import { correctionTrail, firstRun, originsOf, readAnatomy, withWireParagraphs } from '@/lib/core/provenance';
import { furtherDates } from '@/lib/core/provenance/dates';
import { heldSources } from './held-sources';
import { sharedRuns } from './shared-runs';
import type { HeadlineRow, Report, ReportOutcome } from './types';

/**
 * Everything that can be said of a page: whose words it is made of, which held articles share its text,
 * which tell the same story. `corpora` are searched one after another (the library, the pages held for this session);
 * an article held in several is named once. Nothing is kept, nothing is fetched.
 *
 * @throws what a corpus throws when it cannot be read; the caller names it to the reader.
 */
export async function buildReport(
  reading: PageReading,
  corpora: readonly CorpusReader[],
  deps: { now: Date; minWords?: number },
): Promise<ReportOutcome> {
  const { article } = reading;
  const alone = readAnatomy(reading);
  const foundIn = new Map<TextMatch, CorpusReader>();
  const sameText: TextMatch[] = [];
  const sameStory: StoryMatch[] = [];
  let searched: Searched = { articles: 0, outlets: 0, oldest: null, newest: null };
  for (const corpus of corpora) {
    const [size, texts] = await Promise.all([corpus.searched(), findTextMatches(article, corpus, deps)]);
    searched = joined(searched, size);
    sameText.push(...texts.filter((match) => match.article.id !== article.id));
    for (const match of texts) foundIn.set(match, corpus);
    const stories = await findStoryMatches(article, corpus, texts, { documents: size.articles });
    sameStory.push(...stories.filter((match) => match.article.id !== article.id));
  }
  const texts = bestOfEach(
    sameText,
    (a, b) => strengthOf(a.relation) - strengthOf(b.relation) || b.coverage.here - a.coverage.here,
  );
  const copied = new Set(texts.map((match) => match.article.id));
  const stories = bestOfEach(sameStory, (a, b) => b.score - a.score).filter(
    (match) => !copied.has(match.article.id),
  );
  const page = { article, credits: alone.credits, anatomy: alone };
  const anatomy = withWireParagraphs(page, texts);
  const { origins, outlets } = originsOf(page, texts);
  const found = texts.map((match) => ({ match, corpus: foundIn.get(match)! }));
  const report: Report = {
    version: 1,
    page: {
      id: article.id,
      outlet: article.outlet,
      url: article.url,
      title: article.title,
      byline: article.byline,
      published: article.published,
      language: article.language,
      words: anatomy.words,
      completeness: article.completeness,
      cut: reading.cut,
    },
    anatomy,
    searched,
    sameText: texts.map((match) => withOpenings(match, article.text)),
    sameStory: stories,
    shared: sharedRuns(article.text, texts),
    outlets,
    origins,
    firstRun: firstRun(page, { textMatches: texts, stories, origins }, deps.now),
    trail: await correctionTrail(article, found, corpora, deps.now),
    headlines: headlineStack(reading, texts, stories),
    dates: [article, ...texts.map((match) => match.article)].flatMap((dated) => {
      const further = furtherDates(dated, deps.now);
      return further.length === 0 ? [] : [{ articleId: dated.id, further }];
    }),
    sources: heldSources(anatomy, texts, stories),
  };
  return { status: texts.length + stories.length > 0 ? 'found' : 'nothing-found', report };
}

/** Sorted, each article once. */
function bestOfEach<Match extends TextMatch | StoryMatch>(
  matches: Match[],
  order: (a: Match, b: Match) => number,
): Match[] {
  const seen = new Set<string>();
  return matches.sort(order).filter(({ article }) => !seen.has(article.id) && seen.add(article.id));
}

/** The denominators of two corpora as one. Outlets that stand in both count twice; a second corpus is a handful of held pages. */
function joined(a: Searched, b: Searched): Searched {
  const days = (pick: 'oldest' | 'newest') => [a[pick], b[pick]].filter((day) => day !== null).sort();
  return {
    articles: a.articles + b.articles,
    outlets: a.outlets + b.outlets,
    oldest: days('oldest').at(0) ?? null,
    newest: days('newest').at(-1) ?? null,
  };
}

/** UTF-16 units of a passage's opening. */
const openingLength = 70;

/** The first words of each passage and item of this page, cut between words, so that a list of them says which is which. */
function withOpenings(match: TextMatch, text: string): TextMatch {
  const opening = (here: Span) => {
    const whole = text.slice(here.start, here.end).replace(/\s+/g, ' ');
    if (whole.length <= openingLength) return whole;
    return `${whole.slice(0, openingLength).replace(/\s\S*$/, '')} …`;
  };
  const passages = match.passages.map((passage) => ({ ...passage, opening: opening(passage.here) }));
  if (!match.parts) return { ...match, passages };
  const parts = match.parts.map((part) => (part.here ? { ...part, opening: opening(part.here) } : part));
  return { ...match, passages, parts };
}

/** Headlines by claimed date, undated ones last; this page's among them. */
function headlineStack({ article }: PageReading, texts: TextMatch[], stories: StoryMatch[]): HeadlineRow[] {
  const rows: HeadlineRow[] = [];
  if (article.title !== null) {
    const { id, outlet, title, published, url } = article;
    rows.push({ articleId: id, outlet, title, published, relation: 'this-page', url });
  }
  for (const { article: held, relation } of [...texts, ...stories]) {
    if (held.title === null) continue;
    const { id, outlet, title, published, url } = held;
    rows.push({ articleId: id, outlet, title, published, relation, url });
  }
  return rows.sort((a, b) => {
    const [first, second] = [moment(a), moment(b)];
    return first === second ? 0 : first - second;
  });
}

/** Milliseconds since 1970 of a claimed date; after everything else where there is none. */
function moment({ published }: HeadlineRow): number {
  const at = published === null ? Number.NaN : Date.parse(published.at);
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}
