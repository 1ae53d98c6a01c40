/**
 * Counts what is common in news language and writes it, hashes and counts only, to
 * `assets/common-shingles.json` and `assets/term-frequencies.json`: `node tests/bench/run.mjs make-common-shingles`.
 *
 * Reference: AllSides articles 2012–2016 (Baly et al. 2020, Apache-2.0), and for the terms FA-KES (Abu Salem et al.
 * 2018, CC BY) too; FA-KES is too small and too much of one matter to tell what is common.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '@/lib/core/article';
import { fingerprint } from '@/lib/core/fingerprint';
import { dayOf } from '@/lib/core/matching/dates';
import { packAscending } from '@/lib/core/matching/packed-numbers';
import { vocabularyOf } from '@/lib/core/matching/terms';
import { tokenize } from '@/lib/core/text';
import { readArticles } from '../collections';

const sources = [
  'AllSides articles 2012-2016 (Baly et al. 2020), github.com/ramybaly/Article-Bias-Prediction, Apache-2.0',
  'FA-KES (Abu Salem et al. 2018), zenodo.org/records/2607278, CC BY 4.0',
];

/** A shingle is common from this many documents on, if they lie on as many different days, two months apart at least. */
const fewestDocuments = 4;
const shortestSpan = 60;
/** Terms in fewer documents than this count as rare and are left out. */
const fewestForTerm = 4;

function commonKeys(articles: readonly Article[]): Uint32Array {
  const printed = new Map<number, { documents: number; days: Set<number> }>();
  for (const { text, published } of articles) {
    const day = dayOf(published);
    if (day === null) continue;
    for (const key of new Set(fingerprint(tokenize(text)).keys)) {
      const seen = printed.get(key) ?? { documents: 0, days: new Set() };
      seen.documents++;
      seen.days.add(day);
      printed.set(key, seen);
    }
  }
  const common = [...printed].filter(([, { documents, days }]) => {
    const span = Math.max(...days) - Math.min(...days);
    return documents >= fewestDocuments && days.size >= fewestDocuments && span >= shortestSpan;
  });
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
  const american = readArticles('allsides-2012-2016');
  const all = [...american, ...readArticles('fa-kes')];
  const madeBy = 'tests/bench/make-common-shingles.ts';
  const keys = commonKeys(american);
  const terms = termFrequencies(all);
  write('common-shingles.json', {
    sources: sources.slice(0, 1),
    documents: american.length,
    madeBy,
    scheme: 'fp1',
    keys: packAscending(keys),
  });
  write('term-frequencies.json', { sources, documents: all.length, madeBy, ...terms });
  console.log(`${keys.length} common shingles, ${terms.steps.length} terms, from ${all.length} articles`);
}

function write(name: string, content: object): void {
  const file = path.resolve(import.meta.dirname, '../../assets', name);
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
}
