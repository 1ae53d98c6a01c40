import type { PreparedArticle } from '@/lib/core/matching/types';
import type { PackManifest } from '@/lib/corpus/packs';
import { type Connection, type Durability, keyedRows, type LibraryTransaction } from '../connection';
import { removeRefs } from '../remove';
import { isPackRow } from '../rows/pack-row';
import { readRow } from '../rows/row-codec';
import { type LibraryState, type PackRow, shardKey } from '../schema';
import type { SingleWriter } from '../single-writer';
import { checkedState, emptyState } from '../state';
import { addShardBatch, batchesOf } from './add';
import { overlapping } from './overlapping';
import {
  announced,
  hiddenOf,
  isEmpty,
  newRow,
  reaches,
  switched,
  thereOf,
  withArriving,
  withNothing,
  withoutComing,
  withoutShards,
  withWhole,
} from './pack-rows';
import { type BatchPlace, makeReady, packArrival } from './write-batch';

/** A pack of the library. */
export interface HeldPack {
  name: string;
  /** What readers see of it; `null` while the first of it is coming. */
  manifest: PackManifest | null;
  /** A new state on its way in: its manifest, and how many of its shards are there. */
  coming: { manifest: PackManifest; there: number } | null;
}

/** A shard that came, with all its articles. */
export interface ArrivedShard {
  sha256: string;
  articles: readonly PreparedArticle[];
}

/**
 * The packs of a library. A new state of a pack comes shard by shard, unseen, and takes the place of the old one in one
 * transaction when all of it is there; until then, and when anything fails, the old state is what readers see. Everything here
 * can be cut short at any point and called again.
 */
export interface PackShelf {
  list(): Promise<HeldPack[]>;
  /** Announces a new state of a pack (or a new pack). @returns the SHA-256 of the shards that are still to come. */
  begin(name: string, manifest: PackManifest): Promise<string[]>;
  /** Takes all articles of some announced shards; small ones together cost far less than one by one. */
  take(name: string, shards: readonly ArrivedShard[]): Promise<void>;
  /** Lets the announced state take the old one's place. @throws when a shard of it has not come. */
  finish(name: string): Promise<void>;
  /** Forgets an announced state and what came of it. */
  abandon(name: string): Promise<void>;
  /** Removes a pack with all that came with it, and nothing else. */
  drop(name: string): Promise<void>;
}

interface Deps extends BatchPlace {
  writer: SingleWriter;
  /** After each write: the note outside of the database, and a merge if one is due. */
  settle: (state: LibraryState | null, durability?: Durability) => Promise<void>;
  /** First ref of a library that is empty. */
  firstRef: () => number;
  /** Keeps merges out of work that adds much. */
  inBulk: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Articles looked at, and those of them deleted, in one transaction. */
const articlesAStep = 500;

/** The packs of the library that these parts are of. */
export function packShelf({ writer, settle, firstRef, inBulk, ...place }: Deps): PackShelf {
  const { connection } = place;
  /** Changes one pack's row and the list of hidden shards, together; `null` from `change` leaves everything as it is. */
  const change = (
    name: string,
    work: (row: PackRow | null, nextRef: number) => PackRow | 'gone' | null,
  ): Promise<{ row: PackRow; number: number } | null> =>
    writer.run(() =>
      connection.write(['state', 'packs'], async (tx) => {
        const state = checkedState(await tx.objectStore('state').get('library')) ?? emptyState(firstRef());
        const { rows, next } = await readPacks(tx);
        const found = rows.find(({ row }) => row.name === name);
        const number = found?.number ?? next;
        const row = work(found ? structuredClone(found.row) : null, state.nextRef);
        if (row === null) return null;
        state.hidden = [
          ...rows.filter((other) => other !== found).flatMap(({ row, number }) => hiddenOf(row, number)),
          ...(row === 'gone' ? [] : hiddenOf(row, number)),
        ];
        state.change++;
        await tx.objectStore('state').put(state, 'library');
        if (row === 'gone') {
          await tx.objectStore('packs').delete(number);
          return null;
        }
        await tx.objectStore('packs').put(row, number);
        return { row, number };
      }),
    );

  /** Removes the articles of shards that nobody sees any longer. */
  const clear = async (name: string): Promise<void> => {
    for (;;) {
      const found = await change(name, (row) => row);
      const leaving = found?.row.leaving ?? [];
      if (found === null || leaving.length === 0) break;
      const shards = new Set(leaving.map((shard) => shardKey(found.number, shard)));
      for (const { from, to } of reaches(found.row, leaving))
        for (let at: number | null = from; at !== null; ) at = await removeStep(shards, at, to);
      await change(name, (row) => row && withoutShards(row, leaving));
    }
    await change(name, (row) => (row && isEmpty(row) ? 'gone' : null));
  };

  /** Removes articles of these shards, of the next from a ref on. @returns where to go on; `null` at the end */
  const removeStep = (shards: ReadonlySet<number>, from: number, to: number | null): Promise<number | null> =>
    writer.runStep(async () => {
      const { refs, next } = await refsOf(connection, shards, from, to);
      if (refs.length === 0) return next;
      const { state } = await removeRefs(connection, refs, 'packs');
      await settle(state);
      return next;
    });

  const begin: PackShelf['begin'] = async (name, manifest) => {
    const begun = await change(name, (row) => announced(row ?? newRow(name), manifest));
    await clear(name);
    const wanted = new Set(manifest.shards.map(({ sha256 }) => sha256));
    const there = [...(begun?.row.shards ?? []), ...(begun?.row.coming?.shards ?? [])];
    for (const { sha256 } of there) wanted.delete(sha256);
    return [...wanted];
  };

  const take: PackShelf['take'] = async (name, arrived) => {
    const begun = await change(name, (row, nextRef) => {
      if (!row?.coming) throw new Error('A shard came for a pack that nobody announced.');
      const sums = arrived.map(({ sha256 }) => sha256);
      return withArriving({ ...row, coming: row.coming }, sums, nextRef);
    });
    if (begun === null) return;
    const numbers = arrived.map((_, i) => begun.row.nextShard - arrived.length + i);
    const shardOf = new Map(
      arrived.flatMap(({ articles }, i) =>
        articles.map((article) => [article, shardKey(begun.number, numbers[i]!)] as const),
      ),
    );
    await overlapping([...batchesOf([...shardOf.keys()])], async (batch) => {
      const readyWith = (keepsKeys: boolean) =>
        makeReady(place, batch.map(packArrival), keepsKeys, (one) => ({ shard: shardOf.get(one)! }));
      const ready = await readyWith(false);
      await writer.runStep(async (handOver) => {
        let state = await addShardBatch(place, ready, handOver);
        for (let keepsKeys = true; state === null; keepsKeys = !keepsKeys)
          state = await addShardBatch(place, await readyWith(keepsKeys), handOver);
        await settle(state, 'relaxed');
      });
    });
    await change(name, (row, nextRef) => row && withWhole(row, numbers, nextRef));
  };

  return {
    list: () =>
      connection.read(['packs'], async (tx) =>
        (await readPacks(tx)).rows.map(({ row: { name, manifest, shards, coming } }) => ({
          name,
          manifest,
          coming: coming && {
            manifest: coming.manifest,
            there: thereOf(coming.manifest, [...shards, ...coming.shards]),
          },
        })),
      ),
    begin,
    take: (...shards) => inBulk(() => take(...shards)),
    finish: async (name) => {
      await change(name, (row) => row && switched(row));
      await clear(name);
    },
    abandon: async (name) => {
      await change(name, (row) => row && withoutComing(row));
      await clear(name);
    },
    drop: async (name) => {
      await change(name, (row) => row && withNothing(row));
      await clear(name);
    },
  };
}

async function readPacks(
  tx: LibraryTransaction<'readonly' | 'readwrite'>,
): Promise<{ rows: { row: PackRow; number: number }[]; next: number }> {
  const stored = await keyedRows(tx.objectStore('packs'));
  const rows = stored.flatMap(([number, row]) => (isPackRow(row) ? [{ row, number }] : []));
  const [last] = stored.at(-1) ?? [0];
  return { rows, next: last + 1 };
}

async function refsOf(
  connection: Connection,
  shards: ReadonlySet<number>,
  from: number,
  to: number | null,
): Promise<{ refs: number[]; next: number | null }> {
  if (to !== null && from >= to) return { refs: [], next: null };
  const range = to === null ? IDBKeyRange.lowerBound(from) : IDBKeyRange.bound(from, to, false, true);
  const rows = await connection.read(['articles'], (tx) =>
    keyedRows(tx.objectStore('articles'), range, articlesAStep),
  );
  const refs = rows.flatMap(([ref, row]) => (shards.has(readRow(row)?.shard ?? 0) ? ref : []));
  const [last] = rows.at(-1) ?? [];
  return { refs, next: last === undefined || rows.length < articlesAStep ? null : last + 1 };
}
