import type { Article } from '@/lib/core/article';
import { findTextMatches, type PreparedArticle, prepareArticle } from '@/lib/core/matching';
import { type Library, openLibrary } from '@/lib/corpus/store';
import { type Answered, asAnswered } from './answered';
import { fromCollection } from './from-collection';
import { countReads, type Reads } from './read-counter';

/**
 * The part of `library-worker.ts` that runs in the extension's own background worker, on the extension's own library:
 * what a reader's browser does, without the messages around it.
 */

let opened: Promise<Library> | null = null;

function library(): Promise<Library> {
  opened ??= openLibrary({ now: () => new Date() });
  return opened;
}

export interface Filled {
  articles: number;
  /** From texts to all of them on disk, ms: `prepareMs` of it went into making them ready, between and beside the writing. */
  addMs: number;
  prepareMs: number;
  /** From then until the last is merged. */
  mergeMs: number;
  /** Bytes of the library by its own count, and of the blocks of its index. */
  bytes: number;
  blockBytes: number;
  words: number;
}

/**
 * Fills the library with the articles served in parts at `address`/0, /1 … as an import does: while one part is written,
 * the next is made ready. Fetching and parsing are not timed.
 */
async function fill(address: string, parts: number): Promise<Filled> {
  const held = await library();
  const added = await held.inBulk(() => addParts(held, address, parts));
  const began = performance.now();
  await held.whenQuiet();
  const mergeMs = performance.now() - began;
  const { articles, bytes } = await held.counts();
  return { ...added, articles, mergeMs, bytes, blockBytes: await blockBytes() };
}

async function addParts(held: Library, address: string, parts: number) {
  const sum = { prepareMs: 0, addMs: 0, words: 0 };
  let ready: PreparedArticle[] = [];
  for (let part = 0; part <= parts; part++) {
    const articles: Article[] = part < parts ? await (await fetch(`${address}/${part}`)).json() : [];
    const began = performance.now();
    const adding = held.add(ready);
    const next: PreparedArticle[] = [];
    for (const article of articles) {
      const from = performance.now();
      next.push(prepareArticle(article, fromCollection));
      sum.prepareMs += performance.now() - from;
      if (next.length % preparedAtOnce === 0) await nextTurn();
    }
    await adding;
    sum.addMs += performance.now() - began;
    for (const one of ready) sum.words += one.held.words;
    ready = next;
  }
  return sum;
}

const preparedAtOnce = 16;

/** Lets what the database has answered be taken up. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
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

/**
 * The first question as a reader meets it: the look that wakes the background also opens the library, and the page is
 * there `gathering` ms later. Timed from when the page should be there, so that whatever keeps it waiting counts.
 */
async function askAfterLook(article: Article, gathering: number): Promise<Answered> {
  const due = performance.now() + gathering;
  const ready = library();
  await new Promise((resolve) => setTimeout(resolve, gathering));
  const matches = await findTextMatches(article, (await library()).reader());
  const ms = performance.now() - due;
  await ready;
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

export const verbs = { fill, ask, askAfterLook, askAll, countAll, search, examine };

/** What the driver calls. */
Object.assign(globalThis, { bench: verbs });
