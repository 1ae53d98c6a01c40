/**
 * A collection that is asked of itself. Memory: of each article its record, and of its fingerprint what another article
 * has too (12 bytes for each of these keys, 4 for each of their documents); texts and word hashes lie on a shelf.
 */
import type { Article, Span, Stamp } from '@/lib/core/article';
import { fingerprint } from '@/lib/core/fingerprint';
import { tokenize } from '@/lib/core/text';
import type { TextShelf } from './kept-texts';
import { indexPostings, postingsOf } from './postings';
import { recordOf } from './prepare';
import { printOf } from './prints';
import type { HeldArticle, TextReader } from './types';

/** A collection by the numbers of its articles, in their order. */
export interface ReadCollection {
  size: number;
  article(ref: number): Article;
  reader: TextReader;
}

/**
 * Reads a collection and indexes its fingerprints. Every article counts as seen at the same moment, so only its own
 * date places it in time; an id that comes twice is two articles. A key that one article alone has is not indexed:
 * nobody else asks for it.
 *
 * @param shelf takes the texts; nothing is on it yet
 * @param progress called for each article with how many are read
 */
export async function readCollection(
  articles: Iterable<Article> | AsyncIterable<Article>,
  shelf: TextShelf,
  progress: (read: number) => void,
): Promise<ReadCollection> {
  const held: HeldArticle[] = [];
  const keysOf: Uint32Array[] = [];
  for await (const article of articles) {
    const tokens = tokenize(article.text);
    const { keys, words } = fingerprint(tokens);
    held.push({
      ...recordOf(article, arrival),
      words,
      held: 'text',
      summary: null,
      ref: held.length,
      revision: 1,
    });
    keysOf.push(keys);
    shelf.add(article.text, tokens.hashes);
    progress(held.length);
  }
  const index = indexPostings(keysOf, 2);
  const prints = Uint32Array.from(held, printOf);
  return {
    size: held.length,
    article: (ref) => articleOf(held[ref]!, shelf.text(ref)),
    reader: {
      postings: async (wanted) => Array.from(wanted, (key) => postingsOf(index, key)),
      prints: async (refs) => refs.map((ref) => prints[ref]!),
      whole: async (refs) => refs.map((ref) => ({ article: held[ref]!, body: new TextOnShelf(shelf, ref) })),
    },
  };
}

const unseen: Stamp = { at: '1970-01-01', precision: 'day', from: 'import' };
const arrival = { firstSeen: unseen, from: { kind: 'import', name: '' } as const, credits: [] };
const unasked: Span[] = [];

function articleOf({ modified, ...held }: HeldArticle, text: string): Article {
  return { ...held, modified: modified ?? null, text, paragraphs: unasked };
}

/** A text that is read when it is asked for: few texts that might share something do. */
class TextOnShelf {
  readonly form = 'text';
  readonly #shelf: TextShelf;
  readonly #ref: number;

  constructor(shelf: TextShelf, ref: number) {
    this.#shelf = shelf;
    this.#ref = ref;
  }

  get text(): string {
    return this.#shelf.text(this.#ref);
  }
}
