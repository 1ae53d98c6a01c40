/**
 * Imports in Chromium, the whole way a reader's file goes: chosen on the options page, put aside, read by the background,
 * fingerprinted, stored. Needs the production build: `npm run build && node tests/bench/run.mjs imports 10000 1000`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { type ExtensionRun, launchChromium } from '../browser/chromium.ts';
import { readArticles } from '../collections';
import { numbersFrom } from '../fixtures/made-up-articles';
import { articlePage } from '../site';
import { trainFiller } from './filler';
import { printRows, type Row } from './table';

export default async function imports([records = '10000', pages = '1000']: string[]): Promise<void> {
  const makeText = trainFiller(
    readArticles('allsides-2012-2016').map(({ text }) => text),
    numbersFrom(7),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'refrain-bench-'));
  const run = await launchChromium();
  try {
    const lines = await timedImport(run, recordsFile(folder, Number(records), makeText), Number(records));
    const html = await timedImport(run, pagesFile(folder, Number(pages), makeText), Number(pages));
    printRows([
      ...rows('JSONL', lines, `${records} filler articles of 200 to 900 words`, 500),
      ...rows('HTML pages in a zip file', html, `${pages} made-up pages of 200 to 900 words`, 150),
    ]);
  } finally {
    await run.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Timed {
  articles: number;
  ms: number;
  /** How long the background took to answer another question meanwhile, in ms. */
  answers: number[];
}

function rows(what: string, { articles, ms, answers }: Timed, gold: string, target: number): Row[] {
  const rate = articles / (ms / 1_000);
  const sorted = answers.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return [
    {
      measure: `import of ${what}, file → durable`,
      gold,
      figure: `${rate.toFixed(0)} articles/s`,
      target: `≥ ${target}`,
      met: rate >= target,
    },
    {
      measure: '… a question answered meanwhile',
      gold: `${answers.length} searches of the library`,
      figure: `p50 ${at(0.5).toFixed(0)} / p95 ${at(0.95).toFixed(0)} ms`,
      target: 'p95 ≤ 100 ms',
      met: at(0.95) <= 100,
    },
  ];
}

async function timedImport(run: ExtensionRun, file: string, expected: number): Promise<Timed> {
  const page = await run.openOwnPage('options.html', await run.context.newPage());
  await page.locator('#import-file').setInputFiles(file);
  const begin = page.getByRole('button', { name: 'Import this file' });
  await begin.waitFor({ timeout: 120_000 });
  // The page from which questions are put is opened before anything is timed.
  await run.ask('libraryCounts');
  const start = performance.now();
  await begin.click();
  const answers = await askMeanwhile(run, page, path.basename(file));
  const ms = performance.now() - start;
  const [job] = await run.ask('imports');
  await page.close();
  if (job?.added !== expected) throw new Error(`Imported ${JSON.stringify(job)}, expected ${expected}`);
  return { articles: expected, ms, answers };
}

/** Asks as a popup would, until the import is at its end. */
async function askMeanwhile(run: ExtensionRun, page: Page, name: string): Promise<number[]> {
  const answers: number[] = [];
  const ended = page.getByRole('button', { name: `Undo the import of ${name}` });
  const end = ended
    .first()
    .waitFor({ timeout: 3_600_000 })
    .then(() => 'ended' as const);
  for (;;) {
    const pause = new Promise<'on'>((resolve) => setTimeout(() => resolve('on'), 200));
    if ((await Promise.race([end, pause])) === 'ended') return answers;
    const start = performance.now();
    await run.ask('searchLibrary', 'harbour ferry', null);
    answers.push(performance.now() - start);
  }
}

function recordsFile(folder: string, count: number, makeText: () => string): string {
  const file = path.join(folder, 'records.jsonl');
  const lines = Array.from({ length: count }, (_, n) =>
    JSON.stringify({
      id: `record-${n}`,
      outlet: `outlet${n % 200}.example`,
      url: `https://outlet${n % 200}.example/news/${n}`,
      title: makeText().split(' ').slice(0, 9).join(' '),
      published: new Date(Date.UTC(2020, 0, 1 + (n % 1_500))).toISOString().slice(0, 10),
      text: makeText(),
    }),
  );
  writeFileSync(file, lines.join('\n'));
  return file;
}

function pagesFile(folder: string, count: number, makeText: () => string): string {
  const file = path.join(folder, 'pages.zip');
  const pages = Array.from({ length: count }, (_, n): [string, Uint8Array] => {
    const words = makeText().split(' ');
    const html = articlePage({
      host: `outlet${n % 50}.example`,
      outlet: `Outlet ${n % 50}`,
      title: words.slice(0, 9).join(' '),
      byline: null,
      published: '2026-03-03',
      paragraphs: Array.from(
        { length: Math.ceil(words.length / 60) },
        (_, p) => `${words.slice(p * 60, p * 60 + 60).join(' ')}.`,
      ),
    });
    return [`page-${n}.html`, new TextEncoder().encode(html)];
  });
  writeFileSync(file, zipSync(Object.fromEntries(pages), { level: 1 }));
  return file;
}
