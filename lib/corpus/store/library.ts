import type { CorpusReader, HeldArticle, PreparedArticle } from '@/lib/core/matching/types';
import { type Added, batchesOf } from './adding/add';
import { batchAdder } from './adding/batch-adder';
import { type ImportShelf, importShelf } from './adding/import-shelf';
import { overlapping } from './adding/overlapping';
import { type PackShelf, packShelf } from './adding/pack-shelf';
import { type Connection, connect, type Durability, type Latch } from './connection';
import { countLibrary, type LibraryCounts } from './counts';
import { type ExportedArticle, exportArticles, type Selected } from './export';
import { findArticle } from './find';
import { examine, type Health } from './health';
import { defaultLimits, type Limits } from './limits';
import { mergeNeed, mergeSlice } from './postings/merge';
import { mergeScheduler } from './postings/merge-scheduler';
import { beginRebuild, type Prepare, rebuildStep } from './postings/rebuild';
import { recentCache } from './postings/recent';
import { corpusReaders } from './reader';
import { findWanted, ofOutlet, removeAll, removeRefs, type Wanted } from './remove';
import { type Condemned, condemnedBy, type RetentionRule } from './retention';
import type { LibraryState } from './schema';
import { headlineSearch, type SearchFilter } from './search/search';
import { type Lost, lossOf, noteOf, type Sentinel } from './sentinel';
import { noQuestions, type Questions, singleWriter } from './single-writer';
import { skippedRows } from './skipped';
import { checkedState, readableState } from './state';

export interface LibraryDeps {
  /** Name of the database; another one for tests. */
  name?: string;
  now(): Date;
  /** Without one, a loss by the browser goes unnoticed. */
  sentinel?: Sentinel;
  /** Must outlive the worker but not the browser (`storage.session`); without one it lives as long as this library. */
  latch?: Latch;
  /** Merges and the steps of other long work give way to these. */
  questions?: Questions;
}

/** The reader's articles. Every verb resolves when what it did is on disk, and rejects with a `LibraryError` that says what to do. */
export interface Library {
  /** Set when the browser lost the library since it was last open; stays until acknowledged. */
  readonly lost: Lost | null;
  acknowledgeLoss(): Promise<void>;

  /** Adds in batches of 256, each whole or not at all. When `signal` aborts, the batches begun so far stay; the counts say how many that is. */
  add(articles: readonly PreparedArticle[], signal?: AbortSignal): Promise<Added>;

  /** Does work that adds much, call by call: what is merged once at its end is not merged again and again meanwhile. */
  inBulk<T>(work: () => Promise<T>): Promise<T>;

  /** Files of the reader's that came, or are coming, as a whole. */
  readonly imports: ImportShelf;

  /** Collections that come and go as a whole. */
  readonly packs: PackShelf;

  /** What matching asks in one question; sees the newest revision of each article only. */
  reader(): CorpusReader;
  counts(): Promise<LibraryCounts>;
  health(): Promise<Health>;

  /** By id, else by address. */
  find(idOrUrl: string): Promise<HeldArticle | null>;
  /** All revisions held under an id, oldest first, with their texts where they have one. */
  revisions(id: string): Promise<{ article: HeldArticle; text: string | null }[]>;
  /** Library search over headlines, outlets and bylines, typos allowed, best first. */
  search(query: string, limit?: number, filter?: SearchFilter): Promise<HeldArticle[]>;

  /** Deletes an article with its older revisions. All deletions tell how many articles went; what came with packs stays with them. */
  delete(ref: number): Promise<number>;
  /** By key or by name, as `counts` lists them. */
  deleteOutlet(outlet: string): Promise<number>;
  /** Leaves no row of any kind. */
  deleteAll(): Promise<void>;

  /** What a retention rule would take out. Nothing is changed. */
  condemned(rule: RetentionRule): Promise<Condemned>;
  /** Takes it out, oldest first. @returns how many articles went. */
  retain(rule: RetentionRule): Promise<number>;

  /** Makes the index anew from the articles, or goes on with that; `progress` is told the share done. */
  rebuildIndex(prepare: Prepare, progress?: (share: number) => void): Promise<void>;
  /** Share of articles indexed while the index is made anew; `null` when it is whole. */
  rebuilding(): Promise<number | null>;

  /** Articles as records, about `maxBytes` of JSON a part. Begin with cursor 0. */
  exportFrom(
    cursor: number,
    maxBytes: number,
    accept?: Selected,
  ): Promise<{ records: ExportedArticle[]; next: number | null }>;

  /** Resolves when no write or merge is waiting or running. */
  whenQuiet(): Promise<void>;
  close(): void;
}

/**
 * Opens the reader's library (makes it, when there is none) and goes on with a merge that was cut short.
 * @throws LibraryError: made by a newer version, still in use in its old form, shut after a failed write, or not
 *   available in this browser mode.
 */
export function openLibrary(deps: LibraryDeps): Promise<Library> {
  return openWithin(deps, defaultLimits);
}

/** The same with other limits: tests merge after a few articles instead of a thousand. */
export async function openWithin(deps: LibraryDeps, limits: Limits): Promise<Library> {
  const name = deps.name ?? 'library';
  const connection = connect(name, deps.latch ?? ownLatch());
  // The note before the state, which can then only be newer than it.
  const [{ dataLoss }, note] = await Promise.all([connection.opened(), deps.sentinel?.read() ?? null]);
  const { state, damaged } = await findState(connection);
  const lost = damaged ? (note?.lost ?? null) : lossOf(note, state, dataLoss, deps.now());
  const library = makeLibrary(deps, limits, name, connection, { lost, state });
  library.upkeep(state);
  return library.verbs;
}

function ownLatch(): Latch {
  let shut = false;
  return {
    isShut: async () => shut,
    shut: async () => {
      shut = true;
    },
  };
}

/** The state. A damaged one is no reason not to open, because what is there can still be exported. */
function findState(connection: Connection): Promise<{ state: LibraryState | null; damaged: boolean }> {
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

/** Refs deleted in one transaction. */
const refsAStep = 500;

/** By refs, most of which are articles. */
function shareRebuilt(state: LibraryState | null): number | null {
  return state?.rebuilt === undefined ? null : state.rebuilt / Math.max(1, state.nextRef - 1);
}

function makeLibrary(
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
  const merger = mergeScheduler(writer, questions, () =>
    mergeSlice(connection, recent, skipped, limits, questions.areLikely()),
  );
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

  const remove = (refs: readonly number[]): Promise<number> =>
    writer.run(async () => {
      const { removed, state } = await removeRefs(connection, refs, 'own');
      await settle(state);
      return removed;
    });

  const today = () => deps.now().toISOString().slice(0, 10);

  const removeEach = async (isWanted: Wanted): Promise<number> => {
    let removed = 0;
    for (let after: number | null = 0; after !== null; ) {
      const step = await findWanted(connection, isWanted, after);
      if (step.refs.length > 0) removed += await remove(step.refs);
      after = step.next;
    }
    return removed;
  };

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
        const sum: Added = { added: 0, revised: 0, unchanged: 0 };
        const batches = [...batchesOf(articles)];
        const durability = batches.length > 1 ? 'relaxed' : 'strict';
        await overlapping(batches, async (batch) => {
          if (signal?.aborted) return;
          const { result } = await addBatch(batch, { durability });
          sum.added += result.added;
          sum.revised += result.revised;
          sum.unchanged += result.unchanged;
        });
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
    deleteOutlet: (outlet) => removeEach(ofOutlet(outlet)),
    deleteAll: () =>
      writer.run(async () => {
        firstRef = Math.max(firstRef, await removeAll(connection));
        skipped.clear();
        await settle(null);
      }),
    condemned: (rule) => condemnedBy(connection, rule, today()),
    retain: async (rule) => {
      const { refs } = await condemnedBy(connection, rule, today());
      let removed = 0;
      for (let at = 0; at < refs.length; at += refsAStep)
        removed += await remove(refs.slice(at, at + refsAStep));
      return removed;
    },
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
