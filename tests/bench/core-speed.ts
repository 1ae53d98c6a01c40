import { align } from '@/lib/core/alignment';
import { type Article, bareReading } from '@/lib/core/article';
import { fingerprint } from '@/lib/core/fingerprint';
import {
  findPairs,
  findStoryMatches,
  findTextMatches,
  memoryCorpus,
  prepareArticle,
} from '@/lib/core/matching';
import { readCredits } from '@/lib/core/provenance';
import { tokenize } from '@/lib/core/text';
import { articleOf } from '../fixtures/made-up-articles';
import { asCopy, editText } from './planted-copies';
import type { Row } from './table';

/** Made-up filler: words drawn from a long tail, in sentences and paragraphs, the same on every run. */
function fillerArticles(count: number, words = 600): Article[] {
  const draw = randomNumbers(20_261_123);
  return Array.from({ length: count }, (_, index) => {
    const paragraphs: string[] = [];
    for (let made = 0; made < words; made += 60) {
      const run = Array.from({ length: 60 }, () => `w${Math.floor(20_000 * draw() ** 3)}`);
      paragraphs.push(
        `${run.slice(0, 30).join(' ')}. “${run.slice(30, 40).join(' ')}” ${run.slice(40).join(' ')}.`,
      );
    }
    return fillerArticle(index, paragraphs.join('\n\n'));
  });
}

function fillerArticle(index: number, text: string): Article {
  return articleOf(`filler-${index}`, text, {
    outlet: `outlet-${index % 50}.example`,
    title: `Headline ${index}`,
    published: {
      at: new Date(1_770_000_000_000 + index * 600_000).toISOString(),
      precision: 'minute',
      from: 'feed',
    },
    language: 'en',
  });
}

/** Numbers from 0 to 1 that repeat from run to run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Median of times in ms. */
function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

async function timed(rounds: number, work: (round: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await work(round);
    times.push(performance.now() - from);
  }
  return median(times);
}

const details = {
  firstSeen: { at: '2026-04-01', precision: 'day', from: 'first-seen' },
  from: { kind: 'import', name: 'filler' },
} as const;

/** Speed of the pure core in this Node, one article of 600 words a round. Figures without targets: compare them within a run. */
export async function coreRows(): Promise<Row[]> {
  const articles = fillerArticles(2_000);
  const prepared = articles.map((article) => prepareArticle(article, details));
  const corpus = memoryCorpus(prepared);
  const tokens = articles.slice(0, 200).map(({ text }) => tokenize(text));
  const copies = articles
    .slice(0, 200)
    .map((one) => asCopy(one, 'copy.example', 'Other words', editText(one.text)));
  const copied = copies.map(({ text }) => tokenize(text));
  const row = (measure: string, ms: number, gold = 'made-up text, 600 words'): Row => ({
    measure,
    gold,
    figure: `${ms.toFixed(2)} ms`,
    target: '',
    met: null,
  });
  return [
    row('fold into words', await timed(200, (round) => tokenize(articles[round]!.text))),
    row('fingerprint', await timed(200, (round) => fingerprint(tokens[round]!))),
    row('align with an edited copy', await timed(200, (round) => align(tokens[round]!, copied[round]!))),
    row('read credit lines', await timed(200, (round) => readCredits(bareReading(articles[round]!)))),
    row(
      'find same text',
      await timed(200, (round) => findTextMatches(copies[round]!, corpus)),
      '2,000 articles in memory',
    ),
    row(
      'find same story',
      await timed(50, (round) => findStoryMatches(copies[round]!, corpus, [])),
      '2,000 articles in memory',
    ),
    ...(await collectionRows(row, articles, copies)),
  ];
}

/** The same text many thousand times over: the worst that a library or a collection can hold. */
const identical = 20_000;
const identicalPaired = 1_000;

async function collectionRows(
  row: (measure: string, ms: number, gold?: string) => Row,
  articles: readonly Article[],
  copies: readonly Article[],
): Promise<Row[]> {
  const [one] = articles;
  const same = Array.from({ length: identical }, (_, i): Article => ({ ...one!, id: `same-${i}` }));
  const prepared = prepareArticle(one!, details);
  const corpus = memoryCorpus(same.map(({ id }) => ({ ...prepared, held: { ...prepared.held, id } })));
  const perArticle = async (list: readonly Article[]) => {
    const from = performance.now();
    for await (const _ of findPairs(list));
    return (performance.now() - from) / list.length;
  };
  const both = [...articles, ...copies];
  return [
    row(
      'find same text among identical articles',
      await timed(20, () => findTextMatches(one!, corpus)),
      `${identical} of one text in memory`,
    ),
    row(
      'related pairs, an article',
      await perArticle(both),
      `${both.length} articles, ${copies.length} of them copies`,
    ),
    row(
      'related pairs of identical articles, an article',
      await perArticle(same.slice(0, identicalPaired)),
      `${identicalPaired} of one text, at most 200 pairs each`,
    ),
  ];
}
