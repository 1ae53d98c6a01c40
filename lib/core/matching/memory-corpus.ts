import { dayOf, isoDay } from './dates';
import { indexPostings, postingsOf } from './postings';
import { printOf } from './prints';
import { outletKey } from './same-outlet';
import type { CorpusReader, HeldArticle, HeldBody, PreparedArticle, Searched } from './types';

/**
 * A library held in memory: for pages held for comparison, the command line and tests.
 * An article's ref is its place in `prepared`; articles of one id are its revisions, oldest first, of which the last is found.
 */
export function memoryCorpus(prepared: readonly PreparedArticle[]): CorpusReader {
  const times = new Map<string, number>();
  const held = prepared.map(({ held }, ref): HeldArticle => {
    const revision = (times.get(held.id) ?? 0) + 1;
    times.set(held.id, revision);
    return { ...held, ref, revision };
  });
  const keys = indexPostings(prepared.map((one) => one.keys));
  const terms = indexPostings(prepared.map((one) => one.terms));
  const prints = Uint32Array.from(held, printOf);
  const searched = describeLibrary(held);
  const live = (refs: readonly number[]) =>
    refs.flatMap((ref) => {
      const article = held[ref];
      return article && article.revision === times.get(article.id) ? [article] : [];
    });
  return {
    searched: async () => searched,
    postings: async (wanted) => Array.from(wanted, (key) => postingsOf(keys, key)),
    termPostings: async (wanted) => Array.from(wanted, (term) => postingsOf(terms, term)),
    prints: async (refs) => refs.map((ref) => prints[ref] ?? 0),
    articles: async (refs) => live(refs),
    whole: async (refs) => live(refs).map((article) => ({ article, body: bodyOf(prepared[article.ref]) })),
    text: async (ref) => prepared[ref]?.text ?? null,
    revisions: async (id) =>
      held.flatMap((article, ref) =>
        article.id === id ? [{ article, text: prepared[ref]?.text ?? null }] : [],
      ),
    headlineRefs: async (window, limit) => headlinesWithin(held, window, limit),
  };
}

function bodyOf(one: PreparedArticle | undefined): HeldBody | null {
  if (one?.held.held === 'fingerprint-only') {
    const { keys, positions, terms } = one;
    return { form: 'fingerprint', places: { by: 'key', keys, positions }, terms };
  }
  return typeof one?.text === 'string' ? { form: 'text', text: one.text } : null;
}

function headlinesWithin(
  held: readonly HeldArticle[],
  { from, to }: { from: string | null; to: string | null },
  limit: number,
): number[] {
  const dated = held.flatMap((article) => {
    if (article.held !== 'headline-only') return [];
    const day = (article.published ?? article.firstSeen).at.slice(0, 10);
    return (from === null || day >= from) && (to === null || day <= to) ? [{ article, day }] : [];
  });
  return dated
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.article.ref - b.article.ref))
    .slice(0, limit)
    .map(({ article }) => article.ref);
}

/** What a library can say it has searched. */
function describeLibrary(held: readonly HeldArticle[]): Searched {
  const outlets = new Set<string>();
  let oldest: number | null = null;
  let newest: number | null = null;
  for (const article of held) {
    const key = outletKey(article);
    if (key !== null) outlets.add(key);
    const day = dayOf(article.published);
    if (day === null) continue;
    oldest = Math.min(oldest ?? day, day);
    newest = Math.max(newest ?? day, day);
  }
  return {
    articles: held.length,
    outlets: outlets.size,
    oldest: oldest === null ? null : isoDay(oldest),
    newest: newest === null ? null : isoDay(newest),
  };
}
