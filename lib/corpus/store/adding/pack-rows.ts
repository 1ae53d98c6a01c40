import type { PackManifest } from '@/lib/corpus/packs';
import { type HeldShard, type PackRow, type Reach, shardKey } from '../schema';

/*
 * What becomes of the row of a pack, step by step (see `pack-shelf.ts`): a state is announced, its shards arrive, are whole, and
 * take the place of the old state's, which leave.
 */

/** A pack of which nothing is known yet but its name. */
export function newRow(name: string): PackRow {
  return { name, manifest: null, shards: [], coming: null, leaving: [], nextShard: 1 };
}

/** Whether nothing is left of a pack, nor to be done about it. */
export function isEmpty({ manifest, coming, leaving }: PackRow): boolean {
  return manifest === null && coming === null && leaving.length === 0;
}

/** Keys of the shards that readers do not see. @param number of the pack */
export function hiddenOf(row: PackRow, number: number): number[] {
  return [...numbersOf(row.coming?.shards ?? []), ...row.leaving].map((shard) => shardKey(number, shard));
}

function numbersOf(shards: readonly HeldShard[]): number[] {
  return shards.map(({ number }) => number);
}

/** A new state is announced. Of what came for another one before, whole shards that this one has too stay. */
export function announced(row: PackRow, manifest: PackManifest): PackRow {
  const wanted = new Set(manifest.shards.map(({ sha256 }) => sha256));
  const came = row.coming?.shards ?? [];
  const kept = came.filter(({ sha256, whole }) => whole && wanted.has(sha256));
  const lost = came.filter((shard) => !kept.includes(shard));
  return { ...row, coming: { manifest, shards: kept }, leaving: [...row.leaving, ...numbersOf(lost)] };
}

/** Shards of the announced state begin to arrive, by their SHA-256. @param nextRef the ref that the first of their articles gets */
export function withArriving(
  row: PackRow & { coming: NonNullable<PackRow['coming']> },
  sums: readonly string[],
  nextRef: number,
): PackRow {
  const shards = sums.map((sha256, i): HeldShard => ({ sha256, number: row.nextShard + i, whole: false }));
  const coming = { ...row.coming, shards: [...row.coming.shards, ...shards] };
  const reach = { ...row.reach };
  for (const { number } of shards) reach[number] = { from: nextRef, to: null };
  return { ...row, coming, nextShard: row.nextShard + shards.length, reach };
}

/** Where articles of some shards lie, each place once: shards that came in one go lie in the same. */
export function reaches({ reach = {} }: PackRow, numbers: readonly number[]): Reach[] {
  const anywhere = { from: 0, to: null };
  const found = numbers.map((number) => reach[number] ?? anywhere);
  if (found.includes(anywhere)) return [anywhere];
  return [...new Map(found.map((one) => [`${one.from} ${one.to}`, one])).values()];
}

/** The articles of these shards are removed. */
export function withoutShards(row: PackRow, gone: readonly number[]): PackRow {
  const reach = { ...row.reach };
  for (const number of gone) delete reach[number];
  return { ...row, leaving: row.leaving.filter((one) => !gone.includes(one)), reach };
}

/** Arriving shards are whole, by their numbers. @param nextRef beyond the refs of all their articles */
export function withWhole(row: PackRow, numbers: readonly number[], nextRef: number): PackRow {
  if (!row.coming) return row;
  const shards = row.coming.shards.map((shard) =>
    numbers.includes(shard.number) ? { ...shard, whole: true } : shard,
  );
  const reach = { ...row.reach };
  for (const number of numbers) reach[number] = { from: reach[number]?.from ?? 0, to: nextRef };
  return { ...row, coming: { ...row.coming, shards }, reach };
}

/** How many of a state's shards are there as a whole. */
export function thereOf(manifest: PackManifest, shards: readonly HeldShard[]): number {
  const whole = new Set(shards.flatMap((shard) => (shard.whole ? shard.sha256 : [])));
  return manifest.shards.filter(({ sha256 }) => whole.has(sha256)).length;
}

/** The announced state is given up. */
export function withoutComing(row: PackRow): PackRow {
  return { ...row, coming: null, leaving: [...row.leaving, ...numbersOf(row.coming?.shards ?? [])] };
}

/** The pack goes, with all that is there of it and on its way. */
export function withNothing(row: PackRow): PackRow {
  const all = [...row.shards, ...(row.coming?.shards ?? [])];
  return { ...row, manifest: null, shards: [], coming: null, leaving: [...row.leaving, ...numbersOf(all)] };
}

/** The announced state takes the place of the old one. @throws when a shard of it has not come */
export function switched(row: PackRow): PackRow {
  if (!row.coming) throw new Error('Nothing was announced for this pack.');
  const { manifest } = row.coming;
  const all = [...row.shards, ...row.coming.shards.filter(({ whole }) => whole)];
  const shards = manifest.shards.map(({ sha256, file }) => {
    const shard = all.find((one) => one.sha256 === sha256);
    if (!shard) throw new Error(`The shard ${file} has not come.`);
    return shard;
  });
  const left = [...row.shards, ...row.coming.shards].filter((shard) => !shards.includes(shard));
  return { ...row, manifest, shards, coming: null, leaving: [...row.leaving, ...numbersOf(left)] };
}
