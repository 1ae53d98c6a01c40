import type { DBSchema } from 'idb';
import type { HeldArticle } from '@/lib/core/matching/types';
import type { PackManifest } from '@/lib/corpus/packs';
import type { Family } from './postings/posting-lists';
import type { StoredFingerprint } from './rows/fingerprint-codec';
import type { StoredPlaces } from './rows/places-codec';
import type { StoredText } from './rows/text-codec';

/**
 * THE SHAPE OF WHAT LIES ON READERS' DISKS. Nothing below may change its meaning without a step in `migrations/`
 * and a higher `schemaVersion`; a block or row that carries its own form (blocks, `StoredText`, `StoredPlaces`) may gain forms.
 */
export const schemaVersion = 12;

export interface LibrarySchema extends DBSchema {
  /** One row, `library`: everything small that must be true together with the rest. */
  state: { key: 'library'; value: LibraryState };
  /** One row for each revision of each article, by ref. */
  articles: {
    key: number;
    value: PackedRow | BareRow | ArticleRow;
    indexes: { address: string | number; history: string; headlineDay: string };
  };
  /** Texts, and fingerprints that the index does not have, by ref; other articles have no row. */
  bodies: { key: number; value: Body };
  /** Postings of shingle keys in blocks by hash prefix; key = `blockKey(bits, prefix)`. */
  keyBlocks: { key: number; value: Uint8Array<ArrayBuffer> };
  /** The same for story terms. */
  termBlocks: { key: number; value: Uint8Array<ArrayBuffer> };
  /** Postings of recent articles, not yet merged into the blocks; key = number of the record, ascending in time. */
  log: { key: number; value: LogRecord };
  /** Refs that readers must no longer see though postings may still name them; key ascending in time. */
  dead: { key: number; value: Uint32Array };
  /** Live articles by outlet, several outlets a row; key = `groupOf` of each. */
  outlets: { key: number; value: OutletCounts };
  /** Live dated articles: key = `2017`, value = articles by day, 31 places a month (see `dayPlace`). */
  years: { key: string; value: Uint32Array };
  /** Trigram signatures of headlines for library search, `signaturesARow` refs a row; key = ref ÷ that, rounded down. */
  signatures: { key: number; value: Uint8Array<ArrayBuffer> };
  /** Where and when articles were printed (`printOf`), `printsARow` refs a row; key = ref ÷ that, rounded down. */
  prints: { key: number; value: Uint32Array<ArrayBuffer> };
  /** Packs, each by a number of its own; see `pack-shelf.ts`. */
  packs: { key: number; value: PackRow };
  /** Imports, each by a number of its own; see `import-shelf.ts`. */
  imports: { key: number; value: ImportRow };
}

/** Store names. */
export const storeNames = [
  'state',
  'articles',
  'bodies',
  'keyBlocks',
  'termBlocks',
  'log',
  'dead',
  'outlets',
  'years',
  'signatures',
  'prints',
  'packs',
  'imports',
] as const;
export type StoreName = (typeof storeNames)[number];

/** Where each family's blocks lie. */
export const blockStore = { keys: 'keyBlocks', terms: 'termBlocks' } as const satisfies Record<
  Family,
  StoreName
>;

/** What the indexes look at. */
interface IndexedFields {
  /** What it is found by, see `addressesOf`. Absent from superseded revisions, and from articles of packs, which the index of terms finds. */
  addresses?: (string | number)[];
  /** Its id, on superseded revisions only: not having it is what makes a row live. */
  history?: string;
  /** ISO day it is listed under, on live headline-only articles only. */
  headlineDay?: string;
}

/** What a row has beside its facts. */
interface BesideFacts extends IndexedFields {
  /** Articles of packs only: `shardKey` of what they came in. */
  shard?: number;
  /** Articles of an import only: its number, by which it is undone as a whole. */
  import?: number;
  /** Of an article without text, what is kept of its fingerprint. Older versions kept it among the bodies. */
  places?: StoredPlaces;
}

/** A row as it lies in its store; see `row-codec.ts`. */
export interface PackedRow extends BesideFacts {
  facts: Uint8Array<ArrayBuffer>;
}

/** A row of which no index needs to know: an article of a pack without text; see `bare-row.ts`. */
export type BareRow = Uint8Array<ArrayBuffer>;

/** A row as it is worked with, and as older versions stored it. */
export interface ArticleRow extends BesideFacts {
  revision: number;
  /** Of the content; equal digests mean an unchanged article. Empty for articles of packs, of which nobody asks. */
  digest: string;
  /** Key and name of its outlet when it was added (the table of outlets may change), `null` when nothing states one. */
  outlet: { key: string; name: string } | null;
  /** Bytes of row and body, about. */
  bytes: number;
  held: Omit<HeldArticle, 'ref' | 'revision'>;
}

/** A fingerprint while the index does not have its keys; places, and fingerprints at any time, in rows of older versions. */
export type Body = StoredText | StoredPlaces | StoredFingerprint;

/** A shard of a pack of which articles are held. */
export interface HeldShard {
  sha256: string;
  /** Its number within the pack. */
  number: number;
  /** Whether all its articles are there; a shard that is not whole is never seen by readers. */
  whole: boolean;
}

/** A pack as the library holds it. */
export interface PackRow {
  /** The reader's name for it; `from.name` of its articles. */
  name: string;
  /** What is held; `null` while the first shards of a new pack are coming. */
  manifest: PackManifest | null;
  /** Shards of `manifest`, all whole. */
  shards: HeldShard[];
  /** What is to take the place of `manifest`, with the shards that came for it so far; unseen until they are all there. */
  coming: { manifest: PackManifest; shards: HeldShard[] } | null;
  /** Numbers of shards that are no longer seen and whose articles are being removed. */
  leaving: number[];
  nextShard: number;
  /**
   * By the numbers of its shards, between which refs their articles lie, others among them; `to` is beyond the last, and
   * `null` while they come. Shards that came to older versions have none: their articles may lie anywhere.
   */
  reach?: Record<string, Reach>;
}

export interface Reach {
  from: number;
  to: number | null;
}

/** How far an import is, in its files and in the library. */
export interface ImportRow {
  number: number;
  /** ISO moment it began. */
  began: string;
  state: 'running' | 'done' | 'cancelled' | 'failed' | 'undoing';
  /** Files it takes, in order; `staged` is their key in `stagedFiles`. */
  files: {
    name: string;
    staged: number;
    bytes: number;
    columns: Record<string, number> | null;
    restored?: boolean;
  }[];
  /** Where it goes on: this file, after so many of its records. */
  at: { file: number; records: number };
  added: number;
  revised: number;
  unchanged: number;
  /** Of those added: nearly all of their words stand in another article held. */
  near: number;
  /** Crawled pages that are no articles. */
  passedOver: number;
  refusals: number;
  /** The first of the refusals, to be shown. */
  refused: { where: string; why: string }[];
  /** What stopped it, in words, when it failed. */
  problem: string | null;
}

/** Postings of a run of articles: key `keys[i]` has entry `base + keyOffsets[i]` (see `Entry`); sorted by key, then entry. */
export interface LogRecord {
  base: number;
  keys: Uint32Array;
  keyOffsets: Uint16Array;
  terms: Uint32Array;
  termOffsets: Uint16Array;
}

/** A log record as the state knows it. */
export interface LogEntry {
  number: number;
  articles: number;
  firstRef: number;
  lastRef: number;
  postings: Record<Family, number>;
}

/** A merge of the log into the blocks that has begun. It survives a kill at any point: each slice is one transaction. */
export interface Merging {
  /** Log records up to this number are being merged; later ones stay log. */
  throughLog: number;
  /** Tombstones up to this key are dropped at the end. */
  throughDead: number;
  toBits: Record<Family, number>;
  /** Whether finer entries are left out from now on. */
  dropFiner: boolean;
  /** Keys below the cursor are merged already and lie in blocks of `toBits`; 2^32 when done. */
  cursor: Record<Family, number>;
  /** Tallied anew while merging. */
  postings: Record<Family, number>;
  blockBytes: number;
}

export interface LibraryState {
  /** Random; a new one after everything was deleted or lost, so that nothing remembered of the old one is believed. */
  generation: string;
  /** Counts every write. */
  change: number;
  /** Counts every change of what lies in the blocks. */
  blockChange: number;
  nextRef: number;
  nextLog: number;
  nextDead: number;
  /** Tombstones held, in refs. */
  dead: number;
  /** Set by a deletion: postings of deleted articles are to be removed physically soon. */
  purge: boolean;
  log: LogEntry[];
  /** Blocks of a family: 2^bits. */
  bits: Record<Family, number>;
  /** Postings in the blocks. */
  postings: Record<Family, number>;
  merging: Merging | null;
  /** Keys of shards that readers do not see: they are coming or leaving. Absent from libraries that never held a pack. */
  hidden?: number[];
  counts: {
    articles: number;
    headlineOnly: number;
    fingerprintOnly: number;
    outlets: number;
    superseded: number;
  };
  bytes: { articles: number; blocks: number };
  /** Whether the last merge left the finer level out, but for the reader's own pages. */
  withoutFiner?: boolean;
  /** Pages the reader read. Absent where an older version began the library: there may be some. */
  ownPages?: number;
  /** Of `bytes.articles`, by what they are; what is in none of them is texts. */
  parts?: { headlines: number; packs: number; revisions: number };
  /** While the index is made anew: the last ref that it has. */
  rebuilt?: number;
  /** Articles of packs whose fingerprints could not be read when the index was last made anew. */
  lostPrints?: number;
}

const shardsAPack = 0x10000000;

/** Key of a shard's articles: a pack's number and the shard's. */
export function shardKey(pack: number, shard: number): number {
  return pack * shardsAPack + shard;
}

/** The two numbers of a {@link shardKey}. */
export function shardOf(key: number): { pack: number; shard: number } {
  return { pack: Math.floor(key / shardsAPack), shard: key % shardsAPack };
}

const blocksOfASize = 0x200000;

/** Block keys of one size lie together, in order of prefix; `bits` ≤ 20. */
export function blockKey(bits: number, prefix: number): number {
  return bits * blocksOfASize + prefix;
}

/** The lowest 32-bit key that the block of a {@link blockKey} may hold. */
export function lowestIn(block: number): number {
  const bits = Math.floor(block / blocksOfASize);
  return (block % blocksOfASize) * 2 ** (32 - bits);
}

/** By `outletOf(…).key`; `name` as the outlet's first article gave it. */
export type OutletCounts = Map<string, OutletCount>;

/** How many live articles are held of an outlet; `own`: those that came otherwise than in a pack. */
export interface OutletCount {
  name: string;
  articles: number;
  own?: number;
}
