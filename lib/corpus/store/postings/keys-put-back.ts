import { keysIn, placeFinder } from '@/lib/core/matching/places';
import { type Connection, keyedRows } from '../connection';
import { eachRow } from '../rows/each-row';
import { type Fingerprint, type KeptPlaces, packFingerprint } from '../rows/fingerprint-codec';
import { unpackPlaces } from '../rows/places-codec';
import { readRow } from '../rows/row-codec';
import { lowestIn } from '../schema';
import { visitBlock } from './block-read';
import { isLogRecord, listsOf } from './log-record';
import { type Entry, refIn } from './posting-lists';

/** Articles whose keys are gathered in one walk through the index: 10 MB of keys and places. */
const articlesAWalk = 20_000;
const rowsAStep = 500;

/**
 * Puts the keys of articles without text among the bodies, before the index, which alone has them, is thrown away.
 * Cut short at any point nothing is lost: a body has the keys, or the index still does. Must be run by the single writer.
 * @returns of how many articles most keys could not be found: parts of the index are damaged.
 */
export async function putKeysBack(connection: Connection): Promise<number> {
  let lost = 0;
  for (let after: number | null = -1; after !== null; ) {
    const { places, next } = await placesAfter(connection, after);
    if (places.size > 0) lost += await putBack(connection, places);
    after = next;
  }
  return lost;
}

/** Places of articles behind a ref whose keys only the index has, as many as one walk takes, and where to go on (`null` at the end). */
async function placesAfter(
  connection: Connection,
  after: number,
): Promise<{ places: Map<number, KeptPlaces>; next: number | null }> {
  const places = new Map<number, KeptPlaces>();
  for (let next = after; ; ) {
    const { rows, bodies } = await rowsAfter(connection, next);
    for (const [ref, row] of rows) {
      const kept = unpackPlaces(bodies.get(ref) ?? readRow(row)?.places);
      if (kept) places.set(ref, kept);
    }
    const [last] = rows.at(-1) ?? [];
    if (last === undefined || rows.length < rowsAStep) return { places, next: null };
    if (places.size >= articlesAWalk) return { places, next: last };
    next = last;
  }
}

function rowsAfter(connection: Connection, after: number) {
  return connection.read(['articles', 'bodies'], async (tx) => {
    const range = IDBKeyRange.lowerBound(after, true);
    const rows = await keyedRows(tx.objectStore('articles'), range, rowsAStep);
    const [last] = rows.at(-1) ?? [];
    const bodies =
      last === undefined
        ? []
        : await keyedRows(tx.objectStore('bodies'), IDBKeyRange.bound(after, last, true));
    return { rows, bodies: new Map(bodies) };
  });
}

async function putBack(connection: Connection, places: ReadonlyMap<number, KeptPlaces>): Promise<number> {
  const keys = await keysInIndex(connection, places);
  const whole = [...places].map(([ref, kept]) => ({ ref, kept, print: wholeOf(kept, keys.get(ref)!) }));
  for (let at = 0; at < whole.length; at += rowsAStep) {
    await connection.write(['articles', 'bodies'], async (tx) => {
      const articles = tx.objectStore('articles');
      for (const { ref, print } of whole.slice(at, at + rowsAStep))
        if ((await articles.getKey(ref)) !== undefined)
          await tx.objectStore('bodies').put(packFingerprint(print), ref);
    });
  }
  return whole.filter(({ kept, print }) => 2 * print.keys.length < keysIn(kept.places)).length;
}

/** All keys that blocks and log have of these refs. Parts that are merged stand in both, so a key may come twice. */
async function keysInIndex(
  connection: Connection,
  refs: ReadonlyMap<number, unknown>,
): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>(Array.from(refs.keys(), (ref) => [ref, []]));
  const add = (key: number, entry: Entry) => found.get(refIn(entry))?.push(key);
  await eachRow(connection, 'keyBlocks', (block, row) => {
    const seen: [key: number, entry: Entry][] = [];
    let begun = 0;
    const isWhole =
      row instanceof Uint8Array &&
      visitBlock(row, lowestIn(block), {
        begin: (key) => {
          begun = key;
        },
        entry: (entry) => {
          if (found.has(refIn(entry))) seen.push([begun, entry]);
        },
        end: () => {},
      });
    if (isWhole) for (const [key, entry] of seen) add(key, entry);
  });
  await eachRow(connection, 'log', (_, row) => {
    if (!isLogRecord(row)) return;
    const { keys, offsets } = listsOf(row, 'keys');
    for (const [i, offset] of offsets.entries()) add(keys[i]!, row.base + offset);
  });
  return found;
}

/** Keys with their places. One that has no plain place stands twice at the beginning, which says the same of it. */
function wholeOf({ places, terms }: KeptPlaces, keys: readonly number[]): Fingerprint {
  const placeOf = placeFinder(places);
  const found = Array.from(new Set(keys), (key) => ({ key, at: placeOf(key) }))
    .flatMap(({ key, at }) =>
      at === undefined
        ? [
            { key, at: 0 },
            { key, at: 0 },
          ]
        : [{ key, at }],
    )
    .sort((a, b) => a.at - b.at || a.key - b.key);
  return {
    keys: Uint32Array.from(found, ({ key }) => key),
    positions: Uint32Array.from(found, ({ at }) => at),
    terms,
  };
}
