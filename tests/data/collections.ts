import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Article, readStamp } from '@/lib/core/article';
import { paragraphs } from '@/lib/core/text';

/** Collections of real articles that stand beside the project; absent elsewhere, and then what needs them is skipped. */
const folder = path.resolve(import.meta.dirname, '../../../shared/data');

export const collectionsAreHere = existsSync(folder);

/** A record of a collection: JSON Lines as its README says. */
export interface CollectionRecord {
  id: string;
  outlet: string | null;
  url: string | null;
  title: string | null;
  byline: string | null;
  published: string | null;
  text: string;
}

/** Two articles that share text, by the collection's own count of shared five-word shingles. */
export interface SilverPair {
  a: string;
  b: string;
  relation: 'reprint' | 'contains' | 'excerpt' | 'shared-quotation';
  cont_a: number;
  cont_b: number;
  shared: number;
  shared_outside_quotes: number;
  words_a: number;
  words_b: number;
  same_outlet: boolean;
  /** What a person called the pair. */
  hand?: string;
}

export function readFile(name: string): string {
  const file = path.join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  return gunzipSync(readFileSync(`${file}.gz`)).toString('utf8');
}

export function readLines<Row>(name: string): Row[] {
  return readFile(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line));
}

export function asArticle(record: CollectionRecord): Article {
  return {
    id: record.id,
    outlet: record.outlet,
    url: record.url,
    title: record.title,
    byline: record.byline,
    published: readStamp(record.published, 'import'),
    modified: null,
    language: null,
    text: record.text,
    paragraphs: paragraphs(record.text),
    completeness: 'unknown',
  };
}

export const articlesOf = (set: string): Article[] =>
  readLines<CollectionRecord>(`${set}/articles.jsonl`).map(asArticle);

export const pairsOf = (set: string): SilverPair[] => readLines<SilverPair>(`${set}/pairs.silver.jsonl`);
