/**
 * Related pairs of a whole collection. Each article is asked of an index of all; a pair is kept when asked from its
 * later article. Memory: the texts in UTF-8, about 8 bytes for each fingerprint (some 1.2 kB an article of 600 words),
 * and the word hashes of the articles asked for last.
 */
import type { Article, Span } from '@/lib/core/article';
import { fingerprint } from '@/lib/core/fingerprint';
import { tokenize, wordHashes } from '@/lib/core/text';
import { alignEditedSentences } from './edited-sentences';
import { KeptTexts } from './kept-texts';
import { memoryCorpus } from './memory-corpus';
import { recordOf } from './prepare';
import { strengthOf } from './relation';
import { findTextMatches, type TextMatchOptions } from './text-matches';
import type { CorpusReader, HeldArticle, PreparedArticle, Relation, TextMatch } from './types';

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
}

/** Yields every related pair once, in order of the later article. An id that comes twice is kept as two articles. */
export async function* findPairs(
  articles: Iterable<Article> | AsyncIterable<Article>,
  options: CollectionOptions = {},
): AsyncGenerator<ArticlePair> {
  const { collection, texts, reader } = await readCollection(articles, options);
  const hashesOf = rememberHashes();
  for (const [ref, record] of collection.entries()) {
    options.progress?.('asking', ref, collection.length);
    const article = { ...record, text: texts.at(ref) };
    const matches = await findTextMatches(article, reader, {
      ...options,
      accept: (held) => held.ref < ref,
      hashesOf,
      sameAddress: true,
    });
    for (const match of matches.sort((x, y) => x.article.ref - y.article.ref)) {
      if (options.editedSentences === true)
        addEditedSentences(match, article.text, texts.at(match.article.ref));
      yield asPair(match, article);
    }
  }
  options.progress?.('asking', collection.length, collection.length);
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

/** Word hashes kept in memory at most (4 bytes each): copies lie close together in most collections. */
const mostHashes = 60_000_000;

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

const unseen = { at: '1970-01-01', precision: 'day', from: 'import' } as const;

/** A collection as it is asked of: its records without their texts, by number. */
interface ReadCollection {
  collection: Omit<Article, 'text'>[];
  texts: KeptTexts;
  reader: CorpusReader;
}

/**
 * Reads a collection and indexes its fingerprints. Every article counts as seen at the same moment, so only its own
 * date places it in time. Of each article no more is kept than its text and what is asked of it; fingerprints go once
 * they are indexed.
 */
async function readCollection(
  articles: Iterable<Article> | AsyncIterable<Article>,
  { progress }: CollectionOptions,
): Promise<ReadCollection> {
  const collection: ReadCollection['collection'] = [];
  const prepared: PreparedArticle[] = [];
  const texts = new KeptTexts();
  for await (const { text, ...record } of articles) {
    collection.push({ ...record, paragraphs: nothing });
    prepared.push(prepareForPairs({ ...record, text }));
    texts.add(text);
    progress?.('reading', prepared.length, null);
  }
  const corpus = memoryCorpus(prepared);
  for (const one of prepared) one.keys = noNumbers;
  const bodies: CorpusReader['bodies'] = async (refs) =>
    refs.map((ref) => ({ form: 'text', text: texts.at(ref) }));
  return { collection, texts, reader: { ...corpus, bodies } };
}

const nothing: Span[] = [];
const noNumbers = new Uint32Array(0);
const noLevels = new Uint8Array(0);

function prepareForPairs(article: Article): PreparedArticle {
  const { keys, words } = fingerprint(tokenize(article.text));
  const held: PreparedArticle['held'] = {
    ...recordOf(article, { firstSeen: unseen, from: fromCollection }),
    words,
    held: 'text',
    summary: null,
  };
  return { held, text: null, keys, positions: noNumbers, levels: noLevels, terms: noNumbers };
}

const fromCollection: HeldArticle['from'] = { kind: 'import', name: '' };
