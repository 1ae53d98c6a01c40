import type { Answered } from './answered';
import type { Filled } from './library-in-worker';
import { type LibraryWorker, startLibraryWorker } from './library-worker';
import type { PlantedSet } from './planted-set';
import type { Reads } from './read-counter';
import { partSize, partsOf, serveJson } from './serve-json';

/** What a library in the browser was measured at, times in ms and sizes in bytes. */
export interface LibraryMeasured {
  filled: Filled;
  /** What the browser says it takes on disk. */
  usage: number;
  /** To all questions of the set, in order, by a worker that has been asked before. */
  answers: Answered[];
  /** First answers of workers that were ended and started again, and after the browser was started. */
  restarted: FirstAnswers;
  started: FirstAnswers;
  reads: Reads[];
  /** The worker's memory while it answers. */
  memory: number[];
}

/** First answers of a worker, ms. */
export interface FirstAnswers {
  /** With the background made ready while the page is gathered, from the page's arrival: as a reader meets it. */
  afterLook: number[];
  /** With nothing made ready: opening the library is part of it. */
  unprepared: number[];
}

/** How often, for each of the two ways, the worker and the browser are ended and started again. */
export interface Restarts {
  worker: number;
  browser: number;
}

/**
 * From a look's arrival in the background to the page's, ms. Measured in the extension itself, on pages of 4 kB of text: 23 at
 * least, mostly 30 to 50; a bit less is taken, so that the background has no more time than it has with a reader.
 */
const gathering = 20;
/** Questions whose bytes are counted: every so-many-th, so that all kinds are among them. */
const countedEvery = 7;
/** Questions asked between two looks at the memory. */
const askedAtOnce = 40;

/** Fills the extension's library in Chromium with a set and asks all its questions there. */
export async function measureLibrary(set: PlantedSet, restarts: Restarts): Promise<LibraryMeasured> {
  const questions = set.questions.map(({ article }) => bare(article));
  const server = await serveJson((path) => {
    const [what, n = '0'] = path.split('/');
    const part = Number(n);
    if (what === 'articles') return set.library.slice(part * partSize, (part + 1) * partSize).map(bare);
    if (what === 'questions') return questions.slice(part * askedAtOnce, (part + 1) * askedAtOnce);
    return questions.filter((_, i) => i % countedEvery === 0);
  });
  const worker = await startLibraryWorker();
  try {
    const filled = await worker.call('fill', `${server.address}/articles`, partsOf(set.library));
    const usage = await worker.usage();
    let asked = 0;
    const first = async (times: number, restart: () => Promise<void>): Promise<FirstAnswers> => {
      const firsts: FirstAnswers = { afterLook: [], unprepared: [] };
      for (let i = 0; i < times; i++) {
        const sample = questions[(asked++ * 37) % questions.length]!;
        await restart();
        firsts.unprepared.push((await worker.call('ask', sample)).ms);
        await restart();
        firsts.afterLook.push((await worker.call('askAfterLook', sample, gathering)).ms);
      }
      return firsts;
    };
    const started = await first(restarts.browser, worker.restartBrowser);
    const restarted = await first(restarts.worker, worker.restart);
    const { answers, memory } = await askAll(worker, server.address, questions.length);
    const reads = await worker.call('countAll', `${server.address}/counted`);
    return { filled, usage, answers, restarted, started, reads, memory };
  } finally {
    await worker.close();
    server.close();
  }
}

async function askAll(
  worker: LibraryWorker,
  address: string,
  count: number,
): Promise<Pick<LibraryMeasured, 'answers' | 'memory'>> {
  const answers: Answered[] = [];
  const memory: number[] = [];
  // A worker that has answered some questions is a warm one.
  await worker.call('askAll', `${address}/questions/0`);
  for (let part = 0; part * askedAtOnce < count; part++) {
    answers.push(...(await worker.call('askAll', `${address}/questions/${part}`)));
    memory.push(await worker.memory());
  }
  return { answers, memory };
}

/** An article as it travels: matching needs no paragraphs. */
function bare<Item extends { paragraphs: unknown[] }>(article: Item): Item {
  return { ...article, paragraphs: [] };
}
