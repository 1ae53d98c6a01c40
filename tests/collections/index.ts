/**
 * The shared collections: real articles, saved pages and hand-made truth, kept beside the project and never in it.
 * A clone elsewhere has none; what needs them skips, visibly.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Article, readStamp } from '@/lib/core/article';
import { paragraphs } from '@/lib/core/text';

const folder = path.resolve(import.meta.dirname, '../../../shared/data');

/** Whether the shared collections lie beside the project. */
export const hasCollections = existsSync(folder);

/** Part of a test's title that says why it is skipped, empty where it is not. */
export const skipNote = hasCollections ? '' : ' (skipped: the shared collections are not beside this clone)';

/** Path of a file or folder among the collections. */
export function collectionPath(...parts: string[]): string {
  return path.join(folder, ...parts);
}

/** An article record of a collection. */
export interface CollectionArticle {
  id: string;
  outlet: string | null;
  url: string | null;
  title: string | null;
  byline: string | null;
  published: string | null;
  text: string;
}

/** A pair found by exact shingle containment; `hand` is a person's label where one read it. */
export interface SilverPair {
  a: string;
  b: string;
  relation: 'reprint' | 'contains' | 'excerpt' | 'shared-quotation';
  cont_a: number;
  cont_b: number;
  /** Distinct shingles in common, and those of them outside quotation marks. */
  shared: number;
  shared_outside_quotes: number;
  words_a: number;
  words_b: number;
  same_outlet: boolean;
  hand?: string;
}

export type ArticleSet =
  | 'fa-kes'
  | 'buzzfeed-webis'
  | 'allsides-2012-2016'
  | 'fnc1'
  | 'ecbplus'
  | 'horne2017';

/** Lines of a JSON Lines file, gzipped or not. */
export function jsonLines<Row>(...parts: string[]): Row[] {
  const plain = collectionPath(...parts);
  const text = existsSync(plain)
    ? readFileSync(plain, 'utf8')
    : gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line));
}

/** All articles of a set. */
export function articlesOf(set: ArticleSet): CollectionArticle[] {
  return jsonLines<CollectionArticle>(set, 'articles.jsonl');
}

/** All articles of a set, as matching takes them. */
export function readArticles(set: ArticleSet): Article[] {
  return articlesOf(set).map(asArticle);
}

/** A record as an article whose completeness nobody stated. */
export function asArticle({ id, outlet, url, title, byline, published, text }: CollectionArticle): Article {
  return {
    id,
    outlet,
    url,
    title,
    byline,
    published: readStamp(published, 'import'),
    modified: null,
    language: null,
    text,
    paragraphs: paragraphs(text),
    completeness: 'unknown',
  };
}

/** A set's silver pairs. */
export function pairsOf(set: ArticleSet): SilverPair[] {
  return jsonLines<SilverPair>(set, 'pairs.silver.jsonl');
}

/** Hand-made truth of one seed, as far as tests ask for it. */
export interface SeedTruth {
  file: string;
  title: string;
  outlet: string | null;
  author: string | null;
  original_outlet: string | null;
  body: [number, number];
  body_first: string;
  body_last: string;
  credit_line: string[];
  date_stated: string | null;
  date_inferred: { from: string; to: string } | null;
  citations: { cited: string; span: [number, number] }[];
}

export interface Seed {
  id: string;
  name: string;
  /** The file's text, no-break spaces as plain ones (same length), as the truth's offsets count. */
  text: string;
  truth: SeedTruth;
  /** The stated date, else the middle day of the inferred range. */
  day: string;
}

interface SeedGold {
  articles: Record<string, SeedTruth>;
  pairs: { a: string; b: string; relation: string }[];
}

function seedGold(): SeedGold {
  return JSON.parse(readFileSync(collectionPath('seeds-gold', 'gold.json'), 'utf8'));
}

/** The five seeds with their truth. */
export function seeds(): Seed[] {
  return Object.entries(seedGold().articles).map(([id, truth]) => ({
    id,
    name: truth.file,
    text: readFileSync(collectionPath('seeds', truth.file), 'utf8').replaceAll('\u00A0', ' '),
    truth,
    day: truth.date_stated ?? middleDay(truth.date_inferred!),
  }));
}

/** Pairs of seeds by the hand-made truth: of one story, or not. */
export function seedPairs(): {
  a: string;
  b: string;
  isOneStory: boolean;
  kind: 'same-event' | 'same-story' | 'none';
}[] {
  return seedGold().pairs.map(({ a, b, relation }) => ({
    a,
    b,
    isOneStory: !relation.startsWith('different'),
    kind: relation.startsWith('different')
      ? 'none'
      : relation.includes('earlier')
        ? 'same-story'
        : 'same-event',
  }));
}

function middleDay({ from, to }: { from: string; to: string }): string {
  return new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10);
}

/** Saved real pages of a set: id and HTML. */
export function savedPages(
  set: 'html-readability' | 'html-trafilatura' | 'html-defuddle',
): { id: string; html: string }[] {
  return readdirSync(collectionPath(set, 'html'))
    .sort()
    .map((file) => {
      const bytes = readFileSync(collectionPath(set, 'html', file));
      return {
        id: `${set}/${file}`,
        html: (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'),
      };
    });
}
