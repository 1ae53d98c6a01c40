import type { PreparedArticle } from '@/lib/core/matching/types';
import { type Library, openLibrary } from '@/lib/corpus/store';

/**
 * The part of `store-browser.ts` that runs in the browser: made-up articles (filler: their words and keys follow
 * the counts of real ones, not their content) go into a library, then queries like those of matching are timed.
 */

let seed = 1;
/** Mulberry32: the same filler in every run. */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

/** Frequent numbers first, as words are: 0 to `most`. */
function skewed(most: number): number {
  return Math.floor(most * random() ** 3);
}

function spread(n: number): number {
  return Math.imul(n + 1, 0x9e3779b1) >>> 0;
}

const words = Array.from({ length: 8_000 }, (_, i) =>
  spread(i)
    .toString(36)
    .slice(0, 2 + (i % 8)),
);
const text = () => Array.from({ length: 600 }, () => words[skewed(words.length)]).join(' ');

/** Of 66 base keys of 600 words about 13 stand in other articles too; 60 more are of the finer level, 13 within quotations. */
function filler(n: number): PreparedArticle {
  const levels = Uint8Array.from({ length: 139 }, (_, i) => (i < 66 ? 0 : i < 126 ? 1 : 2));
  const keys = Uint32Array.from(levels, () =>
    random() < 0.2 ? spread(skewed(200_000)) : Math.floor(random() * 2 ** 32),
  );
  const day = new Date(Date.UTC(2015, 0, 1 + skewed(2_000))).toISOString().slice(0, 10);
  const outlet = `outlet${skewed(300)}.example`;
  const url = `https://${outlet}/news/${day}/${n}-${words[n % words.length]}`;
  return {
    held: {
      id: url,
      outlet,
      url,
      title: Array.from({ length: 10 }, () => words[skewed(words.length)]).join(' '),
      byline: 'By A Reporter',
      published: { at: day, precision: 'day', from: 'import' },
      firstSeen: { at: '2020-06-01T08:00:00Z', precision: 'minute', from: 'first-seen' },
      language: 'en',
      words: 600,
      completeness: 'full',
      held: 'text',
      summary: null,
      credits: [],
      from: { kind: 'import', name: 'filler' },
    },
    text: text(),
    keys,
    positions: Uint32Array.from(keys, (_, i) => i * 4),
    levels,
    terms: Uint32Array.from({ length: 32 }, () => spread(skewed(60_000))),
  };
}

let library: Library | null = null;
const samples: { keys: Uint32Array; terms: Uint32Array }[] = [];

export interface Filled {
  articles: number;
  addMs: number;
  mergedMs: number;
  bytes: number;
}

export interface Asked {
  openMs: number;
  firstMs: number;
  /** Postings of 66 keys. */
  keys: number[];
  /** Postings of all 139 keys. */
  allKeys: number[];
  terms: number[];
  /** 66 keys, 60 articles, 12 texts. */
  whole: number[];
  search: number[];
}

async function open(): Promise<Library> {
  library ??= await openLibrary({ now: () => new Date() });
  return library;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function fill(from: number, to: number): Promise<Filled> {
  const held = await open();
  seed = from + 1;
  let addMs = 0;
  for (let n = from; n < to; ) {
    const chunk = Array.from({ length: Math.min(1_024, to - n) }, (_, i) => filler(n + i));
    for (const { keys, terms } of chunk.slice(0, 20)) samples.push({ keys, terms });
    addMs += await timed(() => held.add(chunk));
    n += chunk.length;
  }
  const mergedMs = addMs + (await timed(() => held.whenQuiet()));
  const counts = await held.counts();
  return { articles: counts.articles, addMs, mergedMs, bytes: counts.bytes };
}

async function ask(rounds: number, taken: typeof samples): Promise<Asked> {
  const openMs = await timed(open);
  const reader = (await open()).reader();
  const sample = (i: number) => taken[(i * 7) % taken.length]!;
  const asked: Asked = { openMs, firstMs: 0, keys: [], allKeys: [], terms: [], whole: [], search: [] };
  asked.firstMs = await timed(() => reader.postings(sample(1).keys.slice(0, 66)));
  for (let i = 0; i < rounds; i++) {
    const { keys, terms } = sample(i);
    asked.keys.push(await timed(() => reader.postings(keys.slice(0, 66))));
    asked.allKeys.push(await timed(() => reader.postings(sample(i + 1).keys)));
    asked.terms.push(await timed(() => reader.termPostings(terms)));
    asked.whole.push(
      await timed(async () => {
        const found = await reader.postings(sample(i + 2).keys.slice(0, 66));
        const refs = [...new Set(found.flatMap(({ refs }) => [...refs]))].slice(0, 60);
        await reader.articles(refs);
        await Promise.all(refs.slice(0, 12).map((ref) => reader.text(ref)));
      }),
    );
  }
  for (let i = 0; i < Math.min(rounds, 30); i++) {
    const query = `${words[i * 11]} ${words[i * 13 + 5]}`;
    asked.search.push(await timed(async () => (await open()).search(query)));
  }
  return asked;
}

export interface Whole {
  counted: number;
  rows: number;
  skipped: number;
  /** Articles out of a hundred that are found by their own keys. */
  found: number;
}

/** Whether counts, rows and postings agree, looked at row by row. */
async function examine(): Promise<Whole> {
  const held = await open();
  await held.whenQuiet();
  const { articles, skipped } = await held.health();
  const { records } = await held.exportFrom(0, 1_000_000);
  const fillers = new Map(Array.from({ length: 400 }, (_, n) => filler(n)).map((one) => [one.held.id, one]));
  let found = 0;
  for (const { id } of records.slice(0, 100)) {
    const ref = (await held.find(id))?.ref ?? 0;
    const keys = fillers.get(id)?.keys;
    if (keys === undefined) continue;
    const postings = await held.reader().postings(keys);
    if (postings.every(({ documents, refs }) => refs.includes(ref) || documents > refs.length)) found++;
  }
  const { articles: counted } = await held.counts();
  return { counted, rows: articles, skipped: skipped.articles + skipped.texts + skipped.index, found };
}

/** What the driver calls, as JSON. */
Object.assign(globalThis, {
  fillLibrary: fill,
  takenSamples: () => samples.map(({ keys, terms }) => ({ keys: [...keys], terms: [...terms] })),
  askLibrary: (rounds: number, taken: { keys: number[]; terms: number[] }[]) =>
    ask(
      rounds,
      taken.map(({ keys, terms }) => ({ keys: Uint32Array.from(keys), terms: Uint32Array.from(terms) })),
    ),
  examineLibrary: () => {
    seed = 1;
    return examine();
  },
});
