/**
 * Counts which phrases headlines, bylines, names and addresses of news are made of, and writes those that pay with the
 * lengths of their codes to `assets/row-phrases.json`: `node tests/bench/run.mjs make-row-phrases`. Rows on readers' disks
 * are written with that file, so another one needs a form of its own; see `row-text.ts`.
 *
 * Reference: AllSides articles 2012–2016 (Baly et al. 2020, Apache-2.0).
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArticles } from '../collections';

const source =
  'AllSides articles 2012-2016 (Baly et al. 2020), github.com/ramybaly/Article-Bias-Prediction, Apache-2.0';
/** Phrases of more than one letter that are made; those that longer ones leave nothing to do for are dropped again. */
const phrasesMade = 500;
const longestCode = 14;
const fewestUses = 5;
/** Of texts that are no sentences, the JSON of what few articles have: about one article in ten has a credit. */
const asJson = JSON.stringify([
  {
    kind: 'wire',
    line: '',
    outlet: 'Reuters',
    author: null,
    url: null,
    span: { start: 0, end: 7 },
    field: 'text',
    outletAsPrinted: 'Reuters',
  },
  {
    kind: 'republished',
    line: '',
    outlet: 'The Associated Press',
    author: null,
    url: null,
    span: null,
    field: 'title',
    outletAsPrinted: 'AP',
  },
  { quotations: 4, voices: 2, labels: null },
]);

/** Byte pair encoding (Gage 1994): the pair that stands most often becomes a phrase, again and again. */
function phrasesOf(texts: readonly string[]): Set<string> {
  const sequences = texts.map((text) => text.split(''));
  const phrases = new Set(sequences.flat());
  const letters = phrases.size;
  while (phrases.size < letters + phrasesMade) {
    const pair = commonestPair(sequences);
    phrases.add(pair.join(''));
    for (const [i, sequence] of sequences.entries()) sequences[i] = joined(sequence, pair);
  }
  return phrases;
}

function commonestPair(sequences: readonly string[][]): [string, string] {
  const counts = new Map<string, { pair: [string, string]; count: number }>();
  for (const sequence of sequences) {
    for (let i = 0; i + 1 < sequence.length; i++) {
      const pair: [string, string] = [sequence[i]!, sequence[i + 1]!];
      const seen = counts.get(pair.join('\0')) ?? { pair, count: 0 };
      seen.count++;
      counts.set(pair.join('\0'), seen);
    }
  }
  return [...counts.values()].reduce((a, b) => (b.count > a.count ? b : a)).pair;
}

function joined(sequence: readonly string[], [first, second]: [string, string]): string[] {
  const out: string[] = [];
  for (let i = 0; i < sequence.length; i++) {
    if (sequence[i] !== first || sequence[i + 1] !== second) out.push(sequence[i]!);
    else {
      out.push(first + second);
      i++;
    }
  }
  return out;
}

/** How often each phrase stands when the longest that fits is always taken. */
function counted(texts: readonly string[], phrases: ReadonlySet<string>): Map<string, number> {
  const counts = new Map(Array.from(phrases, (phrase) => [phrase, 0]));
  const longest = Math.max(...Array.from(phrases, ({ length }) => length));
  for (const text of texts) {
    for (let at = 0; at < text.length; ) {
      let length = longest;
      while (!phrases.has(text.slice(at, at + length))) length--;
      const phrase = text.slice(at, at + length);
      counts.set(phrase, counts.get(phrase)! + 1);
      at += phrase.length;
    }
  }
  return counts;
}

/** Lengths of a prefix code (Huffman 1952). Rare ones are counted up until none is longer than the longest. */
function codeLengths<Symbol>(counts: ReadonlyMap<Symbol, number>): Map<Symbol, number> {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (let least = 1; ; least *= 2) {
    const floor = Math.max(least, all / 2 ** 20);
    let nodes = Array.from(counts, ([symbol, count]) => ({
      count: Math.max(count, floor),
      symbols: [symbol],
    }));
    const lengths = new Map(Array.from(counts.keys(), (symbol) => [symbol, 0]));
    while (nodes.length > 1) {
      nodes = nodes.sort((a, b) => a.count - b.count);
      const [a, b] = [nodes[0]!, nodes[1]!];
      const symbols = [...a.symbols, ...b.symbols];
      for (const symbol of symbols) lengths.set(symbol, lengths.get(symbol)! + 1);
      nodes = [{ count: a.count + b.count, symbols }, ...nodes.slice(2)];
    }
    if (Math.max(...lengths.values()) <= longestCode) return lengths;
  }
}

/** Every so manieth article is counted. */
const sampled = 5;
/** One text of JSON to so many others. */
const textsToJson = 60;

function pathOf(url: string | null): string | null {
  return url === null ? null : (/\/\/[^/]*\/(.+)/.exec(url)?.[1] ?? null);
}

export default async function makeRowPhrases(): Promise<void> {
  const articles = readArticles('allsides-2012-2016').filter((_, i) => i % sampled === 0);
  const outlets = new Set(articles.map(({ outlet }) => outlet));
  const texts = [...outlets, ...articles.flatMap(({ title, byline, url }) => [title, byline, pathOf(url)])]
    .filter((text) => text !== null)
    .map((text) => text.slice(0, 120));
  const plain = texts.map((text) => text.replace(/[^ -~‘’“”–—é]/g, ''));
  const all = [...plain, ...Array.from({ length: plain.length / textsToJson }, () => asJson)];
  const made = phrasesOf(all);
  for (const [phrase, count] of counted(all, made))
    if (phrase.length > 1 && count < fewestUses) made.delete(phrase);
  const counts: Map<string | number, number> = counted(all, made);
  for (let unit = 0x20; unit < 0x7f; unit++)
    if (!counts.has(String.fromCharCode(unit))) counts.set(String.fromCharCode(unit), 0);
  // 0 ends a text, 1 stands before a UTF-16 unit that is no phrase.
  counts.set(0, all.length).set(
    1,
    texts.reduce((sum, text, i) => sum + text.length - plain[i]!.length, 0),
  );
  const byLength: (string | number)[][] = [];
  for (const [phrase, length] of codeLengths(counts)) {
    byLength[length] ??= [];
    byLength[length]!.push(phrase);
  }
  const phrases = Array.from(byLength, (ofLength = []) => ofLength);
  const file = path.join(import.meta.dirname, '../../assets/row-phrases.json');
  writeFileSync(file, `${JSON.stringify({ source, madeBy: 'tests/bench/make-row-phrases.ts', phrases })}\n`);
  let bits = 0;
  const lengths = new Map(phrases.flatMap((ofLength, length) => ofLength.map((phrase) => [phrase, length])));
  for (const [phrase, count] of counts) bits += count * lengths.get(phrase)!;
  console.log({
    phrases: counts.size,
    bitsALetter: bits / all.reduce((sum, { length }) => sum + length, 0),
    longest: phrases.length - 1,
  });
}
