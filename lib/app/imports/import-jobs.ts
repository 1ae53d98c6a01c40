import { type ImportFile, type ImportJob, type ImportPreview, ReaderProblem } from '@/lib/app/messaging';
import { prepareArticle } from '@/lib/core/matching';
import type { ColumnMap, ImportDeps } from '@/lib/corpus/sources/imports';
import type { ImportRow, Library, StagedFile } from '@/lib/corpus/store';
import { previewImport } from './preview';
import { type Pace, runImport } from './run-import';
import { undoImport } from './undo-import';

export interface StagedFiles {
  get(key: number): Promise<StagedFile | null>;
  drop(keys: readonly number[]): Promise<void>;
}

export interface ImportDesk {
  openLibrary: () => Promise<Library>;
  staged: StagedFiles;
  importDeps: ImportDeps;
  now: () => Date;
  pace: Pace;
  /** The library changed: reports are made anew. */
  changed: () => Promise<unknown>;
  /** Keeps the background alive, and has it woken again should it be stopped all the same; `false`: no longer. */
  stayAwake: (awake: boolean) => Promise<void>;
  sentenceFor: (error: unknown) => string;
}

/** The import under way, as far as it is not on disk. */
interface Running {
  number: number;
  abort: AbortController;
  bytes: number;
  /** When this worker began with it, and with how many bytes behind it. */
  since: { at: number; bytes: number } | null;
}

/** Imports of the reader's files: one at a time, resumed after the background was stopped, undone as a whole. */
export function importJobs(desk: ImportDesk) {
  let running: Running | null = null;

  /** Takes up whatever is unfinished; whoever asks for the list has it going again. */
  function takeUp(): void {
    if (running !== null) return;
    running = { number: 0, abort: new AbortController(), bytes: 0, since: null };
    workThrough(running)
      .catch(() => undefined)
      .finally(() => {
        running = null;
      });
  }

  async function workThrough(own: Running): Promise<void> {
    const library = await desk.openLibrary();
    for (;;) {
      const row = (await library.imports.list()).findLast(
        ({ state }) => state === 'running' || state === 'undoing',
      );
      if (row === undefined) break;
      await desk.stayAwake(true);
      Object.assign(own, { number: row.number, abort: new AbortController(), bytes: 0, since: null });
      await library.inBulk(() => (row.state === 'running' ? run(library, row, own) : undo(library, row)));
      await desk.changed();
    }
    await desk.stayAwake(false);
  }

  async function run(library: Library, row: ImportRow, own: Running): Promise<void> {
    try {
      const reached = await runImport(row, {
        library,
        openFile: desk.staged.get,
        importDeps: desk.importDeps,
        now: desk.now,
        pace: desk.pace,
        signal: own.abort.signal,
        onBytes: (bytes) => {
          own.bytes = bytes;
          own.since ??= { at: desk.now().getTime(), bytes };
        },
      });
      await library.imports.put({ ...reached, state: own.abort.signal.aborted ? 'cancelled' : 'done' });
    } catch (error) {
      const reached = (await library.imports.get(row.number)) ?? row;
      await library.imports.put({ ...reached, state: 'failed', problem: desk.sentenceFor(error) });
    }
    await desk.staged.drop(row.files.map(({ staged }) => staged));
  }

  async function undo(library: Library, row: ImportRow): Promise<void> {
    await undoImport(library, row.number, ({ article, text }) =>
      prepareArticle(
        { ...article, modified: article.modified ?? null, text: text ?? '', paragraphs: [] },
        {
          firstSeen: article.firstSeen,
          credits: article.credits,
          summary: article.summary,
          from: article.from,
        },
      ),
    );
    await library.imports.drop(row.number);
  }

  async function list(): Promise<ImportJob[]> {
    const rows = await (await desk.openLibrary()).imports.list();
    if (rows.some(({ state }) => state === 'running' || state === 'undoing')) takeUp();
    return rows.map((row) => shown(row, running, desk.now().getTime()));
  }

  return {
    list,

    async preview(staged: number, columns: ColumnMap | null): Promise<ImportPreview> {
      const file = await desk.staged.get(staged);
      if (file === null) throw new ReaderProblem('problem_file_gone');
      return previewImport(file, columns, { ...desk, library: await desk.openLibrary() });
    },

    async begin(files: readonly ImportFile[]): Promise<ImportJob[]> {
      const library = await desk.openLibrary();
      await library.imports.begin({ began: desk.now().toISOString(), files: files.map(asRow) });
      takeUp();
      return list();
    },

    /** What came so far stays; undoing it is another step. */
    async cancel(number: number): Promise<ImportJob[]> {
      if (running?.number === number) running.abort.abort();
      else await mark(number, 'cancelled');
      return list();
    },

    async undo(number: number): Promise<ImportJob[]> {
      await mark(number, 'undoing');
      takeUp();
      return list();
    },

    /** Takes an ended import off the list; its articles stay, and can no longer be undone as one. */
    async forget(number: number): Promise<ImportJob[]> {
      await (await desk.openLibrary()).imports.drop(number);
      return list();
    },

    /** Goes on with what was cut short, and clears away files that nobody waits for. */
    async resume(): Promise<void> {
      const rows = await (await desk.openLibrary()).imports.list();
      const waiting = rows.filter(({ state }) => state === 'running' || state === 'undoing');
      if (waiting.length > 0) takeUp();
    },
  };

  async function mark(number: number, state: ImportRow['state']): Promise<void> {
    const { imports } = await desk.openLibrary();
    const row = await imports.get(number);
    if (row !== null && row.state !== 'undoing') await imports.put({ ...row, state });
  }
}

function asRow({ restored, ...file }: ImportFile): ImportRow['files'][number] {
  return restored ? { ...file, restored } : file;
}

export type ImportJobs = ReturnType<typeof importJobs>;

function shown(row: ImportRow, running: Running | null, now: number): ImportJob {
  const {
    number,
    began,
    state,
    files,
    added,
    revised,
    unchanged,
    near,
    passedOver,
    refusals,
    refused,
    problem,
  } = row;
  const counts = { added, revised, unchanged, near, passedOver, refusals };
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const own = running?.number === number ? running : null;
  return {
    number,
    began,
    state,
    names: files.map(({ name }) => name),
    ...counts,
    refused,
    problem,
    share: state === 'running' ? Math.min(1, (own?.bytes ?? 0) / Math.max(1, all)) : 1,
    secondsLeft: own === null ? null : secondsLeft(own, all, now),
  };
}

/** By the pace since this worker began; `null` before there is one. */
function secondsLeft({ since, bytes }: Running, all: number, now: number): number | null {
  if (since === null || bytes <= since.bytes || now - since.at < 1_000) return null;
  return Math.ceil(((all - bytes) * (now - since.at)) / (bytes - since.bytes) / 1_000);
}
