import { type ImportFile, type ImportJob, type ImportPreview, ReaderProblem } from '@/lib/app/messaging';
import type { ColumnMap } from '@/lib/corpus/sources/imports';
import type { ImportRow } from '@/lib/corpus/store';
import { type ImportDesk, importWorker, isUnfinished, type Running } from './import-worker';
import { previewImport } from './preview';

/** Imports of the reader's files: one at a time, resumed after the background was stopped, undone as a whole. */
export function importJobs(desk: ImportDesk) {
  const worker = importWorker(desk);

  async function list(): Promise<ImportJob[]> {
    const rows = await (await desk.openLibrary()).imports.list();
    if (rows.some(isUnfinished)) worker.takeUp();
    return rows.map((row) => shown(row, worker.running(), desk.now().getTime()));
  }

  async function mark(number: number, state: ImportRow['state']): Promise<void> {
    const { imports } = await desk.openLibrary();
    const row = await imports.get(number);
    if (row !== null && row.state !== 'undoing') await imports.put({ ...row, state });
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
      worker.takeUp();
      return list();
    },

    /** What came so far stays; undoing it is another step. */
    async cancel(number: number): Promise<ImportJob[]> {
      const running = worker.running();
      if (running?.number === number) running.abort.abort();
      else await mark(number, 'cancelled');
      return list();
    },

    async undo(number: number): Promise<ImportJob[]> {
      await mark(number, 'undoing');
      worker.takeUp();
      return list();
    },

    /** Takes an ended import off the list; its articles stay, and can no longer be undone as one. */
    async forget(number: number): Promise<ImportJob[]> {
      await (await desk.openLibrary()).imports.drop(number);
      return list();
    },

    /** Goes on with what was cut short. */
    async resume(): Promise<void> {
      const rows = await (await desk.openLibrary()).imports.list();
      if (rows.some(isUnfinished)) worker.takeUp();
    },
  };
}

function asRow({ restored, ...file }: ImportFile): ImportRow['files'][number] {
  return restored ? { ...file, restored } : file;
}

function shown({ files, at: _, ...row }: ImportRow, running: Running | null, now: number): ImportJob {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const own = running?.number === row.number ? running : null;
  return {
    ...row,
    names: files.map(({ name }) => name),
    share: row.state === 'running' ? Math.min(1, (own?.bytes ?? 0) / Math.max(1, all)) : 1,
    secondsLeft: own === null ? null : secondsLeft(own, all, now),
  };
}

/** By the pace since this worker began; `null` before there is one. */
function secondsLeft({ since, bytes }: Running, all: number, now: number): number | null {
  if (since === null || bytes <= since.bytes || now - since.at < 1_000) return null;
  return Math.ceil(((all - bytes) * (now - since.at)) / (bytes - since.bytes) / 1_000);
}
