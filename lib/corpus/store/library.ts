import type { CorpusReader, HeldArticle, PreparedArticle } from '@/lib/core/matching/types';
import type { Added } from './adding/add';
import type { ImportShelf } from './adding/import-shelf';
import type { PackShelf } from './adding/pack-shelf';
import { connect, type Latch } from './connection';
import type { LibraryCounts } from './counts';
import type { ExportedArticle, Selected } from './export';
import type { Health } from './health';
import { defaultLimits, type Limits } from './limits';
import { findState, makeLibrary } from './make-library';
import type { Prepare } from './postings/rebuild';
import type { Condemned, RetentionRule } from './retention';
import type { SearchFilter } from './search/search';
import { type Lost, lossOf, type Sentinel } from './sentinel';
import type { Questions } from './single-writer';

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
