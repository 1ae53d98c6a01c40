import { ReaderProblem } from '@/lib/app/messaging';
import type { PreparedArticle } from '@/lib/core/matching';
import { chunksOf, type ImportDeps, isRefused, recordsIn, withCredits } from '@/lib/corpus/sources/imports';
import { type Arrived, batchesOf, type ImportRow, type Library, type StagedFile } from '@/lib/corpus/store';
import { inOrder } from './in-order';
import { nearDuplicates } from './near-duplicates';
import { prepareImport } from './prepare-import';

/** How an import leaves room for other work of the background. */
export interface Pace {
  /** Lets other work go first; called after each record. */
  breathe: () => Promise<void>;
  /** Whether the library is likely to be asked something soon. */
  areLikely: () => boolean;
}

export interface RunDeps {
  library: Library;
  openFile: (staged: number) => Promise<StagedFile | null>;
  importDeps: ImportDeps;
  now: () => Date;
  pace: Pace;
  /** Bytes of all files that were read so far, those of an earlier worker included. */
  onBytes: (bytes: number) => void;
  signal: AbortSignal;
}

/**
 * Articles put into the library together: `least` where nothing is being written, and `most` where the batch before still is,
 * since that costs least for each. A question waits for the batch that is being written, so while questions are likely fewer
 * go together.
 */
const together = { least: 64, most: 128 };
const togetherWhenAsked = { least: 32, most: 64 };
/** Records read without an article among them, after which the place is noted all the same. */
const noteEvery = 1_000;
const refusalsKept = 100;

/** What has been read since the place in the files was noted last. */
interface Waiting {
  prepared: PreparedArticle[];
  refused: ImportRow['refused'];
  passedOver: number;
  records: number;
}

/**
 * Runs an import from where it stands to its end, or until it is aborted. The same files give the same records, so those
 * that were had already are passed over unread. @returns its row as it is then.
 */
export async function runImport(begun: ImportRow, deps: RunDeps): Promise<ImportRow> {
  let row = begun;
  // A worker that takes up where another was stopped does not know the ids before: a repeated one may then be a revision.
  const confirmed = new Set<string>();
  let bytesBefore = 0;
  for (const [n, { name, staged, bytes, columns, restored = false }] of begun.files.entries()) {
    if (n >= row.at.file) {
      const file = await deps.openFile(staged);
      if (file === null) throw new ReaderProblem('problem_file_gone');
      const chunks = counted(file.content, bytesBefore, deps);
      row = await runFile(row, n, { name, chunks, columns: columns ?? undefined, restored }, deps, confirmed);
      if (deps.signal.aborted) return row;
      row = { ...row, at: { file: n + 1, records: 0 } };
    }
    bytesBefore += bytes;
  }
  return row;
}

async function* counted(
  content: Blob,
  before: number,
  { onBytes, pace }: RunDeps,
): AsyncGenerator<Uint8Array> {
  let bytes = before;
  for await (const chunk of chunksOf(content)) {
    yield chunk;
    bytes += chunk.length;
    onBytes(bytes);
    await pace.breathe();
  }
}

async function runFile(
  begun: ImportRow,
  place: number,
  { restored, ...file }: Parameters<typeof recordsIn>[0] & { restored: boolean },
  deps: RunDeps,
  confirmed: Set<string>,
): Promise<ImportRow> {
  const hadAlready = begun.at.file === place ? begun.at.records : 0;
  let noted = hadAlready;
  let records = 0;
  const areNear = nearDuplicates(deps.library);
  /** While one batch is written, what is near the next is looked up, and the one after it is read. */
  const batches = inOrder(begun);
  let waiting = nothingWaiting(0);
  const send = async () => {
    const sent = waiting;
    noted = records;
    waiting = nothingWaiting(records);
    await batches.begin((before) => putAway(before, place, sent, deps.library, areNear, confirmed));
  };
  try {
    for await (const record of recordsIn(file, deps.importDeps)) {
      records += 1;
      if (records <= hadAlready) continue;
      if (deps.signal.aborted) return await batches.last();
      await deps.pace.breathe();
      const found = record.read();
      waiting.records = records;
      if (!isRefused(found)) {
        const article = prepareImport(withCredits(found), { name: file.name, now: deps.now(), restored });
        waiting.prepared.push(article);
      } else if (record.crawled) waiting.passedOver += 1;
      else waiting.refused.push({ where: found.where, why: found.why });
      const { least, most } = deps.pace.areLikely() ? togetherWhenAsked : together;
      const enough = batches.isBusy() ? most : least;
      if (waiting.prepared.length >= enough || records - noted >= noteEvery) await send();
    }
    waiting.records = records;
    await send();
  } catch (error) {
    // What is under way still writes the import's row, as one that goes on.
    await batches.last().catch(() => undefined);
    throw error;
  }
  return batches.last();
}

function nothingWaiting(records: number): Waiting {
  return { prepared: [], refused: [], passedOver: 0, records };
}

/** Puts what waits into the library, with the place reached: in one transaction, but for texts too long to be written together. */
async function putAway(
  begun: Promise<ImportRow>,
  place: number,
  waiting: Waiting,
  library: Library,
  areNear: ReturnType<typeof nearDuplicates>,
  confirmed: Set<string>,
): Promise<ImportRow> {
  const [before, near] = await Promise.all([begun, areNear(waiting.prepared)]);
  const read: ImportRow = {
    ...before,
    passedOver: before.passedOver + waiting.passedOver,
    refusals: before.refusals + waiting.refused.length,
    refused: [...before.refused, ...waiting.refused].slice(0, refusalsKept),
  };
  const batches = [...batchesOf(waiting.prepared)];
  let row = before;
  let at = 0;
  for (const [n, batch] of batches.entries()) {
    const isLast = n === batches.length - 1;
    const nearInBatch = near.slice(at, at + batch.length);
    at += batch.length;
    const base: ImportRow = isLast
      ? { ...read, ...countsOf(row), at: { file: place, records: waiting.records } }
      : row;
    row = await library.imports.add(batch, row.number, confirmed, (arrivals) =>
      tallied(base, batch, arrivals, nearInBatch),
    );
  }
  if (batches.length > 0) return row;
  const noted = { ...read, at: { file: place, records: waiting.records } };
  await library.imports.put(noted);
  return noted;
}

function countsOf({ added, revised, unchanged, near }: ImportRow) {
  return { added, revised, unchanged, near };
}

/** The row after a batch. An id that stands twice in one import is refused the second time, unless it says the same again. */
function tallied(
  row: ImportRow,
  batch: readonly PreparedArticle[],
  arrivals: readonly Arrived[],
  near: readonly boolean[],
): ImportRow {
  const next = { ...row, refused: [...row.refused] };
  for (const [n, arrival] of arrivals.entries()) {
    if (arrival !== 'repeated') next[arrival] += 1;
    if (arrival === 'added' && near[n]) next.near += 1;
    if (arrival === 'repeated') {
      next.refusals += 1;
      if (next.refused.length < refusalsKept) next.refused.push(repeated(batch[n]?.held.id ?? ''));
    }
  }
  return next;
}

function repeated(id: string): ImportRow['refused'][number] {
  const shown = id.length > 60 ? `${id.slice(0, 60)}…` : id;
  return {
    where: shown,
    why: 'two articles of this import have this id and different texts; the first was kept. Give every article an id of its own.',
  };
}
