import type { Article } from '@/lib/core/article';
import { findTextMatches, prepareArticle } from '@/lib/core/matching';
import { type Library, openLibrary } from '@/lib/corpus/store';
import { type Answered, asAnswered } from './answered';
import { fromCollection } from './from-collection';
import { countReads, type Reads } from './read-counter';

/**
 * The part of `library-worker.ts` that runs in the extension's own background worker, on the extension's own library:
 * what a reader's browser does, without the messages around it.
 */

let opened: Library | null = null;

async function library(): Promise<Library> {
  opened ??= await openLibrary({ now: () => new Date() });
  return opened;
}

export interface Filled {
  articles: number;
  /** From texts to all of them on disk and findable, ms of this worker's time: prepared, added, and merged to the end. */
  prepareMs: number;
  addMs: number;
  mergeMs: number;
  /** Bytes of the library by its own count, and of the blocks of its index. */
  bytes: number;
  blockBytes: number;
  words: number;
}

/** Fills the library with the articles served in parts at `address`/0, /1 …; fetching and parsing them is not timed. */
async function fill(address: string, parts: number): Promise<Filled> {
  const held = await library();
  const sum = { prepareMs: 0, addMs: 0, words: 0 };
  for (let part = 0; part < parts; part++) {
    const articles: Article[] = await (await fetch(`${address}/${part}`)).json();
    const began = performance.now();
    const prepared = articles.map((article) => prepareArticle(article, fromCollection));
    const ready = performance.now();
    await held.add(prepared);
    sum.prepareMs += ready - began;
    sum.addMs += performance.now() - ready;
    for (const one of prepared) sum.words += one.held.words;
  }
  const began = performance.now();
  await held.whenQuiet();
  const mergeMs = performance.now() - began;
  const { articles, bytes } = await held.counts();
  return { ...sum, articles, mergeMs, bytes, blockBytes: await blockBytes() };
}

/** What the blocks of shingle keys take. */
function blockBytes(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('library');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      let bytes = 0;
      const walk = db.transaction('keyBlocks').objectStore('keyBlocks').openCursor();
      walk.onerror = () => reject(walk.error);
      walk.onsuccess = () => {
        const cursor = walk.result;
        if (cursor === null) {
          db.close();
          resolve(bytes);
          return;
        }
        bytes += cursor.value.byteLength;
        cursor.continue();
      };
    };
  });
}

async function ask(article: Article): Promise<Answered> {
  const began = performance.now();
  const matches = await findTextMatches(article, (await library()).reader());
  const ms = performance.now() - began;
  return asAnswered(matches, ms);
}

/** Asks the questions served at `address`, one after the other. */
async function askAll(address: string): Promise<Answered[]> {
  const articles: Article[] = await (await fetch(address)).json();
  const answers: Answered[] = [];
  for (const article of articles) answers.push(await ask(article));
  return answers;
}

/** What each question at `address` reads from the database. */
async function countAll(address: string): Promise<Reads[]> {
  const articles: Article[] = await (await fetch(address)).json();
  await ask(articles[0]!);
  const counter = countReads();
  const reads: Reads[] = [];
  for (const article of articles) {
    await ask(article);
    reads.push(counter.taken());
  }
  counter.stop();
  return reads;
}

/** Library search, ms for each query. */
async function search(queries: readonly string[]): Promise<number[]> {
  const held = await library();
  const times: number[] = [];
  for (const query of queries) {
    const began = performance.now();
    await held.search(query);
    times.push(performance.now() - began);
  }
  return times;
}

export interface Whole {
  counted: number;
  rows: number;
  skipped: number;
  /** Articles out of those asked for that are found by their own text. */
  found: number;
}

/** Whether counts, rows and postings agree, looked at row by row; `address` serves articles of the library. */
async function examine(address: string): Promise<Whole> {
  const held = await library();
  await held.whenQuiet();
  const { articles: rows, skipped } = await held.health();
  const { articles: counted } = await held.counts();
  const articles: Article[] = await (await fetch(address)).json();
  let found = 0;
  for (const article of articles) {
    const { matches } = await ask({ ...article, id: `again ${article.id}`, url: null });
    if (matches.some(({ id }) => id === article.id)) found++;
  }
  return { counted, rows, skipped: skipped.articles + skipped.texts + skipped.index, found };
}

export const verbs = { fill, ask, askAll, countAll, search, examine };

/** What the driver calls. */
Object.assign(globalThis, { bench: verbs });
