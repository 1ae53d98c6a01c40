import {
  findTextMatches,
  memoryCorpus,
  prepareArticle,
  type Relation,
  type TextMatch,
} from '@/lib/core/matching';
import { type ArticleSet, pairsOf, readArticles, type SilverPair } from '../collections';
import { fromCollection } from './from-collection';

/** What the engine finds for pairs of a collection, by the ids of both. */
type FoundPairs = ReadonlyMap<string, TextMatch>;

const nameOf = (a: string, b: string) => [a, b].sort().join(' ');

const found = new Map<string, Promise<FoundPairs>>();

/** What is found when the first article of each silver pair is asked of the whole collection; asked for twice, it is looked for once. */
function pairsFoundIn(set: ArticleSet): Promise<FoundPairs> {
  const known = found.get(set) ?? lookForPairs(set);
  found.set(set, known);
  return known;
}

async function lookForPairs(set: ArticleSet): Promise<FoundPairs> {
  const articles = readArticles(set);
  const asked = new Set(pairsOf(set).map(({ a }) => a));
  const reader = memoryCorpus(articles.map((article) => prepareArticle(article, fromCollection)));
  const pairs = new Map<string, TextMatch>();
  for (const article of articles) {
    if (!asked.has(article.id)) continue;
    const matches = await findTextMatches(article, reader, { sameAddress: true });
    for (const match of matches) pairs.set(nameOf(article.id, match.article.id), match);
  }
  return pairs;
}

/** Recall is measured where reuse matters: between different outlets, in texts of a paragraph or more. */
const fewestWords = 80;

/** Whether a person who read the pair called what it shares no reuse: silver is counted, not read, and has background too. */
const isNoReuse = ({ hand }: SilverPair) => hand !== undefined && accepted[hand]?.includes('none') === true;

export interface Recall {
  set: string;
  relation: SilverPair['relation'];
  pairs: number;
  found: number;
  /** How many of the pairs were called what. */
  called: Partial<Record<Relation, number>>;
}

/** How many of a collection's silver pairs between different outlets are found, by the silver's relation. */
export async function recallOf(set: ArticleSet): Promise<Recall[]> {
  const pairs = await pairsFoundIn(set);
  const rows = new Map<string, Recall>();
  for (const silver of pairsOf(set)) {
    if (silver.same_outlet || Math.min(silver.words_a, silver.words_b) < fewestWords) continue;
    if (isNoReuse(silver)) continue;
    const row = rows.get(silver.relation) ?? {
      set,
      relation: silver.relation,
      pairs: 0,
      found: 0,
      called: {},
    };
    rows.set(silver.relation, row);
    row.pairs++;
    const pair = pairs.get(nameOf(silver.a, silver.b));
    if (!pair) continue;
    row.found++;
    row.called[pair.relation] = (row.called[pair.relation] ?? 0) + 1;
  }
  return [...rows.values()];
}

/** What a pair that a person read may be called; `none` is no pair. */
const accepted: Readonly<Record<string, readonly (Relation | 'none')[]>> = {
  'verbatim-reprint': ['reprint'],
  'edited-reprint': ['edited-reprint', 'reprint'],
  contained: ['excerpt', 'shared-source', 'edited-reprint'],
  'partial-reuse': ['excerpt', 'shared-source', 'edited-reprint'],
  'block-quote': ['excerpt', 'shared-source', 'edited-reprint'],
  'shared-quotation-only': ['shared-quotation'],
  'stock-background': ['none'],
  'stock-phrase': ['none'],
  'teaser-or-boilerplate': ['none'],
};

export interface Judged {
  set: string;
  a: string;
  b: string;
  hand: string;
  called: Relation | 'none';
  isRight: boolean;
}

/** What the pairs that a person read are called, and whether that is right. */
export async function judgedOf(set: ArticleSet): Promise<Judged[]> {
  const pairs = await pairsFoundIn(set);
  return pairsOf(set).flatMap(({ a, b, hand }) => {
    if (hand === undefined) return [];
    const called = pairs.get(nameOf(a, b))?.relation ?? 'none';
    return { set, a, b, hand, called, isRight: accepted[hand]?.includes(called) ?? true };
  });
}
