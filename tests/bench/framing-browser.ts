import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ToldText } from '@/lib/app/messaging';
import { paragraphs } from '@/lib/core/text';
import { launchChromium } from '../browser/chromium';
import { articlesOf, asArticle, hasCollections } from '../collections';
import { demoRecords } from '../site';
import type { Row } from './table';

const assets = path.resolve(import.meta.dirname, '../../.output/chrome-mv3/assets');
const words = 800;
const rounds = 21;

/** Five articles of 800 words: real ones of one collection where it is at hand, made-up ones elsewhere. */
function fiveTexts(): ToldText[] {
  const long = hasCollections
    ? articlesOf('buzzfeed-webis')
        .filter(({ text }) => text.split(/\s+/).length >= words)
        .map(asArticle)
    : demoRecords().map((record, at) =>
        asArticle({ ...record, id: String(at), text: Array(6).fill(record.text).join('\n\n') }),
      );
  return long.slice(0, 5).map((article) => {
    const end = [...article.text.matchAll(/\S+/g)][words - 1];
    const text = article.text.slice(0, end ? end.index + end[0].length : undefined);
    return {
      article: { ...article, language: 'en', text, paragraphs: paragraphs(text) },
      anatomy: null,
      credits: [],
    };
  });
}

/** The extension's own worker in Chromium: time from texts to differences, of a running worker and of one just started; its size. */
export async function framingSpeedRows(): Promise<Row[]> {
  const file = readdirSync(assets).find((name) => /^framing-worker-.*\.js$/.test(name));
  if (file === undefined) throw new Error('The extension is not built. Run: npm run build');
  const size = gzipSync(readFileSync(path.join(assets, file)), { level: 9 }).length;
  const run = await launchChromium();
  try {
    const page = await run.openOwnPage('options.html');
    const times = await page.evaluate(timeWorker, {
      address: `/assets/${file}`,
      texts: fiveTexts(),
      rounds,
    });
    const row = (measure: string, ms: number, target: number | null): Row => ({
      measure,
      gold: hasCollections ? 'five real articles of 800 words' : 'five made-up articles of 800 words',
      figure: `${ms.toFixed(0)} ms`,
      target: target === null ? '' : `≤ ${target} ms`,
      met: target === null ? null : ms <= target,
    });
    return [
      row('framing: all lenses, median', times.warm, 150),
      row('framing: with the worker’s start, median', times.cold, null),
      {
        measure: 'framing: lazy chunk, gzip',
        gold: file,
        figure: `${(size / 1024).toFixed(0)} kB`,
        target: '≤ 1.1 MB',
        met: size <= 1.1 * 1024 * 1024,
      },
    ];
  } finally {
    await run.close();
  }
}

/** Runs in the page. Times in ms. */
async function timeWorker({ address, texts, rounds }: { address: string; texts: unknown[]; rounds: number }) {
  const { trustedTypes } = globalThis as unknown as {
    trustedTypes: {
      createPolicy: (name: string, rules: object) => { createScriptURL: (url: string) => string };
    };
  };
  const policy = trustedTypes.createPolicy('refrain', { createScriptURL: (url: string) => url });
  const start = () => new Worker(policy.createScriptURL(address), { type: 'module' });
  const once = (worker: Worker) =>
    new Promise<number>((resolve, reject) => {
      const from = performance.now();
      worker.onmessage = () => resolve(performance.now() - from);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(texts);
    });
  const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!;
  const warm: number[] = [];
  const cold: number[] = [];
  const running = start();
  await once(running);
  for (let round = 0; round < rounds; round++) warm.push(await once(running));
  running.terminate();
  for (let round = 0; round < 7; round++) {
    const worker = start();
    cold.push(await once(worker));
    worker.terminate();
  }
  return { warm: median(warm), cold: median(cold) };
}
