import type { ImportDeps } from '@/lib/corpus/sources/imports';
import type { ImportRow, Library, StagedFile } from '@/lib/corpus/store';
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
export interface Running {
  number: number;
  abort: AbortController;
  bytes: number;
  /** When this worker began with it, and with how many bytes behind it. */
  since: { at: number; bytes: number } | null;
}

/** Whether an import still has something to do. */
export function isUnfinished({ state }: ImportRow): boolean {
  return state === 'running' || state === 'undoing';
}

/** Works through imports and their undoings one at a time, the oldest first, until none is unfinished. */
export function importWorker(desk: ImportDesk) {
  let running: Running | null = null;

  function takeUp(): void {
    if (running !== null) return;
    running = { number: 0, abort: new AbortController(), bytes: 0, since: null };
    workThrough(running)
      // A library that does not open: whoever asks for the list is told, and has this begin again.
      .catch(() => undefined)
      .finally(() => {
        running = null;
      });
  }

  async function workThrough(own: Running): Promise<void> {
    const library = await desk.openLibrary();
    for (;;) {
      const row = (await library.imports.list()).findLast(isUnfinished);
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
    await undoImport(library, row.number);
    await library.imports.drop(row.number);
  }

  return {
    /** Begins to work, unless it is at work already. */
    takeUp,
    /** The import under way; `null` when there is none. */
    running: () => running,
  };
}
