import { batchesOf } from './adding/add';
import { addBatches } from './adding/add-batches';
import { batchAdder } from './adding/batch-adder';
import { importShelf } from './adding/import-shelf';
import { packShelf } from './adding/pack-shelf';
import type { Connection, Durability } from './connection';
import { countLibrary } from './counts';
import { exportArticles } from './export';
import { findArticle } from './find';
import { examine } from './health';
import type { Library, LibraryDeps } from './library';
import type { Limits } from './limits';
import { mergeNeed, sliceMerger } from './postings/merge';
import { mergeScheduler } from './postings/merge-scheduler';
import { beginRebuild, rebuildStep } from './postings/rebuild';
import { recentCache } from './postings/recent';
import { corpusReaders } from './reader';
import { ofOutlet, removeAll, remover } from './remove';
import { condemnedBy } from './retention';
import type { LibraryState } from './schema';
import { headlineSearch } from './search/search';
import { type Lost, noteOf } from './sentinel';
import { noQuestions, singleWriter } from './single-writer';
import { skippedRows } from './skipped';
import { checkedState, readableState } from './state';

/** Makes the verbs of an open library; `upkeep` begins a merge where the state says that one is due. */
export function makeLibrary(
  deps: LibraryDeps,
  limits: Limits,
  name: string,
  connection: Connection,
  found: { lost: Lost | null; state: LibraryState | null },
) {
  const skipped = skippedRows();
  const recent = recentCache(skipped);
  const reader = corpusReaders(connection, recent, skipped, found.state);
  const searchHeadlines = headlineSearch(connection);
  const { questions = noQuestions } = deps;
  const writer = singleWriter(`refrain ${name}`, questions);
  const mergeSlice = sliceMerger(connection, recent, skipped, limits);
  const merger = mergeScheduler(writer, questions, () => mergeSlice(questions.areLikely()));
  let { lost } = found;
  /** Refs of a library that was emptied are not given out again while somebody may still hold them. */
  let firstRef = 1;

  const upkeep = (state: LibraryState | null): void => {
    if (state !== null) merger.note(mergeNeed(state, limits));
  };

  /** After each write: a merge if one is due, and the note outside of the database, which must not be ahead of the disk. */
  const settle = async (state: LibraryState | null, durability: Durability = 'strict'): Promise<void> => {
    if (durability === 'strict') await deps.sentinel?.write(noteOf(state, deps.now(), lost));
    upkeep(state);
  };
  /** Makes safe what was written without waiting for the disk. */
  const secure = (): Promise<void> => writer.run(async () => settle(await rewriteState(connection)));

  const inBulk = <T>(work: () => Promise<T>): Promise<T> =>
    merger.holding(async () => {
      const result = await work();
      await secure();
      return result;
    });

  const adding = { connection, recent, limits, questions, writer, settle, firstRef: () => firstRef };
  const addBatch = batchAdder(adding);

  const { remove, removeInSteps, removeWanted } = remover({ connection, writer, settle });
  const today = () => deps.now().toISOString().slice(0, 10);

  const verbs: Library = {
    get lost() {
      return lost;
    },
    acknowledgeLoss: () =>
      writer.run(async () => {
        lost = null;
        await settle((await findState(connection)).state);
      }),
    add: (articles, signal) =>
      merger.holding(async () => {
        const batches = [...batchesOf(articles)];
        const durability = batches.length > 1 ? 'relaxed' : 'strict';
        const sum = await addBatches(batches, (batch) => addBatch(batch, { durability }), signal);
        if (durability === 'relaxed') await secure();
        return sum;
      }),
    inBulk,
    imports: importShelf({ connection, writer, addBatch, remove }),
    packs: packShelf({ ...adding, inBulk }),
    reader,
    counts: () => countLibrary(connection),
    health: async () => ({
      ...(await examine(connection, skipped, (await findState(connection)).state)),
      mergeTrouble: merger.trouble(),
    }),
    find: (idOrUrl) => findArticle(connection, reader(), idOrUrl),
    revisions: (id) => reader().revisions(id),
    search: (query, limit = 20, filter) => searchHeadlines(query, limit, filter),
    delete: (ref) => remove([ref]),
    deleteOutlet: (outlet) => removeWanted(ofOutlet(outlet)),
    deleteAll: () =>
      writer.run(async () => {
        firstRef = Math.max(firstRef, await removeAll(connection));
        skipped.clear();
        await settle(null);
      }),
    condemned: (rule) => condemnedBy(connection, rule, today()),
    retain: async (rule) => removeInSteps((await condemnedBy(connection, rule, today())).refs),
    rebuildIndex: (prepare, progress = () => undefined) =>
      merger.holding(async () => {
        for (let state = await writer.run(() => beginRebuild(connection)); state?.rebuilt !== undefined; ) {
          state = await writer.runStep(() => rebuildStep(connection, recent, prepare));
          progress(shareRebuilt(state) ?? 1);
          upkeep(state);
        }
      }),
    rebuilding: async () => shareRebuilt((await findState(connection)).state),
    exportFrom: (cursor, maxBytes, accept) => exportArticles(connection, skipped, cursor, maxBytes, accept),
    whenQuiet: async () => {
      await writer.quiet();
      await merger.finish();
      await writer.quiet();
    },
    close: () => {
      merger.stop();
      connection.close();
    },
  };
  return { verbs, upkeep };
}

/** The state. A damaged one is no reason not to open, because what is there can still be exported. */
export function findState(connection: Connection): Promise<{ state: LibraryState | null; damaged: boolean }> {
  return connection.read(['state'], async (tx) => {
    const row: unknown = await tx.objectStore('state').get('library');
    const state = readableState(row);
    return { state, damaged: row !== undefined && state === null };
  });
}

/** A strict write that changes nothing. */
function rewriteState(connection: Connection): Promise<LibraryState | null> {
  return connection.write(['state'], async (tx) => {
    const state = checkedState(await tx.objectStore('state').get('library'));
    if (state !== null) await tx.objectStore('state').put(state, 'library');
    return state;
  });
}

/** By refs, most of which are articles. */
function shareRebuilt(state: LibraryState | null): number | null {
  return state?.rebuilt === undefined ? null : state.rebuilt / Math.max(1, state.nextRef - 1);
}
