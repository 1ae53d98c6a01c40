import { useEffect, useState } from 'preact/hooks';
import { type Ask, useReturn, useWork } from '@/components/ui';
import type { ImportColumns, ImportJob, ImportPreview } from '@/lib/app/messaging';

/** A file that was put aside, with what importing it would do. */
export interface Chosen {
  staged: number;
  preview: ImportPreview;
  /** Which column of a table holds what, where the reader changed the guess. */
  columns: ImportColumns | null;
}

/** How often a running import is asked how far it is, in ms. */
const askAgain = 500;

/** All of a file was read, and none of it can be taken: it is empty, broken or not of news. */
export const isOfNothing = ({ articles, records, looked }: ImportPreview) =>
  articles === 0 && records === looked;

const isRunning = ({ state }: ImportJob) => state === 'running' || state === 'undoing';

interface Deps {
  ask: Ask;
  /** Puts a file where the background can read it; gives its number there. */
  stageFile: (file: File) => Promise<number>;
  /** An import or its undoing came to an end. */
  onChanged: () => void;
}

/** The reader's imports: files chosen and looked through, imports under way, imports that can be undone. */
export function useImports({ ask, stageFile, onChanged }: Deps) {
  const { failure, work } = useWork();
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const [jobs, setJobs] = useState<ImportJob[]>([]);
  const [looking, setLooking] = useState(false);
  /** Those that hold something to take, as far as they were read. */
  const fit = chosen.filter(({ preview }) => !isOfNothing(preview));
  const busy = jobs.some(isRunning);

  const take = (next: ImportJob[]) => {
    if (busy && !next.some(isRunning)) onChanged();
    setJobs(next);
  };

  const readJobs = async () => setJobs(await ask('imports'));
  useEffect(() => {
    work(readJobs);
  }, []);
  useReturn(readJobs);

  useEffect(() => {
    if (!busy) return;
    const again = setTimeout(() => work(async () => take(await ask('imports'))), askAgain);
    return () => clearTimeout(again);
  }, [jobs]);

  const lookThrough = async (staged: number, columns: ImportColumns | null): Promise<Chosen> => ({
    staged,
    columns,
    preview: await ask('previewImport', staged, columns),
  });

  return {
    chosen,
    fit,
    jobs,
    looking,
    failure,
    choose: (files: File[]) =>
      work(async () => {
        setLooking(true);
        try {
          for (const file of files) {
            const next = await lookThrough(await stageFile(file), null);
            setChosen((before) => [...before, next]);
          }
        } finally {
          setLooking(false);
        }
      }),
    setColumns: (staged: number, columns: ImportColumns) =>
      work(async () => {
        const next = await lookThrough(staged, columns);
        setChosen((before) => before.map((one) => (one.staged === staged ? next : one)));
      }),
    discard: (staged: number) => setChosen((before) => before.filter((one) => one.staged !== staged)),
    begin: () =>
      work(async () => {
        const files = fit.map(({ staged, columns, preview: { name, bytes } }) => ({
          staged,
          columns,
          name,
          bytes,
        }));
        setChosen([]);
        setJobs(await ask('beginImport', files));
      }),
    /** Reads the list anew: deleting everything ends it. */
    reread: () => work(readJobs),
    /** Articles of a backup; what is held already is left as it is. */
    restore: (file: File) =>
      work(async () => {
        const staged = await stageFile(file);
        const { name, size } = file;
        setJobs(await ask('beginImport', [{ staged, columns: null, name, bytes: size, restored: true }]));
      }),
    cancel: (number: number) => work(async () => take(await ask('cancelImport', number))),
    undo: (number: number) => work(async () => setJobs(await ask('undoImport', number))),
    forget: (number: number) => work(async () => setJobs(await ask('forgetImport', number))),
  };
}

export type Imports = ReturnType<typeof useImports>;
