/**
 * Counts what is common in news language and writes it, hashes and counts only, to
 * `assets/common-shingles.json` and `assets/term-frequencies.json`: `node tests/bench/run.mjs make-common-shingles`.
 *
 * Reference: AllSides articles 2012–2016 (Baly et al. 2020, Apache-2.0) and FA-KES (Abu Salem et al. 2018, CC BY).
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Article, outletOf } from '@/lib/core/article';
import { fingerprint } from '@/lib/core/fingerprint';
import { packAscending } from '@/lib/core/matching/packed-numbers';
import { vocabularyOf } from '@/lib/core/matching/terms';
import { tokenize } from '@/lib/core/text';
import { articlesOf } from '../data/collections';

const sources = [
  'AllSides articles 2012-2016 (Baly et al. 2020), github.com/ramybaly/Article-Bias-Prediction, Apache-2.0',
  'FA-KES (Abu Salem et al. 2018), zenodo.org/records/2607278, CC BY 4.0',
];

/** A shingle is common from this many documents on, if they lie on as many different days … */
const fewestDocuments = 8;
const fewestDays = 6;
/** … and are of several outlets: one outlet's furniture is learned from each reader's own library. */
const fewestOutlets = 3;
/** Terms in fewer documents than this count as rare and are left out. */
const fewestForTerm = 4;

interface Spread {
  documents: number;
  days: Set<string>;
  outlets: Set<string>;
}

function commonKeys(articles: readonly Article[]): Uint32Array {
  const spread = new Map<number, Spread>();
  for (const { text, published, outlet, url } of articles)
    for (const key of new Set(fingerprint(tokenize(text)).keys)) {
      const seen = spread.get(key) ?? { documents: 0, days: new Set(), outlets: new Set() };
      seen.documents++;
      seen.days.add(published?.at.slice(0, 10) ?? '');
      seen.outlets.add(outletOf(outlet, url)?.key ?? '');
      spread.set(key, seen);
    }
  const common = [...spread].filter(
    ([, { documents, days, outlets }]) =>
      documents >= fewestDocuments && days.size >= fewestDays && outlets.size >= fewestOutlets,
  );
  return Uint32Array.from(common, ([key]) => key).sort();
}

function termFrequencies(articles: readonly Article[]): { terms: string; steps: string } {
  const documents = new Map<number, number>();
  for (const { title, text } of articles)
    for (const hash of vocabularyOf(`${title ?? ''}\n${text}`))
      documents.set(hash, (documents.get(hash) ?? 0) + 1);
  const kept = [...documents].filter(([, count]) => count >= fewestForTerm).sort(([a], [b]) => a - b);
  const step = (count: number) => String.fromCharCode(65 + Math.round(2 * Math.log2(count)));
  return {
    terms: packAscending(Uint32Array.from(kept, ([hash]) => hash)),
    steps: kept.map(([, count]) => step(count)).join(''),
  };
}

export default function makeCommonShingles(): void {
  const articles = [...articlesOf('allsides-2012-2016'), ...articlesOf('fa-kes')];
  const about = { sources, documents: articles.length, madeBy: 'tests/bench/make-common-shingles.ts' };
  const keys = commonKeys(articles);
  const terms = termFrequencies(articles);
  write('common-shingles.json', { ...about, scheme: 'fp1', keys: packAscending(keys) });
  write('term-frequencies.json', { ...about, ...terms });
  console.log(
    `${keys.length} common shingles, ${terms.steps.length} terms, from ${articles.length} articles`,
  );
}

function write(name: string, content: object): void {
  const file = path.resolve(import.meta.dirname, '../../assets', name);
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
}
