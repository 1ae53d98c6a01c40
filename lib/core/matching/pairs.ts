/**
 * Related pairs of a whole collection. Each article is asked of an index of all; a pair is kept when asked from its
 * later article.
 */
import type { Article, Span } from '@/lib/core/article';
import { alignEditedSentences } from './edited-sentences';
import { KeptTexts, type TextShelf } from './kept-texts';
import { readCollection } from './read-collection';
import { strengthOf } from './relation';
import { findTextMatches, type TextMatchOptions } from './text-matches';
import type { Relation, TextMatch } from './types';

/** Two articles of a collection that share text; `a` came first. */
export interface ArticlePair {
  a: string;
  b: string;
  /** The strongest by passage. */
  relation: Relation;
  /** Folded words equal inside passages ÷ words of that text. */
  coverage_a: number;
  coverage_b: number;
  words_shared: number;
  same_outlet: boolean;
  /** `relation` of a passage is that of the items it stands in, where a text is a digest; else that of the pair. */
  passages: PairedPassage[];
}

interface PairedPassage {
  a: [number, number];
  b: [number, number];
  kind: 'same' | 'edited';
  relation: Relation;
}

export interface CollectionOptions extends Pick<TextMatchOptions, 'minWords' | 'common'> {
  /** Whether reworded sentences of reprints are aligned too (`kind: 'edited'`); some 50 ms a pair. */
  editedSentences?: boolean;
  /** Called now and then with how many articles are read or asked, of how many (`null` while reading). */
  progress?: (step: 'reading' | 'asking', done: number, of: number | null) => void;
  /** Where the texts wait, nothing on it yet; by default in memory. */
  shelf?: TextShelf;
}

/** Yields every related pair once, in order of the later article. An id that comes twice is kept as two articles. */
export async function* findPairs(
  articles: Iterable<Article> | AsyncIterable<Article>,
  options: CollectionOptions = {},
): AsyncGenerator<ArticlePair> {
  const shelf = options.shelf ?? new KeptTexts();
  const collection = await readCollection(articles, shelf, (read) =>
    options.progress?.('reading', read, null),
  );
  for (let ref = 0; ref < collection.size; ref++) {
    options.progress?.('asking', ref, collection.size);
    const article = collection.article(ref);
    const matches = await findTextMatches(article, collection.reader, {
      ...options,
      accept: (held) => held.ref < ref,
      hashesOf: (other) => shelf.hashes(other),
      sameAddress: true,
    });
    for (const match of matches.sort((x, y) => x.article.ref - y.article.ref)) {
      if (options.editedSentences === true)
        addEditedSentences(match, article.text, shelf.text(match.article.ref));
      yield asPair(match, article);
    }
  }
  options.progress?.('asking', collection.size, collection.size);
}

function addEditedSentences(match: TextMatch, here: string, there: string): void {
  if (match.relation !== 'reprint' && match.relation !== 'edited-reprint') return;
  match.passages.push(...alignEditedSentences(here, there, match.passages));
}

function asPair(match: TextMatch, later: Article): ArticlePair {
  const parts = match.parts ?? [];
  const relationAt = (place: number) => {
    const own = parts.filter(({ passages }) => passages.includes(place)).map(({ relation }) => relation);
    return own.length > 0 ? strongestOf(own) : match.relation;
  };
  return {
    a: match.article.id,
    b: later.id,
    relation: strongestOf([match.relation, ...parts.map(({ relation }) => relation)]),
    coverage_a: match.coverage.there,
    coverage_b: match.coverage.here,
    words_shared: match.wordsShared,
    same_outlet: match.sameOutlet,
    passages: match.passages.map(({ here, there, kind }, place) => ({
      a: bounds(there),
      b: bounds(here),
      kind,
      relation: relationAt(place),
    })),
  };
}

function strongestOf(relations: readonly Relation[]): Relation {
  return relations.reduce((best, one) => (strengthOf(one) < strengthOf(best) ? one : best));
}

const bounds = ({ start, end }: Span): [number, number] => [start, end];
