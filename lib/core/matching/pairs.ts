/**
 * Related pairs of a whole collection. Each article is asked of an index of all; a pair is kept when asked from its
 * later article. Memory: the texts, and about 8 bytes for each fingerprint (some 1.2 kB an article of 600 words).
 */
import type { Article, Span } from '@/lib/core/article';
import { wordHashes } from '@/lib/core/text';
import { memoryCorpus } from './memory-corpus';
import { prepareArticle } from './prepare';
import { findTextMatches, type TextMatchOptions } from './text-matches';
import type { PreparedArticle, Relation } from './types';

/** Two articles of a collection that share text; `a` came first. */
export interface ArticlePair {
  a: string;
  b: string;
  relation: Relation;
  /** Folded words equal inside passages ÷ words of that text. */
  coverage_a: number;
  coverage_b: number;
  words_shared: number;
  same_outlet: boolean;
  passages: { a: [number, number]; b: [number, number]; kind: 'same' | 'edited' }[];
}

export interface CollectionOptions extends Pick<TextMatchOptions, 'minWords' | 'common'> {
  /** Called now and then with how many articles are read or asked, of how many (`null` while reading). */
  progress?: (step: 'reading' | 'asking', done: number, of: number | null) => void;
}

/** Yields every related pair once, in order of the later article. An id that comes twice is kept as two articles. */
export async function* findPairs(
  articles: Iterable<Article> | AsyncIterable<Article>,
  options: CollectionOptions = {},
): AsyncGenerator<ArticlePair> {
  const collection = await readCollection(articles, options);
  const reader = memoryCorpus(collection.prepared);
  const hashesOf = rememberHashes();
  for (const [ref, prepared] of collection.prepared.entries()) {
    options.progress?.('asking', ref, collection.prepared.length);
    const matches = await findTextMatches(asAsked(prepared), reader, {
      ...options,
      accept: (held) => held.ref < ref,
      hashesOf,
      sameAddress: true,
    });
    for (const match of matches.sort((x, y) => x.article.ref - y.article.ref))
      yield {
        a: match.article.id,
        b: prepared.held.id,
        relation: match.relation,
        coverage_a: match.coverage.there,
        coverage_b: match.coverage.here,
        words_shared: match.wordsShared,
        same_outlet: match.sameOutlet,
        passages: match.passages.map(({ here, there, kind }) => ({
          a: bounds(there),
          b: bounds(here),
          kind,
        })),
      };
  }
  options.progress?.('asking', collection.prepared.length, collection.prepared.length);
}

/** Word hashes kept in memory at most (4 bytes each): copies lie close together in most collections. */
const mostHashes = 25_000_000;

/** Hashes the words of texts, remembering those asked for last. */
function rememberHashes(): (text: string, ref: number) => Uint32Array {
  const remembered = new Map<number, Uint32Array>();
  let kept = 0;
  return (text, ref) => {
    const known = remembered.get(ref);
    const hashes = known ?? wordHashes(text);
    if (known) remembered.delete(ref);
    else kept += hashes.length;
    remembered.set(ref, hashes);
    for (const [oldest, { length }] of remembered) {
      if (kept <= mostHashes) break;
      remembered.delete(oldest);
      kept -= length;
    }
    return hashes;
  };
}

const bounds = ({ start, end }: Span): [number, number] => [start, end];

/** The article as it was handed in, from what is kept of it. */
export function asAsked({ held, text }: PreparedArticle): Article {
  return { ...held, modified: null, text: text ?? '', paragraphs: [] };
}

const unseen = { at: '1970-01-01', precision: 'day', from: 'import' } as const;

/** Reads a collection; every article counts as seen at the same moment, so only its own date places it in time. */
export async function readCollection(
  articles: Iterable<Article> | AsyncIterable<Article>,
  { progress }: CollectionOptions,
): Promise<{ prepared: PreparedArticle[] }> {
  const prepared: PreparedArticle[] = [];
  for await (const article of articles) {
    prepared.push(prepareArticle(article, { firstSeen: unseen, from: { kind: 'import', name: '' } }));
    progress?.('reading', prepared.length, null);
  }
  return { prepared };
}
