import { readFileSync } from 'node:fs';
import { bareReading, foldName, outletNamed, type PageReading, readPlainText } from '@/lib/core/article';
import { authorOf, type Credit, type PageAnatomy, readAnatomy, readCredits } from '@/lib/core/provenance';
import { type ArticleSet, articlesOf, collectionPath, jsonLines, type Seed, seeds } from '../collections';
import { articleOf } from '../fixtures/made-up-articles';

/** A real line with what one reader called it. */
export interface CreditLine {
  id: string;
  outlet: string | null;
  title: string | null;
  line: string;
  para: number;
  before: string | null;
  after: string | null;
  label: { kind: string; outlets: string[]; authors: string[] };
}

/** Kinds that credit the text; lines of all others must give nothing. */
const creditLabels = new Set([
  'republished',
  'wire',
  'syndication-notice',
  'source',
  'via',
  'quote-lead',
  'read-more',
  'contributed',
]);

const creditLines = (): CreditLine[] => jsonLines<CreditLine>('credit-lines', 'credit.gold.jsonl');

const bare = (text: string, outlet: string | null) =>
  articleOf('line', text, { outlet, completeness: 'unknown' });

const canonical = (name: string) => foldName(outletNamed(name)?.name ?? name);

/** How one line came out. */
export interface LineResult {
  line: CreditLine;
  isCredit: boolean;
  credits: Credit[];
  kindRight: boolean;
  /** All outlets of the label and no other; `null` where the label names none. */
  outletRight: boolean | null;
}

/** Reads every line, alone or between the paragraphs it stood between. */
export function readLines(how: 'alone' | 'in place'): LineResult[] {
  return creditLines().map((line) =>
    how === 'alone'
      ? readLine(line, null, null)
      : readLine(line, line.para > 0 ? line.before : null, line.after),
  );
}

/** Reads one line between two paragraphs, either of which may be none. */
export function readLine(line: CreditLine, before: string | null, after: string | null): LineResult {
  const text = [before, line.line, after].filter((part) => part !== null && part !== '').join('\n\n');
  const start = text.indexOf(line.line);
  const end = start + line.line.length;
  const credits = readCredits(bareReading(bare(text, line.outlet))).filter(
    ({ span }) => span !== null && span.start < end && start < span.end,
  );
  const wanted = [...new Set(line.label.outlets.map(canonical))];
  const named = new Set(credits.flatMap(({ outlet }) => (outlet === null ? [] : [canonical(outlet)])));
  return {
    line,
    isCredit: creditLabels.has(line.label.kind),
    credits,
    kindRight: credits.some(({ kind }) => kind === line.label.kind),
    outletRight:
      wanted.length === 0 ? null : wanted.length === named.size && wanted.every((name) => named.has(name)),
  };
}

/** Figures over the lines. */
export interface CreditFigures {
  f1: number;
  right: number;
  missed: number;
  falseOnes: number;
  negatives: number;
  kindRight: number;
  outletRight: number;
  outlets: number;
}

export function creditFigures(results: readonly LineResult[]): CreditFigures {
  const positives = results.filter(({ isCredit }) => isCredit);
  const found = positives.filter(({ credits }) => credits.length > 0);
  const negatives = results.filter(({ isCredit }) => !isCredit);
  const falseOnes = negatives.filter(({ credits }) => credits.length > 0).length;
  const named = positives.filter(({ outletRight }) => outletRight !== null);
  return {
    f1: (2 * found.length) / (found.length + falseOnes + positives.length),
    right: found.length,
    missed: positives.length - found.length,
    falseOnes,
    negatives: negatives.length,
    kindRight: found.filter(({ kindRight }) => kindRight).length,
    outletRight: named.filter(({ outletRight }) => outletRight).length,
    outlets: named.length,
  };
}

/** A seed as read from its file. */
export interface ReadSeed {
  seed: Seed;
  reading: PageReading;
  anatomy: PageAnatomy;
  author: string | null;
}

export function readSeeds(): ReadSeed[] {
  return seeds().map((seed) => {
    const outcome = readPlainText(seed.name, seed.text);
    if (outcome.status !== 'read') throw new Error(`${seed.name} was not read: ${outcome.because}`);
    const anatomy = readAnatomy(outcome.reading);
    const author = authorOf(outcome.reading.article.byline, anatomy.credits);
    return { seed, reading: outcome.reading, anatomy, author };
  });
}

const spaced = (text: string) => text.replace(/[•\s]+/g, ' ').trim();

/** Whether the body is exactly the hand-made truth's, white space and bullets aside. */
export function bodyIsExact({ seed, reading }: ReadSeed): boolean {
  const [start, end] = seed.truth.body;
  return spaced(seed.text.slice(start, end)) === spaced(reading.article.text);
}

/** Citations found of the truth's, and those found that the truth has not. */
export function citationsOf({ seed, reading, anatomy }: ReadSeed): {
  wanted: number;
  found: number;
  others: string[];
} {
  const { text } = reading.article;
  const open = anatomy.cited.map((one) => ({
    name: canonical(one.cited),
    printed: spaced(text.slice(one.span.start, one.span.end)),
  }));
  let found = 0;
  for (const { cited, span } of seed.truth.citations) {
    const name = canonical(cited.replace(/ \(tweet\)$/, ''));
    const words = spaced(seed.text.slice(...span)).slice(0, 30);
    const at = open.findIndex((one) => one.name === name && one.printed.includes(words));
    if (at < 0) continue;
    open.splice(at, 1);
    found++;
  }
  return { wanted: seed.truth.citations.length, found, others: open.map(({ name }) => name) };
}

interface TrueQuotation {
  text: string;
  speaker: string | null;
}

/** Quotations of the seeds: found at their place, and with the right speaker or outlet where one was named. */
export function quotationsOf({ seed, reading, anatomy }: ReadSeed): {
  wanted: number;
  found: number;
  named: number;
  right: number;
} {
  const gold: { articles: Record<string, { quotes: TrueQuotation[] }> } = JSON.parse(
    readFileSync(collectionPath('seeds-gold', 'gold.json'), 'utf8'),
  );
  const quotes = gold.articles[seed.id]?.quotes ?? [];
  const { text } = reading.article;
  const parts = anatomy.parts.filter(({ kind }) => kind !== 'own' && kind !== 'reprint');
  let found = 0;
  let named = 0;
  let right = 0;
  for (const quote of quotes) {
    const words = spaced(quote.text);
    const part = parts.find(({ span }) => {
      const printed = spaced(text.slice(span.start, span.end));
      return printed.includes(words) && words.length >= printed.length * 0.5;
    });
    if (!part) continue;
    found++;
    const whose = part.speaker ?? part.source;
    if (whose === null) continue;
    named++;
    if (quote.speaker !== null && sameName(whose, quote.speaker)) right++;
  }
  return { wanted: quotes.length, found, named, right };
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [canonical(a), canonical(b)];
  return x === y || x.includes(y) || y.includes(x);
}

/** Credits, citations and parts of whole articles, and how many of them stand where they say. */
export function soundness(sets: readonly ArticleSet[], most: number): { shown: number; sound: number } {
  let shown = 0;
  let sound = 0;
  const count = (isSound: boolean) => {
    shown++;
    if (isSound) sound++;
  };
  for (const set of sets) {
    for (const { text, outlet } of articlesOf(set).slice(0, most)) {
      const article = bare(text, outlet);
      const anatomy = readAnatomy(bareReading(article));
      for (const { span, line } of anatomy.credits)
        if (span !== null) count(text.slice(span.start, span.end) === line);
      for (const { span, cue } of anatomy.cited)
        count(text.slice(span.start, span.end).includes(cue) || cue.startsWith('—'));
      count(anatomy.parts.reduce((sum, { words }) => sum + words, 0) === anatomy.words);
    }
  }
  return { shown, sound };
}
